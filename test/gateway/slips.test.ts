import { beforeAll, expect, test } from '@jest/globals';
import { aReader } from '../map/reader.ts';
import { aDesk, tablesWith, type Desk } from './a-desk.ts';

const months = `
repeat:
  as: visit.month
  of: [JAN, FEB, MAR]
  columns: { Timbang: { is: berat-badan } }
`;
const heading = ['REGISTER POSYANDU KENANGA - MARET 2025;;;;;;', 'NIK;Nama Anak;Tgl Lahir;JK;Jan Timbang;Feb Timbang;Mar Timbang'];
const child = '6472991005249801;Bima Sakti;10/05/2024;L';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk(await tablesWith({ 'source.yaml': (text) => `${text}${months}` }));
}, 60_000);

/** The register of one child with its three months, handed in. */
async function handIn(...weights: readonly string[]) {
  const { rows } = await desk.handIn([...heading, `${child};${weights.join(';')}`, ''].join('\n'));
  return (rows ?? []).flatMap(({ row, issues }) => issues.flatMap((issue) => (issue.code === 'D14' ? [{ row, issue }] : [])));
}

test('a weight between two that contradict it is marked on its cell when a file is converted, and kept as it stands', async () => {
  const reader = await aReader();
  const source = desk.tables.sources.get('posyandu-kenanga');
  if (source === undefined) throw new Error('no such source');
  const { conversion } = reader.read(
    source,
    [...heading, `${child};8,1;13,9;8,6`].map((line) => line.split(';')),
  );
  const marked = conversion.rows.flatMap(({ row }) =>
    row.issues.flatMap(({ code, cell, severity }) => (code === 'D14' ? [[row.row, cell, severity]] : [])),
  );
  expect(marked).toEqual([['3/FEB', 'Feb Timbang', 'warning']]);
  expect(conversion.visits.map(({ visit }) => visit.elements[0]?.value)).toMatchObject([{ int: 8100 }, { int: 13_900 }, { int: 8600 }]);
});

test('a later file is held against what is known of the child; both cells are named, no value is changed', async () => {
  expect(await handIn('8,1', '', '')).toEqual([]);
  const [slip, ...others] = await handIn('', '13,9', '');
  expect(others).toEqual([]);
  expect(slip).toMatchObject({ issue: { severity: 'warning', cell: 'Feb Timbang' } });
  expect(slip?.issue.text).toContain('2025-01-12 [Jan Timbang] "8,1"');
  const weights = (await desk.visits()).map(({ visit }) => visit.elements[0]?.value);
  expect(weights).toMatchObject([{ int: 8100 }, { int: 13_900 }]);
});

test('a weight beyond which anything may have happened, and one that fits, are not marked', async () => {
  expect(await handIn('', '', '11,2')).toEqual([]);
});
