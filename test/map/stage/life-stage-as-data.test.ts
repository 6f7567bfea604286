import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { listFaultsOfBoth } from '../bundle/two-validators.ts';
import { aDistrict, convertThere, type Line } from './a-programme.ts';
import { heading, purna, whole } from './purna.ts';

let folder = '';
let visits: readonly Line[] = [];
const rows = [
  whole('Rina Melati', '03/03/1960', 'P', '85,5'),
  whole('Surya Atmaja', '03/03/1960', 'L', '85,5'),
  whole('Wahyu Nugraha', '12/08/1955', 'L', '101'),
  whole('Lestari Dewi', '11/08/1955', 'P', '99,9'),
  whole('Mega Utami', '03/03/1985', 'P', '85,5'),
  whole('Bagas Putra', '13/08/1967', 'L', '85,5'),
];

beforeAll(async () => {
  folder = await aDistrict({ ...purna, 'data.csv': [heading, ...rows].join('\n') });
  const converted = await convertThere(folder, 'data.csv', 'purna');
  visits = converted.of('visit');
});
afterAll(() => rm(folder, { recursive: true }));

/** What a visit of the file became beside Patient and Encounter. */
function resourcesOf(at: number): readonly Resource[] {
  const { entry = [] } = visits[at]?.['bundle'] as Bundle;
  return entry.slice(2).flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
}

/** The resource that has this code, whatever it is. */
function find(at: number, type: string, code: string): Resource | undefined {
  return resourcesOf(at).find((each) => each.resourceType === type && JSON.stringify(each).includes(`"${code}"`));
}

describe('a stage of life that is added as tables alone', () => {
  test('is known by birth date, with its klaster, also where it never ends', () => {
    expect(visits.map(({ lifeStage, klaster }) => [lifeStage, klaster])).toEqual([
      ['purna-muda', '3'],
      ['purna-muda', '3'],
      ['purna-tua', '9'],
      ['purna-tua', '9'],
      ['wus', '3'],
      ['lain', null],
    ]);
  });

  test('makes a resource of an element of every shape, which both validators find sound', () => {
    expect(visits.flatMap(({ bundle }) => listFaultsOfBoth(bundle as Bundle))).toEqual([]);
    expect(
      resourcesOf(0)
        .map(({ resourceType }) => resourceType)
        .sort(),
    ).toEqual([
      ...['Condition', 'DiagnosticReport', 'Immunization', 'MedicationDispense'],
      // Circumference, colour, sign, note, day, laboratory, and both numbers of the blood pressure.
      ...Array.from({ length: 8 }, () => 'Observation'),
      ...['Procedure', 'QuestionnaireResponse', 'ServiceRequest', 'Specimen'],
    ]);
  });

  test('says the same in two codings, of a code and of a value', () => {
    expect(find(0, 'Observation', '56086-2')).toMatchObject({
      code: { coding: [{ code: '56086-2' }, { code: 'OC000001' }] },
      valueQuantity: { value: 85.5, code: 'cm' },
    });
    expect(find(0, 'Observation', '284521000')).toMatchObject({
      valueCodeableConcept: { coding: [{ code: '11214006' }, { code: 'LA6576-8' }], text: 'merah' },
    });
  });

  test('says expressly what was not done, and not given', () => {
    expect(find(0, 'Procedure', '61310001')).toMatchObject({ status: 'not-done' });
    expect(find(0, 'Immunization', 'VG139')).toMatchObject({ status: 'not-done' });
    expect(find(0, 'MedicationDispense', '92000653')).toMatchObject({ status: 'completed', quantity: { value: 30 } });
  });

  test('interprets by sex and age in FHIR', () => {
    const interpreted = visits.map((_, at) => {
      const found = find(at, 'Observation', '56086-2');
      return found?.resourceType === 'Observation' ? (found.interpretation?.[0]?.coding?.[0]?.code ?? null) : undefined;
    });
    // Women from 60 by 80 cm, men by 90 cm; a woman of 40 by none.
    expect(interpreted).toEqual(['OI000035', 'OI000018', 'OI000035', 'OI000035', null, 'OI000018']);
  });

  test('has statuses by stage, sex and age, and warnings that rest on them', () => {
    expect(visits.map(({ computed, findings }) => [(computed as Line)['status-lingkar'] ?? null, findings])).toEqual([
      ['lebih', ['PURNA-LINGKAR']],
      ['cukup', []],
      ['lebih', ['PURNA-LINGKAR']],
      ['cukup', []],
      [null, []],
      [null, []],
    ]);
    expect(visits[0]?.['findingDetails']).toMatchObject([{ level: 'jingga' }]);
  });

  test('keeps local what has no code, with what it is', () => {
    expect(visits[0]?.['notSent']).toEqual(['uji-lokal']);
    expect((visits[0]?.['elements'] as Line)['uji-lokal']).toEqual({ code: 'besar' });
  });

  test('is as secret as its most secret element', () => {
    expect(visits.map(({ kerahasiaan }) => kerahasiaan)).toEqual(Array.from({ length: 6 }, () => 'sangat-terbatas'));
  });
});

describe('the limits of such a stage', () => {
  test('hold by sex and age', async () => {
    const people = [
      ['P', '03/03/1960', '130,5'],
      ['L', '03/03/1960', '145'],
      ['L', '03/03/1950', '145'],
      ['L', '03/03/1950', '139'],
    ];
    const lines = people.map(([sex = '', birth = '', value = ''], at) => whole(`Uji Orang ${'ABCD'[at] ?? ''}`, birth, sex, value));
    await writeFile(join(folder, 'batas.csv'), [heading, ...lines].join('\n'));
    const read = (await convertThere(folder, 'batas.csv', 'purna')).of('visit');
    expect(read.map(({ elements }) => 'uji-lingkar' in (elements as Line))).toEqual([false, true, false, true]);
  });

  test('remark on a code given before its age', async () => {
    await writeFile(join(folder, 'umur.csv'), [heading, whole('Rina Melati', '03/03/1960', 'P')].join('\n'));
    const [, row] = (await convertThere(folder, 'umur.csv', 'purna')).of('row');
    const issues = row?.['issues'] as readonly Line[];
    expect(issues.filter(({ code }) => code === 'di-luar-umur')).toMatchObject([{ severity: 'warning', cell: 'Warna' }]);
  });
});

describe('the register of such a stage', () => {
  test('opens entries under a category that the stage names, judged at that stage', async () => {
    await writeFile(join(folder, 'daftar.csv'), 'Nama;Lahir;JK;Lingkar\nRina Melati;03/03/1960;P;85,5\n');
    const [entry] = (await convertThere(folder, 'daftar.csv', 'daftar-purna')).of('enrolment');
    expect(entry).toMatchObject({ category: 'pensiunan', elements: { 'uji-lingkar': { value: 85.5 } }, findings: ['PURNA-LINGKAR'] });
  });
});
