// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { Bundle, Encounter, Observation, Patient, Resource } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { profiles, systems } from '../../../src/fhir/systems.ts';
import type { BundleInput } from '../../../src/map/bundle/bundle-input.ts';
import { listLocalElements, toBundle } from '../../../src/map/bundle/to-bundle.ts';
import type { Element } from '../../../src/map/visit.ts';
import { loadValidator } from '../../../src/validate/load-validator.ts';
import { aCode, aQuantity, aTable, aVisit, aWeight, danu, laras, larasUndated, sawo, tegar } from './a-visit.ts';

const validator = await loadValidator();
const finding = { system: 'http://snomed.info/sct', code: '284521000' };

describe('the Bundle of a visit', () => {
  test('says who came, where and when, and what was measured, under the profiles of ILP', () => {
    const tag = [{ system: systems.environment, code: 'simulasi' }];
    const place = { identifier: { system: systems.place, value: 'posyandu-sawo' }, display: 'Posyandu Sawo' };
    const input = aVisit({ elements: [aCode('vitamin-a', 'merah'), aWeight(11400)] });
    const { patient, encounter, weight, capsule } = {
      patient: input.idOf('patient', 1),
      encounter: input.idOf('encounter', 1),
      weight: input.idOf('berat-badan', 1),
      capsule: input.idOf('vitamin-a', 1),
    };
    const ofVisit = { subject: { reference: `urn:uuid:${patient}` }, encounter: { reference: `urn:uuid:${encounter}` } };

    expect(toBundle(input)).toEqual({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        {
          fullUrl: `urn:uuid:${patient}`,
          resource: {
            resourceType: 'Patient',
            id: patient,
            meta: { profile: [profiles.patientNik], tag },
            identifier: [{ use: 'official', system: systems.nik, value: '6472990706230001' }],
            name: [{ use: 'official', text: 'Danu Prasetya' }],
            gender: 'male',
            birthDate: '2023-06-07',
          },
        },
        {
          fullUrl: `urn:uuid:${encounter}`,
          resource: {
            resourceType: 'Encounter',
            id: encounter,
            meta: { profile: [profiles.encounterPosyandu], tag: [...tag, { system: systems.recording, code: 'dicatat-kader' }] },
            status: 'finished',
            class: { system: systems.actCode, code: 'AMB', display: 'ambulatory' },
            serviceType: { coding: [{ system: systems.service, code: 'posyandu-balita' }] },
            subject: { reference: `urn:uuid:${patient}` },
            period: {
              extension: [{ url: profiles.estimatedTime, valueCode: 'jam' }],
              start: '2025-08-12T00:00:00+00:00',
              end: '2025-08-12T04:00:00+00:00',
            },
            location: [{ location: { type: 'Location', ...place } }],
            serviceProvider: { type: 'Organization', ...place },
          },
        },
        {
          fullUrl: `urn:uuid:${weight}`,
          resource: {
            resourceType: 'Observation',
            id: weight,
            meta: { profile: ['https://titian.dev/fhir/ilp/StructureDefinition/berat-badan'], tag },
            status: 'final',
            category: [
              {
                coding: [
                  { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs', display: 'Vital Signs' },
                ],
              },
            ],
            code: { coding: [{ system: 'http://loinc.org', code: '29463-7', display: 'Body weight' }] },
            ...ofVisit,
            effectiveDateTime: '2025-08-12T00:00:00+00:00',
            performer: [{ type: 'Organization', ...place }],
            valueQuantity: { value: 11.4, unit: 'kg', system: systems.ucum, code: 'kg' },
          },
        },
        {
          fullUrl: `urn:uuid:${capsule}`,
          resource: {
            resourceType: 'Procedure',
            id: capsule,
            meta: { profile: ['https://titian.dev/fhir/ilp/StructureDefinition/vitamin-a'], tag },
            status: 'completed',
            category: { coding: [{ system: 'http://snomed.info/sct', code: '709543002', display: 'Administration of vitamin' }] },
            code: { coding: [{ system: 'http://snomed.info/sct', code: '767224000', display: 'Administration of vitamin A' }] },
            ...ofVisit,
            performedDateTime: '2025-08-12T00:00:00+00:00',
            performer: [{ actor: { type: 'Organization', ...place } }],
            usedCode: [{ text: 'merah' }],
          },
        },
      ],
    });
  });

  const everything = [
    aWeight(4600),
    aQuantity('tinggi-badan', 551),
    aCode('cara-ukur', 'telentang'),
    aQuantity('lingkar-kepala', 370),
    aQuantity('lingkar-lengan-atas', 142),
    aCode('vitamin-a', 'biru'),
  ];

  test.each([
    { who: 'a child with its own NIK', given: {} },
    { who: 'a child known by the mother', given: { person: laras } },
    { who: 'a child nobody knows yet', given: { person: tegar } },
    { who: 'a child whose birth date is missing', given: { person: larasUndated } },
    {
      who: 'a child met at a school, at hours that were written down',
      given: { place: { ...sawo, kind: 'sekolah' as const }, estimated: false },
    },
    { who: 'a child of which only the month is known', given: { visit: { dateEstimated: true } } },
    { who: 'a child whose record a nakes has verified', given: { visit: { verified: true } } },
    { who: 'a child measured standing', given: { elements: [aQuantity('tinggi-badan', 842), aCode('cara-ukur', 'berdiri')] } },
    { who: 'a child of whom nothing was measured', given: { elements: [] } },
  ])('of $who holds base R4 and every profile it claims', ({ given }) => {
    const bundle = toBundle(aVisit({ elements: everything, ...given }));

    expect(listFaults(bundle)).toEqual([]);
  });

  test('shows a fault of one of its resources where it stands', () => {
    expect(listFaults(toBundle(aVisit({ elements: [aWeight(0)] })))).toEqual([
      expect.stringMatching(/^invariant Bundle\.entry\[2\]\.resource.*value/),
    ]);
  });

  test('is the same, byte for byte, in whatever order the parts of the visit came', () => {
    const forwards = toBundle(aVisit({ elements: everything }));
    const backwards = toBundle(aVisit({ elements: [...everything].reverse() }));

    expect(JSON.stringify(backwards)).toBe(JSON.stringify(forwards));
  });

  test('gives two readings of one element a resource each, and neither changes the other', () => {
    const both = aVisit({ elements: [aWeight(11500, 2), aWeight(11400, 1)] });
    const values = listOf('Observation', both).map(({ id, valueQuantity }) => [id, valueQuantity?.value]);

    expect(values).toEqual([
      [both.idOf('berat-badan', 1), 11.4],
      [both.idOf('berat-badan', 2), 11.5],
    ]);
    expect(toBundle(both).entry?.[2]).toEqual(toBundle(aVisit()).entry?.[2]);
  });

  test('keeps every id when a value is corrected', () => {
    const ids = (grams: number): readonly (string | undefined)[] =>
      (toBundle(aVisit({ elements: [aWeight(grams)] })).entry ?? []).map(({ fullUrl }) => fullUrl);

    expect(ids(10400)).toEqual(ids(11400));
  });
});

