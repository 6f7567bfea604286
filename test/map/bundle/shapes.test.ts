// Longer than 200 lines: one claim a shape, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import { toBundle } from '../../../src/map/bundle/to-bundle.ts';
import type { ElementDefinition, FhirCodes } from '../../../src/map/element-definition.ts';
import type { Element, ElementValue } from '../../../src/map/visit.ts';
import { ada, code, gPerDl, given, interpretationSystem, lain, made, no, other, reasons, tablet, yes } from './a-shape.ts';
import { aTable, aVisit, danu, laras } from './a-visit.ts';

describe('a measurement', () => {
  const bands = [
    { below: 23, code: { system: interpretationSystem, code: 'L' } },
    { below: 23.5, code: { system: interpretationSystem, code: 'I' } },
    { code: { system: interpretationSystem, code: 'N' } },
  ];
  const arm = { shape: 'quantity' as const, unit: { ucum: 'cm', display: 'cm', smallest: 'mm', perUnit: 10 } };

  test.each([
    [229, 'L'],
    [230, 'I'],
    [234, 'I'],
    [235, 'N'],
  ])('of %i mm is interpreted %s: the limits stand in centimetres and compare as whole millimetres', (int, is) => {
    const value: ElementValue = { kind: 'quantity', int, written: String(int) };
    const [observation] = made(given({ ...arm, fhir: { resource: 'Observation', code, interpretation: bands }, value }));

    expect(observation).toMatchObject({ interpretation: [{ coding: [{ code: is }] }], valueQuantity: { value: int / 10 } });
  });

  test.each([
    [369, 'L'],
    [370, undefined],
  ])('of %i mm in a band without a code means %s', (int, is) => {
    const interpretation = [{ below: 37, code: { system: interpretationSystem, code: 'L' } }, {}];
    const value: ElementValue = { kind: 'quantity', int, written: String(int) };
    const [observation] = made(given({ ...arm, fhir: { resource: 'Observation', code, interpretation }, value }));

    expect(JSON.stringify(observation).includes('interpretation')).toBe(is !== undefined);
  });

  test('keeps its second code to the stage of life that has it', () => {
    const value: ElementValue = { kind: 'quantity', int: 300, written: '30' };
    const fhir: FhirCodes = { resource: 'Observation', code, during: { 'ibu-hamil': { also: [other] } } };
    const at = (lifeStage: string): unknown => made(given({ ...arm, fhir, value, visit: { lifeStage } }));

    expect(at('ibu-hamil')).toMatchObject([{ code: { coding: [code, other] } }]);
    expect(at('balita')).toMatchObject([{ code: { coding: [code] } }]);
  });

  test('is a whole count where the platform wants an integer', () => {
    const value: ElementValue = { kind: 'quantity', int: 3, written: '3' };
    const [observation] = made(given({ shape: 'quantity', fhir: { resource: 'Observation', code, as: 'integer' }, unit: tablet, value }));

    expect(observation).toMatchObject({ valueInteger: 3 });
    expect(observation).not.toHaveProperty('valueQuantity');
  });

  test.each(['HH', 'LL'])('that the meter could not read says %s and no number', (is) => {
    const value: ElementValue = { kind: 'coded', code: is };
    const input = given({ ...arm, fhir: { resource: 'Observation', code }, value, fields: { interpretasi: { kind: 'coded', code: is } } });
    const [observation] = made(input);

    expect(observation).toMatchObject({
      interpretation: [{ coding: [{ code: is }] }],
      dataAbsentReason: { coding: [{ code: 'unknown' }] },
    });
    expect(Object.keys(observation ?? {}).filter((key) => key.startsWith('value'))).toEqual([]);
  });
});

describe('a word', () => {
  test('carries every code that says the same, and ours beside it', () => {
    const fhir: FhirCodes = { resource: 'Observation', code, also: [other], values: { ada: { ...code, also: [other], dose: 1 } } };
    const [observation] = made(given({ shape: 'coded', fhir, value: ada }));

    expect(observation).toMatchObject({ code: { coding: [code, other] }, valueCodeableConcept: { coding: [code, other], text: 'ada' } });
  });

  test('is a count where the platform wants one: the third trimester is 3', () => {
    const fhir: FhirCodes = { resource: 'Observation', code, as: 'integer' };
    const [observation] = made(given({ shape: 'coded', fhir, value: { kind: 'coded', code: '3' } }));

    expect(observation).toMatchObject({ valueInteger: 3 });
    expect(observation).not.toHaveProperty('valueCodeableConcept');
  });

  test('is a text where the platform wants one, with its meaning', () => {
    const fhir: FhirCodes = {
      resource: 'Observation',
      code,
      as: 'text',
      interpretation: { ada: { system: interpretationSystem, code: 'A' } },
    };
    const [observation] = made(given({ shape: 'coded', fhir, value: ada }));

    expect(observation).toMatchObject({ valueString: 'ada', interpretation: [{ coding: [{ code: 'A' }] }] });
  });

  test('for yes and no is the concept that the table has for it', () => {
    const [observation] = made(given({ shape: 'boolean', fhir: { resource: 'Observation', code, values: { ya: other } }, value: yes }));

    expect(observation).toMatchObject({ valueCodeableConcept: { coding: [other], text: 'ya' } });
  });
});

