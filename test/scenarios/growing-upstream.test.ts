import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readCorrectionTable } from '../../src/platforms/satusehat/correction/read-correction-table.ts';
import type { CorrectionTable } from '../../src/platforms/satusehat/correction/ways.ts';
import { packageRoot } from '../../src/root.ts';
import { aKenangaList } from './a-front-door.ts';
import { anUpstream, type Stored, type Upstream } from './an-upstream.ts';

const shipped = await readFile(join(packageRoot, 'programme/satusehat/koreksi.yaml'), 'utf8');

/** What a machine may change there, with the district's word for what nobody has proved. */
function aTable(unproven: 'coba' | 'tangan'): CorrectionTable {
  const file = { path: 'koreksi.yaml', text: shipped.replace(/^ {2}is: \w+$/m, `  is: ${unproven}`) };
  const table = readCorrectionTable(file);
  if (!table.ok) throw new Error('the shipped table is read');
  return table.value;
}

const alya = (month: string, date: string, weight: string): string =>
  aKenangaList(`${month} 2025`, `1;6472994511249611;ALYA RAMADHANI;05/11/2024;P;Wulan;Teguh;002;05;${date};${weight};;;`);
const julyCorrected = ['2025-08-25T06:00:00Z', 'posyandu-kenanga', alya('JULI', '09/07/2025', '7,6')] as const;

const open: Upstream[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.sandbox.simulator.stop();
});

/** Every month is there, July last, as it was read at first. */
async function aChildSent(simulated: object, unproven: 'coba' | 'tangan'): Promise<Upstream> {
  const district = await anUpstream(simulated, { corrections: aTable(unproven) });
  open.push(district);
  const sheets = [
    ['2025-05-06T06:00:00Z', 'MEI', '05/05/2025', '6,9'],
    ['2025-06-05T06:00:00Z', 'JUNI', '04/06/2025', '7,1'],
    ['2025-08-07T06:00:00Z', 'AGUSTUS', '06/08/2025', '7,8'],
    ['2025-08-20T06:00:00Z', 'JULI', '09/07/2025', '7,3'],
  ] as const;
  for (const [moment, month, date, weight] of sheets) await district.tell(moment, 'posyandu-kenanga', alya(month, date, weight));
  expect(await district.outcomes()).toMatchObject({ delivered: 4, held: 0 });
  return district;
}

const weights = (resources: readonly Stored[]): readonly string[] =>
  resources
    .filter(({ code }) => code?.coding[0]?.code === '29463-7')
    .map(({ effectiveDateTime, valueQuantity }) => `${effectiveDateTime?.slice(0, 10) ?? ''} ${String(valueQuantity?.value)}`)
    .sort();
const names = (resources: readonly Stored[]): readonly string[] => resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
const months = (july: string): readonly string[] => ['2025-05-05 6.9', '2025-06-04 7.1', `2025-07-09 ${july}`, '2025-08-06 7.8'];

describe('July corrected after August was sent', () => {
  test('is updated there under the same ids, with what is computed from it, and nothing else is changed or there twice', async () => {
    const district = await aChildSent({ koreksi: { PUT: { Observation: 'terima' } } }, 'coba');
    const before = await district.stored();
    expect(weights(before)).toEqual(months('7.3'));

    await district.tell(...julyCorrected);

    const after = await district.stored();
    expect(weights(after)).toEqual(months('7.6'));
    expect(names(after)).toEqual(names(before));
    const changed = after.filter((one, at) => JSON.stringify(one) !== JSON.stringify(before[at]));
    expect(changed.map(({ resourceType, effectiveDateTime }) => `${resourceType} ${effectiveDateTime?.slice(0, 10) ?? ''}`)).toEqual([
      // The weight with the four scores that rest on it, and whether August's weight rose from it.
      ...Array.from({ length: 5 }, () => 'Observation 2025-07-09'),
      ...Array.from({ length: 3 }, () => 'Observation 2025-08-06'),
    ]);
    expect([await district.outcomes(), await district.duplicates()]).toEqual([expect.objectContaining({ delivered: 4, held: 0 }), 0]);

    await district.tell('2025-08-26T06:00:00Z', 'posyandu-kenanga', alya('JULI', '09/07/2025', '7,6'));
    expect(await district.stored()).toEqual(after);
  });

  test.each([
    ['is refused there', { koreksi: 'tolak' }, 'coba'],
    ['is not tried', { koreksi: 'terima' }, 'tangan'],
  ] as const)('is kept here and goes to a person where it %s', async (_, simulated, unproven) => {
    const district = await aChildSent(simulated, unproven);
    const before = await district.stored();

    const [visit = ''] = await district.tell(...julyCorrected);

    expect(await district.stored()).toEqual(before);
    // August too: its weight rose by less than was told there.
    expect(await district.outcomes()).toMatchObject({ delivered: 2, held: 2, rejected: 0, reasons: { 'koreksi-perlu-tangan': 2 } });
    const { store } = district.door;
    const kept = (await store.visits.getVisits(store.db, [visit])).get(visit)?.visit.elements ?? [];
    expect(kept.find(({ key }) => key === 'berat-badan')?.value).toMatchObject({ int: 7600 });
  });
});
