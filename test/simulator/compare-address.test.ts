import { expect, test } from '@jest/globals';
import { compareAddress } from '../../src/simulator/compare-address.ts';

const known = { province: '64', city: '6472', district: '647206', village: '6472061001', rt: '3', rw: '12' };
const at = (parts: Readonly<Record<string, string>>): { address: object[] } => ({
  address: [
    {
      use: 'home',
      extension: [
        {
          url: 'https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode',
          extension: Object.entries(parts).map(([url, valueCode]) => ({ url, valueCode })),
        },
      ],
    },
  ],
});
const textsOf = (dukcapil: object | undefined, given: object): readonly string[] =>
  compareAddress(dukcapil as Parameters<typeof compareAddress>[0], given as Parameters<typeof compareAddress>[1]).map(({ text }) => text);

test.each([
  ['the same', known, []],
  ['RT written with zeros', { ...known, rt: '003' }, []],
  ['another village', { ...known, village: '6472061002' }, ['alamat TIDAK SESUAI']],
  ['another RT and RW', { ...known, rt: '4', rw: '2' }, ['no_rt TIDAK SESUAI', 'no_rw TIDAK SESUAI']],
  ['everything else', { province: '31' }, ['alamat TIDAK SESUAI', 'no_rt TIDAK SESUAI', 'no_rw TIDAK SESUAI']],
])('an address with %s is judged part by part', (_case, given, texts) => {
  expect(textsOf(at(known), at(given))).toEqual(texts);
});

test.each([
  ['nothing', undefined],
  ['no codes', { address: [{ use: 'home' }] }],
])('where Dukcapil knows %s, nothing is compared', (_case, dukcapil) => {
  expect(textsOf(dukcapil, at(known))).toEqual([]);
});