describe('the numbers of a Bundle', () => {
  test('are the exact decimal of any weight, with no noise of floating point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (grams) => {
        expect(String(valueOf(aWeight(grams)))).toBe(toExact(grams, 3));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    { element: aQuantity('lingkar-kepala', 475), value: 47.5, unit: 'cm' },
    { element: aQuantity('lingkar-lengan-atas', 1005), value: 100.5, unit: 'cm' },
    { element: aWeight(8100), value: 8.1, unit: 'kg' },
  ])('$value $unit is written as a decimal of the unit on the form', ({ element, value, unit }) => {
    const [observation] = listOf('Observation', aVisit({ elements: [element] }));

    expect(observation?.valueQuantity).toEqual({ value, unit, system: 'http://unitsofmeasure.org', code: unit });
  });
});

describe('the height of a child', () => {
  test.each([
    { position: [aCode('cara-ukur', 'telentang')], code: '8306-3', profile: 'panjang-badan' },
    { position: [aCode('cara-ukur', 'berdiri')], code: '8308-9', profile: 'tinggi-badan' },
    { position: [], code: '8302-2', profile: 'tinggi-badan-tanpa-posisi' },
    { position: [aCode('cara-ukur', 'berdiri', 2)], code: '8302-2', profile: 'tinggi-badan-tanpa-posisi' },
  ])('is coded $code by the position of the same reading, which is no resource of its own', ({ position, code, profile }) => {
    const observations = listOf('Observation', aVisit({ elements: [aQuantity('tinggi-badan', 842), ...position] }));

    expect(observations.map((each) => [each.code.coding?.[0]?.code, each.meta?.profile?.[0]])).toEqual([
      [code, `https://titian.dev/fhir/ilp/StructureDefinition/${profile}`],
    ]);
  });
});

