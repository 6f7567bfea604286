import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadRegencies, loadWilayah } from '../../../src/load-wilayah.ts';
import { isNik } from '../../../src/map/conversions/read-nik.ts';
import { toAreaCode, toAreaName, type Wilayah } from '../../../src/map/places/wilayah.ts';

let wilayah: Wilayah;
beforeAll(async () => {
  wilayah = await loadWilayah();
}, 60_000);

describe('an area of Kemendagri’s list', () => {
  test.each([
    ['64', 'provinsi', 'KALIMANTAN TIMUR'],
    ['6472', 'kabupaten', 'KOTA SAMARINDA'],
    ['64.72', 'kabupaten', 'KOTA SAMARINDA'],
    ['35.10', 'kabupaten', 'KABUPATEN BANYUWANGI'],
  ])('%s is a %s', (code, level, name) => {
    expect(wilayah.areaOf(code)).toEqual({ code: code.replace('.', ''), level, name });
  });

  test.each(['99', '6499', '647299', '', 'abc'])('"%s" is on no list', (code) => {
    expect([wilayah.areaOf(code), wilayah.pathOf(code)]).toEqual([undefined, []]);
  });

  test('is known with everything above it', () => {
    const [desa] = wilayah.findByName('Sempaja Timur', { level: 'desa', within: '6472' });
    expect(wilayah.pathOf(desa?.code ?? '').map(({ level }) => level)).toEqual(['provinsi', 'kabupaten', 'kecamatan', 'desa']);
  });

  test('every code on the list begins with that of an area above it', () => {
    const samples = ['1101012001', '3510', '6472', '9501'].flatMap((code) => wilayah.pathOf(code));
    expect(samples.length).toBeGreaterThan(4);
    expect(samples.every(({ code }) => wilayah.pathOf(code).length === { 2: 1, 4: 2, 6: 3, 10: 4 }[code.length])).toBe(true);
  });
});

describe('an area is found by its name', () => {
  test.each([
    ['BANYUWANGI', ['3510']],
    ['Kab. Banyuwangi', ['3510']],
    ['KABUPATEN  BANYUWANGI', ['3510']],
    ['Kota Bogor', ['3271']],
    ['Kab Bogor', ['3201']],
    ['Bogor', ['3201', '3271']],
    ['Negeri Antah Berantah', []],
  ])('%s: %j', (name, codes) => {
    expect(wilayah.findByName(name, { level: 'kabupaten' }).map(({ code }) => code)).toEqual(codes);
  });

  test('written with a letter too many, inside the area it lies in, and not elsewhere', () => {
    const found = (within?: string) =>
      wilayah.findByName('Banyuwangii', { level: 'kabupaten', ...(within === undefined ? {} : { within }) });
    expect([found('35').map(({ code }) => code), found()]).toEqual([['3510'], []]);
  });

  test('whatever kind of desa it is called', () => {
    expect(['Desa Sempaja', 'Kel. Sempaja', 'sempaja'].map((name) => toAreaName(name).bare)).toEqual(['SEMPAJA', 'SEMPAJA', 'SEMPAJA']);
  });
});

describe('parts of a code that lost their zeros', () => {
  test.each<[readonly (string | number | undefined)[], string | undefined]>([
    [[35, 10, 3, 2004], '3510032004'],
    [['35', '10', '3', '2004'], '3510032004'],
    [[64, 72], '6472'],
    [[35, 10, undefined, undefined], '3510'],
    [[35, undefined, 3, undefined], undefined],
    [[350, 10], undefined],
    [['35', 'x'], undefined],
    [[], undefined],
  ])('%j make %s', (parts, code) => {
    expect(toAreaCode(parts)).toBe(code);
  });
});

describe('the regencies alone', () => {
  test('are those of the whole list, and in provinces that a NIK may name', async () => {
    const regencies = await loadRegencies();
    expect([regencies.size, regencies.has('6472'), regencies.has('6499')]).toEqual([514, true, false]);
    expect([...regencies].every((code) => wilayah.areaOf(code)?.level === 'kabupaten')).toBe(true);
    expect([...regencies].filter((code) => !isNik(`${code}991805239701`))).toEqual([]);
  });
});
