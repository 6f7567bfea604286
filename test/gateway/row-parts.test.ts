import { beforeAll, expect, test } from '@jest/globals';
import { createGateway } from '../../src/gateway.ts';
import { aDesk, tablesWith, type Desk } from './a-desk.ts';

const months = `
repeat:
  as: visit.month
  of: [JAN, FEB, MAR]
  columns: { Timbang: { is: berat-badan } }
`;
const register = `REGISTER POSYANDU KENANGA - MARET 2025;;;;;;
NIK;Nama Anak;Tgl Lahir;JK;Jan Timbang;Feb Timbang;Mar Timbang
6472991005249801;Bima Sakti;10/05/2024;L;8,1;8,6;
6472995208239802;Sekar Ayu;12/08/2023;P;;;
`;

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk(await tablesWith({ 'source.yaml': (text) => `${text}${months}` }));
}, 60_000);

test('months of one line are visits of their own; the line has one verdict, its parts are counted apart', async () => {
  const result = await desk.handIn(register);
  expect(result.counts).toEqual({ rows: 2, headings: 2, parts: 1, accepted: 1, warning: 1, quarantined: 0, skipped: 0 });
  expect(result.rows?.map(({ row, status }) => [row, status])).toEqual([
    [1, 'skipped'],
    [2, 'skipped'],
    [3, 'warning'],
    ['3/FEB', 'warning'],
    [4, 'accepted'],
  ]);
  expect((await desk.visits()).map(({ visit }) => visit.date)).toEqual(['2025-01-12', '2025-02-12']);
});

test('a file goes back with as many lines as it had', async () => {
  const { id } = await desk.handIn(register);
  const returned = await createGateway(desk.parts).returnedFile(id);
  const lines = String(returned?.bytes).trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[2]).toContain('diterima dengan catatan');
});

test('the register of last month, grown by one, says only that month anew, and its line is no repetition', async () => {
  const again = await desk.handIn(register.replace('8,1;8,6;', '8,1;8,6;8,9'));
  expect(again.rows?.slice(2).map(({ row, status, reason }) => [row, status, reason])).toEqual([
    [3, 'accepted', undefined],
    ['3/FEB', 'skipped', 'duplikat'],
    ['3/MAR', 'warning', undefined],
    [4, 'accepted', undefined],
  ]);
  expect([again.counts.accepted, again.counts.skipped, again.counts.parts]).toEqual([2, 0, 2]);
  expect((await desk.visits()).map(({ visit }) => visit.date)).toEqual(['2025-01-12', '2025-02-12', '2025-03-12']);
});