describe('the person in a Bundle', () => {
  test('known by the mother carries her NIK as hers, never as its own', () => {
    const [patient] = listOf('Patient', aVisit({ person: laras }));

    expect(patient?.identifier).toEqual([{ system: 'https://fhir.kemkes.go.id/id/nik-ibu', value: '6472995203960002' }]);
    expect(patient?.name).toEqual([{ use: 'temp', text: 'By. Ny. Laras' }]);
    expect(patient?.gender).toBe('female');
  });

  test('with a NIK of its own carries no mother’s NIK beside it', () => {
    const [patient] = listOf('Patient', aVisit({ person: { ...danu, nikIbu: '6472995203960002' } }));

    expect(patient?.identifier?.map(({ system }) => system)).toEqual(['https://fhir.kemkes.go.id/id/nik']);
  });

  test('without a birth date claims no profile that asks for one', () => {
    const [patient] = listOf('Patient', aVisit({ person: larasUndated }));

    expect(patient?.meta?.profile).toEqual([profiles.patient]);
  });
});

describe('the hours and the recorder of a visit', () => {
  test.each([
    { dateEstimated: false, estimated: true, mark: ['jam'] },
    { dateEstimated: true, estimated: true, mark: ['tanggal'] },
    { dateEstimated: false, estimated: false, mark: undefined },
  ])('date estimated $dateEstimated, hours estimated $estimated is marked $mark', ({ dateEstimated, estimated, mark }) => {
    const [encounter] = listOf('Encounter', aVisit({ visit: { dateEstimated }, estimated }));

    expect(encounter?.period?.extension?.map(({ valueCode }) => valueCode)).toEqual(mark);
  });

  test.each([
    { recorder: 'kader' as const, verified: false, code: 'dicatat-kader' },
    { recorder: 'nakes' as const, verified: false, code: 'dicatat-nakes' },
    { recorder: 'sistem' as const, verified: false, code: 'dicatat-sistem' },
    { recorder: 'kader' as const, verified: true, code: 'diverifikasi-nakes' },
  ])('a visit by $recorder, verified $verified, is tagged $code', ({ recorder, verified, code }) => {
    const [encounter] = listOf('Encounter', aVisit({ visit: { recorder, verified } }));

    expect(encounter?.meta?.tag).toContainEqual({ system: systems.recording, code });
  });
});

