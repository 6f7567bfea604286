// Longer than 200 lines: what is done, diagnosed, given and asked for, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { Encounter } from '@medplum/fhirtypes';
import { toBundle } from '../../../src/map/bundle/to-bundle.ts';
import type { FhirCodes } from '../../../src/map/element-definition.ts';
import type { Element, ElementValue, Visit, Recorder } from '../../../src/map/visit.ts';
import { ada, at, code, given, lain, made, no, other, reasons, tablet, yes } from './a-shape.ts';

const category = { system: 'http://terminology.hl7.org/CodeSystem/condition-category', code: 'encounter-diagnosis' };

describe('what was done', () => {
  test.each([
    { name: 'a code of its own', fhir: { values: { ada: other } }, value: ada, is: { code: { coding: [other], text: 'ada' } } },
    { name: 'words', fhir: { code }, value: { kind: 'text' as const, text: 'dipijat' }, is: { code: { coding: [code], text: 'dipijat' } } },
    { name: 'a day', fhir: { code }, value: { kind: 'date' as const, date: '2025-08-01' }, is: { performedDateTime: '2025-08-01' } },
    { name: 'no', fhir: { code }, value: no, is: { status: 'not-done', performedDateTime: at } },
  ])('can be said by $name', ({ fhir, value, is }) => {
    const [procedure] = made(given({ shape: 'procedure', fhir: { resource: 'Procedure', ...fhir }, value }));

    expect(procedure).toMatchObject({ resourceType: 'Procedure', ...is });
  });
});

describe('a diagnosis', () => {
  const fhir: FhirCodes = { resource: 'Condition', category, values: { ada: code } };
  const byNakes = { shape: 'condition' as const, fhir, value: ada, visit: { recorder: 'nakes' as const } };

  test('that a nakes wrote is a Condition, and the visit names it', () => {
    const input = given({ ...byNakes, fields: { date: { kind: 'date', date: '2025-08-10' } } });
    const [condition] = made(input);
    const encounter = toBundle(input).entry?.[1]?.resource as Encounter;

    expect(condition).toMatchObject({
      resourceType: 'Condition',
      clinicalStatus: { coding: [{ code: 'active' }] },
      category: [{ coding: [category] }],
      code: { coding: [code], text: 'ada' },
      onsetDateTime: '2025-08-10',
      recordedDate: at,
    });
    expect(encounter.diagnosis).toEqual([{ condition: { reference: `urn:uuid:${condition?.id ?? ''}` } }]);
  });

  test.each([
    { name: 'in words alone', value: { kind: 'text' as const, text: 'infeksi kulit' }, is: { text: 'infeksi kulit' } },
    { name: 'without a code for it', value: lain, is: { text: 'lain' } },
  ])('is kept $name', ({ value, is }) => {
    expect(made(given({ ...byNakes, value }))).toEqual([expect.objectContaining({ code: is })]);
  });

  test('is a code of ICD-10 as it stands, where the table does not name it', () => {
    const icd = 'http://hl7.org/fhir/sid/icd-10';
    const written = (as: string): ElementValue => ({ kind: 'coded', code: as });
    const coded = (value: ElementValue): object => made(given({ ...byNakes, fhir: { ...fhir, valueSystem: icd }, value }))[0] ?? {};

    expect(coded(written('J06.9'))).toMatchObject({ code: { coding: [{ system: icd, code: 'J06.9' }], text: 'J06.9' } });
    expect(coded(ada)).toMatchObject({ code: { coding: [code], text: 'ada' } });
  });

  test('of the history is over, and no diagnosis of this visit', () => {
    const history: FhirCodes = { ...fhir, category: { ...category, code: 'problem-list-item' }, clinicalStatus: 'inactive' };
    const input = given({ ...byNakes, fhir: history });

    expect(made(input)).toEqual([expect.objectContaining({ clinicalStatus: { coding: [expect.objectContaining({ code: 'inactive' })] } })]);
    expect(toBundle(input).entry?.[1]?.resource).not.toHaveProperty('diagnosis');
  });

  test.each<{ who: string; visit: Partial<Visit>; element?: Partial<Element> }>([
    { who: 'a kader', visit: { recorder: 'kader' } },
    { who: 'an export', visit: { recorder: 'sistem' } },
    { who: 'a kader in a visit of a nakes', visit: { recorder: 'nakes', verified: true }, element: { recorder: 'kader' } },
  ])('that $who wrote stays local', ({ visit, element }) => {
    expect(reasons(given({ ...byNakes, visit, ...(element && { element }) }))).toEqual(['bukan-oleh-nakes']);
  });

  test('that a nakes has verified is one', () => {
    expect(made(given({ ...byNakes, visit: { recorder: 'kader', verified: true } }))).toHaveLength(1);
  });

  test('that was denied is none', () => {
    expect(reasons(given({ ...byNakes, fhir: { resource: 'Condition', code }, value: no }))).toEqual(['tidak-ada']);
  });
});

