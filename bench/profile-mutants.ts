import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { JsonObject } from '../src/validate/json.ts';
import { readExamples } from './agreement/examples.ts';
import { createDice, mutate } from './agreement/mutate.ts';
import { createThreeJudges, isDisputed } from './agreement/three-judges.ts';

// Valid examples with one thing changed, before the three validators: shows where one of them overlooks what the others see.
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
  strict: false,
});
const dice = createDice(Number(values.seed));
const valid = readExamples().filter(({ kind }) => kind === 'valid');
const folder = await mkdtemp(join(tmpdir(), 'titian-mutants-'));
try {
  const mutants = Array.from({ length: Number(values.runs) }, (_, at) => {
    const from = valid[Math.floor(dice() * valid.length)];
    if (from === undefined) throw new Error('there is no valid example');
    const { what, resource } = mutate(JSON.parse(from.text) as JsonObject, dice);
    return { file: join(folder, `${String(at).padStart(4, '0')}.json`), from: basename(from.file), what, text: JSON.stringify(resource) };
  });
  await Promise.all(mutants.map(({ file, text }) => writeFile(file, text)));
  const { names, judge } = await createThreeJudges(mutants.map(({ file }) => file));
  const judged = mutants.map(({ file, text, from, what }) => ({ from, what, ...judge({ file, text }) }));
  const disagree = judged.filter(isDisputed);
  process.stdout.write(
    `${JSON.stringify({ mutants: judged.length, validators: names, agree: judged.length - disagree.length, disagree })}\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
