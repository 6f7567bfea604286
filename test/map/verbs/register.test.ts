import { describe, expect, test } from '@jest/globals';
import { toCounts } from '../../../src/map/convert/to-lines.ts';
import { aReader } from '../reader.ts';
import { aForm, identity } from './a-form.ts';

const reader = await aReader();
const request = { place: 'Posyandu Kenanga' };
const columns = `
Usia Kehamilan: { is: umur-kehamilan, missing: ['-'] }
Telepon: { is: person.phone, missing: ['-'] }
BPJS: { is: person.bpjs, missing: ['-'] }
`;
const form = aForm(reader.programme, {
  about: 'semua',
  stages: 'ibu',
  verbs: 'holds: pendaftaran\ncategory: ibu-hamil',
  columns,
});
const header = [...identity, 'Usia Kehamilan', 'Telepon', 'BPJS'];
const dewi = ['6472994205949803', 'Dewi Lestari', '02/05/1994', 'P'];

const read = (...rows: readonly (readonly string[])[]) => reader.read(form, [header, ...rows], request).conversion;

describe('a register of sasaran', () => {
  test('opens an entry on the day it is handed in, makes no visit and owes nothing', () => {
    const { visits, enrolments, persons } = read([...dewi, '14', '0812-5550-1101', '0009990012345']);
    expect(visits).toEqual([]);
    expect(enrolments).toMatchObject([
      { category: 'ibu-hamil', place: 'posyandu-kenanga', from: '2025-12-31', rows: [2], sending: 'tidak' },
    ]);
    expect(enrolments[0]?.elements.map(({ key, value }) => [key, value])).toEqual([
      ['umur-kehamilan', { kind: 'quantity', int: 14, written: '14' }],
    ]);
    expect(persons).toMatchObject([{ name: 'Dewi Lestari', phone: '+6281255501101', bpjs: '0009990012345' }]);
  });

  test('takes the day of the request where there is one', () => {
    const { conversion } = reader.read(form, [header, [...dewi, '14', '-', '-']], { ...request, date: '2025-07-15' });
    expect(conversion.enrolments[0]?.from).toBe('2025-07-15');
  });

  test('opens one entry a person: the same line again is skipped, a later one says it anew', () => {
    const line = [...dewi, '14', '-', '-'];
    const conversion = read(line, line, [...dewi, '16', '-', '-']);
    expect(conversion.enrolments.map(({ rows, elements }) => [rows, elements.map(({ value }) => value)])).toEqual([
      [[2, 3, 4], [{ kind: 'quantity', int: 16, written: '16' }]],
    ]);
    expect(toCounts(conversion)).toMatchObject({ rows: 4, headings: 1, accepted: 2, skipped: 1 });
  });

  test.each([
    ['43', 'D28'],
    ['45', 'D28'],
    ['50', 'D28'],
    ['sembilan bulan', 'D12'],
  ])('with %s weeks asks about the pregnancy and opens the entry all the same', (weeks, code) => {
    const { rows, enrolments } = read([...dewi, weeks, '-', '-']);
    expect(rows[1]?.row.issues.filter(({ severity }) => severity === 'warning').map((issue) => issue.code)).toEqual([code]);
    expect([rows[1]?.row.status, enrolments.length]).toEqual(['warning', 1]);
  });

  test('without a name, or at a place nobody knows, holds the line back', () => {
    expect(read(['', '', '02/05/1994', 'P', '14', '-', '-']).rows[1]?.row).toMatchObject({ status: 'quarantined', reason: 'tanpa-nama' });
    const { conversion } = reader.read(form, [header, [...dewi, '14', '-', '-']], { place: 'Posyandu Entah' });
    expect(conversion.rows[1]?.row).toMatchObject({ status: 'quarantined', reason: 'tempat-tidak-dikenal' });
    expect(conversion.enrolments).toEqual([]);
  });
});