describe('a result of a laboratory', () => {
  const report = { system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'HM' };
  const laboratory = { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' };
  const fhir: FhirCodes = { resource: 'Observation', category: laboratory, code, specimen: other, report };
  const lab = { shape: 'lab-result' as const, fhir, unit: gPerDl };

  test('is what was examined, what was found, and the report that refers to both', () => {
    const input = given({ ...lab, value: { kind: 'quantity', int: 104, written: '10,4' } });
    const url = (key: string): string => `urn:uuid:${input.idOf(key, 1)}`;

    expect(made(input)).toEqual([
      expect.objectContaining({ resourceType: 'Specimen', id: input.idOf('unsur.specimen', 1), type: { coding: [other] } }),
      expect.objectContaining({
        resourceType: 'Observation',
        id: input.idOf('unsur', 1),
        category: [{ coding: [laboratory] }],
        valueQuantity: { value: 10.4, unit: 'g/dL', system: 'http://unitsofmeasure.org', code: 'g/dL' },
        specimen: { reference: url('unsur.specimen') },
      }),
      expect.objectContaining({
        resourceType: 'DiagnosticReport',
        id: input.idOf('unsur.laporan', 1),
        category: [{ coding: [report] }],
        code: { coding: [code] },
        specimen: [{ reference: url('unsur.specimen') }],
        result: [{ reference: url('unsur') }],
      }),
    ]);
  });

  test.each<{ name: string; value: ElementValue; is: object }>([
    { name: 'a code', value: ada, is: { valueCodeableConcept: { text: 'ada' } } },
    { name: 'yes or no', value: no, is: { valueBoolean: false } },
    { name: 'words', value: { kind: 'text', text: 'tidak tampak' }, is: { valueString: 'tidak tampak' } },
  ])('can be $name', ({ value, is }) => {
    expect(made(given({ ...lab, value }))[1]).toMatchObject(is);
  });

  test('beyond the meter has no number', () => {
    const value: ElementValue = { kind: 'quantity', int: 0, written: 'HI' };
    const input = given({ ...lab, value, fields: { interpretasi: { kind: 'coded', code: 'HH' } } });

    expect(made(input)[1]).toMatchObject({ interpretation: [{ coding: [{ code: 'HH' }] }], dataAbsentReason: expect.anything() });
    expect(made(input)[1]).not.toHaveProperty('valueQuantity');
  });

  test('of no known specimen has a report all the same', () => {
    const { specimen: _specimen, ...plain } = fhir;

    expect(made(given({ ...lab, fhir: plain, value: ada })).map(({ resourceType }) => resourceType)).toEqual([
      'Observation',
      'DiagnosticReport',
    ]);
  });

  test('that is a day is none', () => {
    expect(reasons(given({ ...lab, value: { kind: 'date', date: '2025-08-01' } }))).toEqual(['nilai-tidak-cocok']);
  });
});

describe('the answers of a form', () => {
  const questionnaire = 'https://fhir.kemkes.go.id/Questionnaire/Q0002';
  const answerTo = (key: string, linkId: string, more: Partial<FhirCodes> = {}, of = questionnaire): Partial<ElementDefinition> => ({
    ...{ key, shape: 'answer', unit: tablet },
    fhir: { resource: 'QuestionnaireResponse', questionnaire: of, linkId, ...more },
  });
  const answer = (key: string, value: ElementValue, ordinal = 1): Element => ({ key, ordinal, value, cell: key });

  test('are one resource a form, in the order of its items', () => {
    const table = aTable(
      answerTo('a', '1.10'),
      answerTo('b', '1.2', { values: { ada: code } }),
      answerTo('c', '2', { as: 'integer' }),
      answerTo('d', '2.1'),
      answerTo('e', '3'),
      answerTo('f', '3'),
      answerTo('g', '1', {}, 'https://fhir.kemkes.go.id/Questionnaire/Q0004'),
    );
    const elements = [
      answer('a', yes),
      answer('b', ada),
      answer('c', { kind: 'quantity', int: 4, written: '4' }),
      answer('d', { kind: 'date', date: '2025-01-31' }),
      answer('e', { kind: 'text', text: 'tidak tahu' }),
      answer('f', lain, 2),
      answer('g', { kind: 'quantity', int: 2, written: '2' }),
    ];
    const input = aVisit({ table, elements });

    expect(made(input).map((each) => ('item' in each ? [each.id, each.item] : []))).toEqual([
      [
        input.idOf(questionnaire, 1),
        [
          {
            linkId: '1',
            item: [
              { linkId: '1.2', answer: [{ valueCoding: code }] },
              { linkId: '1.10', answer: [{ valueBoolean: true }] },
            ],
          },
          { linkId: '2', answer: [{ valueInteger: 4, item: [{ linkId: '2.1', answer: [{ valueDate: '2025-01-31' }] }] }] },
          { linkId: '3', answer: [{ valueString: 'tidak tahu' }, { valueString: 'lain' }] },
        ],
      ],
      [
        input.idOf('https://fhir.kemkes.go.id/Questionnaire/Q0004', 1),
        [{ linkId: '1', answer: [{ valueQuantity: { value: 2, unit: 'tablet', system: 'http://unitsofmeasure.org', code: '{tablet}' } }] }],
      ],
    ]);
  });
});

describe('an answer among choices', () => {
  const form = {
    resource: 'QuestionnaireResponse',
    questionnaire: 'https://fhir.kemkes.go.id/Questionnaire/Q0003',
    linkId: '1.2',
  } as const;

  test('goes by its code, and stays where the form has none for it', () => {
    const fhir: FhirCodes = { ...form, values: { ada: code } };
    expect(made(given({ shape: 'coded', fhir, value: ada }))).toMatchObject([{ item: [{ item: [{ answer: [{ valueCoding: code }] }] }] }]);
    expect(reasons(given({ shape: 'coded', fhir, value: lain }))).toEqual(['jawaban-tanpa-kode']);
  });
});

describe('what stays local whatever its shape', () => {
  test('is what was read out of a text and nobody has confirmed', () => {
    const input = given({ shape: 'boolean', fhir: { resource: 'Observation', code }, value: yes, element: { unconfirmed: true } });

    expect(reasons(input)).toEqual(['perlu-konfirmasi']);
  });

  test('and what nobody has confirmed decides nothing about another', () => {
    const height: FhirCodes = { resource: 'Observation', code, when: { element: 'cara', codes: { berdiri: { code: other } } } };
    const table = aTable({ key: 'unsur', unit: gPerDl, fhir: height }, { key: 'cara', shape: 'coded' });
    const codes = (unconfirmed: object): readonly unknown[] =>
      made(
        aVisit({
          table,
          elements: [
            { key: 'unsur', ordinal: 1, value: { kind: 'quantity', int: 900, written: '90' }, cell: 'unsur' },
            { key: 'cara', ordinal: 1, value: { kind: 'coded', code: 'berdiri' }, cell: 'cara', ...unconfirmed },
          ],
        }),
      ).flatMap((each) => (each.resourceType === 'Observation' ? [each.code] : []));

    expect(codes({})).toEqual([{ coding: [other] }]);
    expect(codes({ unconfirmed: true })).toEqual([{ coding: [code] }]);
  });
});

describe('the contact and the person', () => {
  test('a visit at home is of class HH and claims its own profile', () => {
    const [, entry] = toBundle(aVisit({ visit: { service: 'kunjungan-rumah' } })).entry ?? [];

    expect(entry?.resource).toMatchObject({ class: { code: 'HH' }, serviceType: { coding: [{ code: 'kunjungan-rumah' }] } });
    expect(entry?.resource?.meta?.profile).toEqual(['https://titian.dev/fhir/ilp/StructureDefinition/encounter-rumah']);
  });

  test.each([
    { name: 'a twin known by the mother', person: { ...laras, birthOrder: 2 }, is: 2 },
    { name: 'a child known by the mother', person: { ...laras, birthOrder: 0 }, is: undefined },
    { name: 'a child with its own NIK', person: { ...danu, birthOrder: 2 }, is: undefined },
  ])('$name has the order of birth $is', ({ person, is }) => {
    expect((toBundle(aVisit({ person })).entry?.[0]?.resource as { multipleBirthInteger?: number }).multipleBirthInteger).toBe(is);
  });
});
