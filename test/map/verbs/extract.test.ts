import { describe, expect, test } from '@jest/globals';
import { aReader } from '../reader.ts';
import { aForm, bima, compileForm, identity } from './a-form.ts';

const reader = await aReader();
const request = { place: 'Posyandu Kenanga', date: '2025-08-12' };
const extract = 'extract: [{ is: lingkar-lengan-atas, after: [LILA, Lingkar Lengan] }, { is: lingkar-kepala, after: [LK] }]';
const form = aForm(reader.programme, { columns: `BB: { is: berat-badan }\nLILA: { is: lingkar-lengan-atas }\nKET: { ${extract} }\n` });

function readKet(ket: string, lila = '') {
  const { conversion } = reader.read(
    form,
    [
      [...identity, 'BB', 'LILA', 'KET'],
      [...bima, '9,8', lila, ket],
    ],
    request,
  );
  const elements = conversion.visits[0]?.visit.elements ?? [];
  const facts = elements.map(({ key, value, unconfirmed }) => [key, value.kind === 'quantity' ? value.int : null, unconfirmed ?? false]);
  return { row: conversion.rows[1]?.row, facts: facts.filter(([key]) => key !== 'berat-badan') };
}

describe('facts in a free text', () => {
  test.each([['LILA 14,5; LK 46'], ['LILA: 14,5 cm, LK=46cm'], ['lila 14.5 lk 46'], ['anak rewel. Lingkar Lengan 14,5 cm | LK46']])(
    'are read behind their words and wait for a person: %s',
    (ket) => {
      expect(readKet(ket).facts).toEqual([
        ['lingkar-lengan-atas', 145, true],
        ['lingkar-kepala', 460, true],
      ]);
    },
  );

  test('are told by the cell alone: the text is repeated nowhere', () => {
    const { row } = readKet('LILA 14,5 ibu Siti dipukul suami');
    expect(row?.status).toBe('accepted');
    expect(row?.issues).toMatchObject([{ code: 'perlu-konfirmasi', severity: 'information', cell: 'KET' }]);
    expect(JSON.stringify([row?.issues, row?.visit])).not.toMatch(/Siti|dipukul/);
  });

  test('give way to a column that says the same thing otherwise', () => {
    expect(readKet('LILA 14,5', '15').facts).toEqual([['lingkar-lengan-atas', 150, false]]);
  });

  test('that cannot be true are left out, and their digits are not quoted', () => {
    const { row, facts } = readKet('LILA 145');
    expect([facts, JSON.stringify(row?.issues).includes('145')]).toEqual([[], false]);
  });

  test.each(['', 'rewel', 'LILAC 20', 'kotak LK', 'nilai'])('are not seen where there are none: "%s"', (ket) => {
    expect(readKet(ket).facts).toEqual([]);
  });

  test('neither make a row a test row nor decide the stage of a woman', () => {
    const mother = aForm(reader.programme, {
      about: 'semua',
      stages: 'ibu',
      columns: 'BB: { is: berat-badan }\nKET: { extract: [{ is: umur-kehamilan, after: [hamil] }] }\n',
    });
    const lines = [
      [...identity, 'BB', 'KET'],
      ['6472994205949803', 'Dewi Lestari', '02/05/1994', 'P', '52', 'hamil 25 mg'],
    ];
    const visit = reader.read(mother, lines, request).conversion.visits[0]?.visit;
    expect(visit?.elements).toContainEqual(expect.objectContaining({ key: 'umur-kehamilan', unconfirmed: true }));
    expect(visit?.condition).toBeUndefined();
  });

  test('leave the text itself only where an element is named for it', () => {
    const kept = aForm(reader.programme, { columns: `BB: { is: berat-badan }\nKET: { is: keterangan, ${extract} }\n` });
    const { conversion } = reader.read(
      kept,
      [
        [...identity, 'BB', 'KET'],
        [...bima, '9,8', 'batuk, LILA 14,5'],
      ],
      request,
    );
    expect(conversion.visits[0]?.visit.elements.map(({ key, unconfirmed }) => [key, unconfirmed])).toEqual([
      ['berat-badan', undefined],
      ['keterangan', undefined],
      ['lingkar-lengan-atas', true],
    ]);
  });
});

describe('an extract that cannot be', () => {
  const faultOf = (column: string): string =>
    compileForm(reader.programme, { columns: `Nama: { is: person.name }\nKET: ${column}\n` })
      .issues.map(({ text }) => text)
      .join('\n');

  test.each([
    ['{ extract: [{ is: lingkar-lengan-ats, after: [LILA] }] }', /columns\.yaml:2: .*"lingkar-lengan-ats".*"lingkar-lengan-atas"/],
    ['{ extract: [{ is: person.nik, after: [NIK] }] }', /columns\.yaml:2: .*"person\.nik"/],
    ['{ extract: [{ is: berat-badan, after: [A] }, { is: tinggi-badan, after: [a] }] }', /columns\.yaml:2: .*"a" sudah/],
    ['{ extract: [{ is: berat-badan, after: ["12"] }] }', /columns\.yaml:2: .*"12"/],
    ['{ ignore: x, extract: [{ is: berat-badan, after: [BB] }] }', /columns\.yaml:2: .*"extract"/],
  ])('is refused with its line: %s', (column, fault) => {
    expect(faultOf(column)).toMatch(fault);
  });
});
