import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkSource } from '../../../src/cli/source-check.ts';
import { openKit } from '../../../src/cli/open-kit.ts';
import { aDistrict, aSource, convertThere, type Line } from './a-programme.ts';

const element = (unit: string) => `
gula-mmol:
  title: Gula darah menurut mmol
  shape: quantity
  unit: ${unit}
  kerahasiaan: umum
  kirim: { satusehat: true }
  fhir: { resource: Observation, code: { system: 'http://loinc.org', code: '14749-6' } }
  citation: invented for this test
`;

const files = {
  'programme/elements/gula.yaml': element(
    "{ ucum: mmol/L, display: mmol/L, smallest: '0.1 mmol/L', perUnit: 10, words: { mmol/l: 10, mmol: 10 } }",
  ),
  'programme/life-stages/murid.yaml': `
group: murid
klaster: '2'
citation: invented for this test
stages: [{ is: murid, title: Murid, from: { years: 7 }, below: { years: 13 } }]
elements: { gula-mmol: {} }
`,
  'sources/murid/source.yaml': aSource('murid'),
  'sources/murid/columns.yaml': `
Nama: { is: person.name, required: true }
Lahir: { is: person.birthDate }
JK: { is: person.sex }
Gula: { is: gula-mmol }
Ulang: { is: reported.gula, convert: text }
`,
  'data.csv': 'Nama;Lahir;JK;Gula;Ulang\nBima Sakti;10/05/2016;L;5,4;-\nSekar Ayu;12/08/2015;P;6,1 mmol/L;-\n',
};

test('a unit that no other element has is a line of its table', async () => {
  const folder = await aDistrict(files);
  const visits = (await convertThere(folder, 'data.csv', 'murid')).of('visit');
  expect(visits.map(({ lifeStage, elements }) => [lifeStage, (elements as Line)['gula-mmol']])).toEqual([
    ['murid', { value: 5.4, unit: 'mmol/L' }],
    ['murid', { value: 6.1, unit: 'mmol/L' }],
  ]);
  await rm(folder, { recursive: true });
});

test('a unit that nothing tells of is refused', async () => {
  const folder = await aDistrict({ 'programme/elements/gula.yaml': element("{ ucum: x, display: x, smallest: '0.1 x', perUnit: 10 }") });
  await expect(openKit([], [join(folder, 'programme')])).rejects.toThrow(/"0\.1 x"/);
  await rm(folder, { recursive: true });
});

test("the vendor kit knows a district's own stages and elements", async () => {
  const folder = await aDistrict(files);
  const kit = await openKit([], [join(folder, 'programme')]);
  expect(kit.tables.programme.elements.elements.has('gula-mmol')).toBe(true);
  const quiet = { write: () => true } as unknown as NodeJS.WritableStream;
  const printing = { out: quiet, err: quiet, today: '2025-12-31' };
  const options = { json: false, lang: 'id' } as const;
  const source = join(folder, 'sources', 'murid');
  expect(await checkSource(source, options, printing)).toBe(2);
  expect(await checkSource(source, { ...options, programme: join(folder, 'programme') }, printing)).not.toBe(2);
  await rm(folder, { recursive: true });
});