/** The role of whoever stands behind a dose. */
function provider(code: string): unknown {
  return { coding: [expect.objectContaining({ system: 'http://terminology.hl7.org/CodeSystem/v2-0443', code })] };
}

describe('a dose of vaccine', () => {
  const fhir: FhirCodes = {
    resource: 'Immunization',
    values: { ada: { ...code, dose: 2 } },
    fields: { site: { 'lengan-kiri': { system: 'http://terminology.hl7.org/CodeSystem/v3-ActSite', code: 'LUA' } } },
  };
  const dose = { shape: 'immunization' as const, fhir, value: ada };
  const lot: Element['fields'] = { lotNumber: { kind: 'text', text: '2024A17' } };
  const on = (date: string): Element['fields'] => ({ date: { kind: 'date', date } });
  const told: Element['fields'] = { primarySource: no };

  test('given here with its lot number was seen by the nakes who wrote it', () => {
    const fields: Element['fields'] = {
      ...lot,
      expirationDate: { kind: 'date', date: '2026-12-31' },
      site: { kind: 'coded', code: 'lengan-kiri' },
      route: { kind: 'coded', code: 'suntik' },
    };
    const input = given({ ...dose, fields, visit: { recorder: 'nakes' } });

    expect(made(input)).toEqual([
      {
        resourceType: 'Immunization',
        id: input.idOf('unsur', 1),
        meta: {
          profile: ['https://titian.dev/fhir/ilp/StructureDefinition/imunisasi-diberikan'],
          tag: [expect.objectContaining({ code: 'simulasi' })],
        },
        status: 'completed',
        vaccineCode: { coding: [code], text: 'ada' },
        patient: { reference: `urn:uuid:${input.idOf('patient', 1)}` },
        encounter: { reference: `urn:uuid:${input.idOf('encounter', 1)}` },
        occurrenceDateTime: at,
        primarySource: true,
        performer: [{ function: provider('AP'), actor: expect.objectContaining({ type: 'Organization' }) }],
        recorded: at,
        lotNumber: '2024A17',
        expirationDate: '2026-12-31',
        site: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActSite', code: 'LUA' }], text: 'lengan-kiri' },
        route: { text: 'suntik' },
        protocolApplied: [{ doseNumberPositiveInt: 2 }],
      },
    ]);
  });

  test.each<{ name: string; fields: Element['fields']; visit?: Partial<Visit> }>([
    { name: 'without a lot number', fields: {}, visit: { recorder: 'nakes' } },
    { name: 'that a kader reports', fields: { ...lot } },
    { name: 'that the form calls told', fields: { ...lot, ...told, ...on('2025-08-12') } },
    { name: 'of an export', fields: { ...lot }, visit: { recorder: 'sistem' } },
    { name: 'that was not given', fields: { ...lot, diberikan: no } },
  ])('$name is never first-hand', ({ fields, visit }) => {
    const [immunization] = made(given({ ...dose, fields, ...(visit && { visit }) }));

    expect(immunization).toMatchObject({ primarySource: false, occurrenceDateTime: at });
  });

  test.each<{ name: string; is: string; fields: Element['fields']; recorder: Recorder }>([
    { name: 'given by a nakes who knows its lot', is: 'AP', fields: lot, recorder: 'nakes' },
    { name: 'that a nakes wrote down without its lot', is: 'EP', fields: {}, recorder: 'nakes' },
    { name: 'that a kader reports', is: 'EP', fields: lot, recorder: 'kader' },
    { name: 'that was not given', is: 'OP', fields: { diberikan: no }, recorder: 'nakes' },
  ])('$name has $is behind it', ({ is, fields, recorder }) => {
    const [immunization] = made(given({ ...dose, fields, visit: { recorder } }));

    expect(immunization).toMatchObject({ performer: [{ function: provider(is) }] });
  });

  test('dated on another day keeps that day, and is no part of this visit', () => {
    const [immunization] = made(given({ ...dose, fields: { ...lot, ...on('2025-03-01') } }));

    expect(immunization).toMatchObject({ occurrenceDateTime: '2025-03-01', recorded: at, primarySource: false });
    expect(immunization).not.toHaveProperty('encounter');
    expect(immunization).not.toHaveProperty('performer');
  });

  test('names its product first, then what the vaccine is, with the CVX code of the product before that of the vaccine', () => {
    const [kfa, cvx] = ['http://sys-ids.kemkes.go.id/kfa', 'http://hl7.org/fhir/sid/cvx'];
    const product = { system: kfa, code: '93001652', display: 'produk uji' };
    const values = { ada: { system: kfa, code: 'VG122', also: [{ system: cvx, code: '122' }] } };
    const fields = { produk: { '93001652': product }, 'produk-cvx': { '93001652': { system: cvx, code: '119' } } };
    const vaccineOf = (produk: string) =>
      made(given({ ...dose, fhir: { ...fhir, values, fields }, fields: { produk: { kind: 'coded', code: produk } } }))[0];

    expect(vaccineOf('93001652')).toMatchObject({
      vaccineCode: { coding: [product, { system: kfa, code: 'VG122' }, { system: cvx, code: '119' }], text: 'ada' },
    });
    expect(vaccineOf('93009999')).toMatchObject({
      vaccineCode: {
        coding: [
          { system: kfa, code: 'VG122' },
          { system: cvx, code: '122' },
        ],
      },
    });
  });

  test('without a date is history and stays local until it is dated', () => {
    expect(reasons(given({ ...dose, fields: told }))).toEqual(['tanpa-tanggal']);
    expect(made(given({ ...dose, fields: { ...told, ...on('2025-03-01') } }))).toHaveLength(1);
  });

  test('that was refused or put off is not done, never missing', () => {
    const [refused] = made(given({ ...dose, fhir: { resource: 'Immunization', code }, value: no }));
    const [putOff] = made(given({ ...dose, fields: { diberikan: no, alasan: { kind: 'coded', code: 'sakit' } } }));

    expect([refused, putOff]).toEqual([
      expect.objectContaining({ status: 'not-done' }),
      expect.objectContaining({ status: 'not-done', statusReason: { text: 'sakit' } }),
    ]);
    expect(refused).not.toHaveProperty('statusReason');
  });
});

