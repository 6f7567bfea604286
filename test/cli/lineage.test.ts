import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { conversionEnvironment, conversionIdOf, toConvertedBundle } from '../../src/cli/compose-bundle.ts';
import { convertAndPrint } from '../../src/cli/convert-command.ts';
import { packageRoot } from '../../src/root.ts';

type Options = Partial<Record<'json' | 'lineage' | 'provenance', boolean>>;

const samples = [
  { source: 'posyandu-kenanga', file: '02_posyandu_kenanga_balita.csv', mark: '[BB] (decimal)' },
  { source: 'posyandu-ilp', file: '01_posyandu_ilp_bumil_nifas.json', mark: '$.data[0] [pemeriksaan.bbBumil]' },
] as const;

function pathOf({ source, file }: (typeof samples)[number]): string {
  return join(packageRoot, 'sources', source, 'samples', file);
}

/** What the command prints with these options. */
async function print(sample: (typeof samples)[number], options: Options): Promise<string> {
  const written: string[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const naming = { idOf: conversionIdOf, environment: conversionEnvironment };
  const printing = { out, err: out, today: '2025-12-31', toBundle: toConvertedBundle, naming };
  await convertAndPrint(pathOf(sample), { source: sample.source, json: false, ...options }, printing);
  return written.join('');
}

/** Only what an option adds to the conversion itself. */
async function printAdded(sample: (typeof samples)[number], options: Options): Promise<string> {
  const [plain, all] = [await print(sample, { ...options, lineage: false, provenance: false }), await print(sample, options)];
  expect(all.startsWith(plain)).toBe(true);
  return all.slice(plain.length);
}

/** Everything a sample tells of its people: numbers of sixteen digits, names in capitals, dates. */
async function listSecrets(sample: (typeof samples)[number]): Promise<readonly string[]> {
  // The headings of a table are no secret.
  const text = (await readFile(pathOf(sample), 'utf8')).replace(/^\uFEFF?DAFTAR.*\r?\n.*\r?\n/u, '');
  const numbers = text.match(/\b\d{16}\b/g) ?? [];
  const dates = text.match(/\b(?:\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{4}-\d{2}-\d{2})\b/g) ?? [];
  const names = text.match(/(?<=[;"])[A-Z][A-Za-z']+ [A-Z][A-Za-z']+(?=[;"])/g) ?? [];
  return [...new Set([...numbers, ...dates, ...names])];
}

describe.each(samples)('the lineage that titian convert prints of $source', (sample) => {
  test.each<Options>([{ lineage: true }, { lineage: true, json: true }, { provenance: true }])(
    'names cells and quotes none of them: %j',
    async (options) => {
      const [added, secrets] = [await printAdded(sample, options), await listSecrets(sample)];
      expect(added.length).toBeGreaterThan(1000);
      expect(secrets.length).toBeGreaterThan(8);
      // A moment of a Provenance is the day of reading, which no sample holds.
      expect(secrets.filter((secret) => added.includes(secret))).toEqual([]);
    },
  );

  test('says by which cells an element is made, and by which a resource is there', async () => {
    const added = await printAdded(sample, { lineage: true });
    expect(added).toContain(sample.mark);
    expect(added).toMatch(/ada karena .*\[/);
  });
});
