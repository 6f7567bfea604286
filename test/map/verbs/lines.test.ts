import { describe, expect, test } from '@jest/globals';
import { toCounts } from '../../../src/map/convert/to-lines.ts';
import { aReader } from '../reader.ts';
import { aForm, bima, identity, sekar } from './a-form.ts';

const reader = await aReader();
const request = { place: 'Posyandu Kenanga', date: '2025-08-12' };
const header = [...identity, 'BB'];
const verdicts = (form: Parameters<typeof reader.read>[0], lines: readonly (readonly string[])[]) =>
  reader
    .read(form, [header, ...lines], request)
    .conversion.rows.slice(1)
    .map(({ row }) => [row.status, row.reason, row.heading]);

describe('lines that are no rows', () => {
  const form = aForm(reader.programme, { verbs: 'stop: [Mengetahui, Kepala Puskesmas]' });

  test('between groups are told by a pattern, and are no data', () => {
    const apart = aForm(reader.programme, { skip: "{ jumlah: [JUMLAH], pola: ['RW *'] }" });
    expect(verdicts(apart, [['RW 03'], [...bima, '9,8'], ['-----', '-----'], ['', 'RW', '04'], [...sekar, '10,2']])).toEqual([
      ['skipped', 'pemisah', true],
      ['accepted', undefined, false],
      ['skipped', 'kosong', false],
      ['skipped', 'pemisah', true],
      ['accepted', undefined, false],
    ]);
  });

  test('end the table at a declared word; what follows are notes', () => {
    expect(
      verdicts(form, [
        [...bima, '9,8'],
        ['', '', 'Mengetahui,'],
        ['', 'Kepala Desa'],
        ['', 'Suharto, S.Sos'],
      ]),
    ).toEqual([
      ['accepted', undefined, false],
      ['skipped', 'catatan', true],
      ['skipped', 'catatan', true],
      ['skipped', 'catatan', true],
    ]);
  });

  test('let no row vanish below the end of a table', () => {
    const { conversion } = reader.read(form, [header, [...bima, '9,8'], ['Mengetahui'], [...sekar, '10,2']], request);
    const last = conversion.rows.at(-1)?.row;
    expect([last?.status, last?.reason, last?.issues.map(({ code }) => code)]).toEqual(['skipped', 'sesudah-tabel', ['sesudah-tabel']]);
    expect(toCounts(conversion)).toEqual({ rows: 4, headings: 2, parts: 0, accepted: 1, warning: 0, quarantined: 0, skipped: 1 });
  });

  test('begin again below a repeated header', () => {
    expect(verdicts(form, [[...bima, '9,8'], ['Mengetahui'], header, [...sekar, '10,2']]).map(([status]) => status)).toEqual([
      'accepted',
      'skipped',
      'skipped',
      'accepted',
    ]);
  });

  test('are never a person who bears such a word as a name', () => {
    expect(verdicts(form, [[...bima.slice(0, 1), 'Mengetahui Sari', ...bima.slice(2), '9,8']])).toEqual([['accepted', undefined, false]]);
  });
});

describe('merged cells', () => {
  const columns = 'Tanggal: { is: visit.date }\nBB: { is: berat-badan }\n';
  const form = aForm(reader.programme, {
    columns,
    context: 'place: [{ request: true }]\ndate: [{ column: Tanggal }]',
    verbs: 'fill: [NIK, Nama, Tgl Lahir, JK]',
  });
  const lines = (...rows: readonly (readonly string[])[]) => [[...identity, 'Tanggal', 'BB'], ...rows];
  const none = ['', '', '', ''];

  test('hold downwards for whoever stands above', () => {
    const { conversion } = reader.read(form, lines([...bima, '12/08/2025', '9,8'], [...none, '09/09/2025', '10,1']), request);
    expect(conversion.persons).toHaveLength(1);
    expect(conversion.visits.map(({ visit }) => visit.date)).toEqual(['2025-08-12', '2025-09-09']);
  });

  test('are not filled where any of them says something: a missing NIK is not the one above', () => {
    const { conversion } = reader.read(form, lines([...bima, '12/08/2025', '9,8'], ['', ...sekar.slice(1), '12/08/2025', '10,2']), request);
    expect(conversion.persons.map(({ nik }) => nik)).toEqual([bima[0], undefined]);
  });

  test('end at a line that is no row, and fill no signature', () => {
    const { conversion } = reader.read(
      form,
      lines([...bima, '12/08/2025', '9,8'], [...none, '', 'Bidan Desa'], ['JUMLAH', '1'], [...none, '09/09/2025', '10,1']),
      request,
    );
    expect(conversion.rows.map(({ row }) => [row.status, row.reason])).toEqual([
      ['skipped', 'kepala'],
      ['accepted', undefined],
      ['skipped', 'catatan'],
      ['skipped', 'jumlah'],
      ['quarantined', 'tanpa-nama'],
    ]);
  });
});