describe('a medicine', () => {
  const count = (int: number): ElementValue => ({ kind: 'quantity', int, written: String(int) });
  const dispense: FhirCodes = { resource: 'MedicationDispense', medication: code };
  const statement: FhirCodes = { resource: 'MedicationStatement', medication: code, doseType: other };
  const form = { shape: 'medication' as const, unit: tablet };
  const thirty = { value: 30, unit: 'tablet', system: 'http://unitsofmeasure.org', code: '{tablet}' };

  test.each([
    { name: 'handed out by count', fhir: dispense, value: count(30), is: { status: 'completed', quantity: thirty, whenHandedOver: at } },
    { name: 'none handed out', fhir: dispense, value: count(0), is: { status: 'declined' } },
    { name: 'not handed out', fhir: dispense, value: no, is: { status: 'declined' } },
    { name: 'taken', fhir: statement, value: yes, is: { status: 'active', effectiveDateTime: at } },
    { name: 'not taken', fhir: statement, value: no, is: { status: 'not-taken' } },
    {
      name: 'taken by count',
      fhir: statement,
      value: count(30),
      is: { dosage: [{ doseAndRate: [{ type: { coding: [other] }, doseQuantity: thirty }] }] },
    },
  ])('$name is said as such', ({ fhir, value, is }) => {
    const [medicine] = made(given({ ...form, fhir, value }));

    expect(medicine).toMatchObject({ resourceType: fhir.resource, medicationCodeableConcept: { coding: [code] }, ...is });
    if (value.kind !== 'quantity' || value.int === 0) expect(JSON.stringify(medicine)).not.toMatch(/uantity/);
  });

  test('can be named by its value, and counted beside it', () => {
    const fhir: FhirCodes = { resource: 'MedicationDispense', values: { ada: code } };
    const [medicine] = made(given({ ...form, fhir, value: ada, fields: { jumlah: count(30) } }));

    expect(medicine).toMatchObject({ medicationCodeableConcept: { coding: [code], text: 'ada' }, quantity: thirty });
  });
});

describe('a referral', () => {
  const fhir: FhirCodes = {
    resource: 'ServiceRequest',
    code,
    values: { ada: other },
    priorities: { segera: 'urgent' },
    fields: { alasan: { demam: code } },
  };
  const referral = {
    shape: 'referral' as const,
    fhir: { resource: 'ServiceRequest' as const, code, priorities: fhir.priorities ?? {}, fields: fhir.fields ?? {} },
  };

  test('says how urgent and why', () => {
    const fields: Element['fields'] = { prioritas: { kind: 'coded', code: 'segera' }, alasan: { kind: 'coded', code: 'demam' } };
    const [request] = made(given({ ...referral, value: yes, fields }));

    expect(request).toMatchObject({
      ...{ resourceType: 'ServiceRequest', status: 'active', intent: 'order', priority: 'urgent', authoredOn: at },
      reasonCode: [{ coding: [code], text: 'demam' }],
    });
  });

  test('says where to, coded or in words', () => {
    expect(made(given({ ...referral, fhir, value: ada }))).toEqual([
      expect.objectContaining({ locationCode: [{ coding: [other], text: 'ada' }] }),
    ]);
    expect(made(given({ ...referral, value: { kind: 'text', text: 'RS Contoh' } }))).toEqual([
      expect.objectContaining({ locationCode: [{ text: 'RS Contoh' }] }),
    ]);
  });

  test('keeps what was said in free words to itself', () => {
    const [request] = made(given({ ...referral, value: yes, fields: { alasan: { kind: 'text', text: 'dipukul suami' } } }));

    expect(request).not.toHaveProperty('reasonCode');
  });

  test('that was not made asks for nothing', () => {
    expect(reasons(given({ ...referral, value: no }))).toEqual(['tidak-ada']);
  });
});