describe('each shape of an element', () => {
  const fhir = { resource: 'Observation' as const, code: finding };

  test.each<{ shape: 'coded' | 'boolean' | 'text' | 'date'; value: Element['value']; written: Partial<Observation> }>([
    { shape: 'coded', value: { kind: 'coded', code: 'ada' }, written: { valueCodeableConcept: { coding: [finding], text: 'ada' } } },
    { shape: 'coded', value: { kind: 'coded', code: 'lain' }, written: { valueCodeableConcept: { text: 'lain' } } },
    { shape: 'boolean', value: { kind: 'boolean', boolean: false }, written: { valueBoolean: false } },
    { shape: 'text', value: { kind: 'text', text: 'tampak lemas' }, written: { valueString: 'tampak lemas' } },
    { shape: 'date', value: { kind: 'date', date: '2025-01-31' }, written: { valueDateTime: '2025-01-31' } },
  ])('$shape keeps its value: $written', ({ shape, value, written }) => {
    const table = aTable({ shape, fhir: { ...fhir, values: { ada: finding } } });
    const input = aVisit({ table, elements: [{ key: 'unsur', ordinal: 1, value, cell: 'unsur' }] });

    expect(listOf('Observation', input)).toEqual([expect.objectContaining(written)]);
    expect(listFaults(toBundle(input))).toEqual([]);
  });

  test('what was expressly not given is a Procedure not done, not a missing one', () => {
    const table = aTable({ shape: 'boolean', fhir: { resource: 'Procedure', code: finding } });
    const given = (boolean: boolean): readonly (string | undefined)[] =>
      listOf(
        'Procedure',
        aVisit({ table, elements: [{ key: 'unsur', ordinal: 1, value: { kind: 'boolean', boolean }, cell: 'unsur' }] }),
      ).map(({ status }) => status);

    expect([given(true), given(false)]).toEqual([['completed'], ['not-done']]);
  });

  test.each([
    { reason: 'tanpa-kode', definition: {} },
    { reason: 'tanpa-kode', definition: { shape: 'immunization' as const, fhir } },
    { reason: 'nilai-tidak-cocok', definition: { shape: 'boolean' as const, fhir } },
    { reason: 'nilai-tidak-cocok', definition: { shape: 'quantity' as const, fhir } },
    { reason: 'elemen-tidak-dikenal', definition: { key: 'unsur-lain', fhir } },
  ])('an element that cannot be said in FHIR stays local and is listed: $reason', ({ reason, definition }) => {
    const input = aVisit({ table: aTable(definition), elements: [aQuantity('unsur', 3)] });

    expect(listLocalElements(input)).toEqual([{ key: 'unsur', ordinal: 1, reason }]);
    expect(toBundle(input).entry).toHaveLength(2);
  });

  test('undated doses of the shipped programme stay local', () => {
    const dose: Element = { ...aCode('riwayat-imunisasi', 'MR1'), fields: { primarySource: { kind: 'boolean', boolean: false } } };

    expect(listLocalElements(aVisit({ elements: [dose] }))).toEqual([{ key: 'riwayat-imunisasi', ordinal: 1, reason: 'tanpa-kode' }]);
  });
});

interface ByType {
  readonly Patient: Patient;
  readonly Encounter: Encounter;
  readonly Observation: Observation;
  readonly Procedure: Extract<Resource, { resourceType: 'Procedure' }>;
}

function listOf<T extends keyof ByType>(type: T, input: BundleInput): readonly ByType[T][] {
  const resources = (toBundle(input).entry ?? []).map(({ resource }) => resource);
  return resources.filter((each): each is ByType[T] => each?.resourceType === type);
}

function valueOf(element: Element): number | undefined {
  return listOf('Observation', aVisit({ elements: [element] }))[0]?.valueQuantity?.value;
}

/** The decimal by moving the point in the text, without any arithmetic. */
function toExact(int: number, digits: number): string {
  const padded = String(int).padStart(digits + 1, '0');
  const fraction = padded.slice(-digits).replace(/0+$/, '');
  return padded.slice(0, -digits) + (fraction === '' ? '' : `.${fraction}`);
}

function listFaults(bundle: Bundle): readonly string[] {
  return validator.validate(bundle).issues.map(({ code, expression }) => `${code} ${expression ?? ''}`);
}
