// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import { compile, toErrors, toValidator } from './a-validator.ts';

const validator = toValidator(compile());

const uuid = 'urn:uuid:0a3b5c1e-1111-4222-8333-444455556666';
const patient = {
  resourceType: 'Patient',
  id: 'danu',
  name: [{ text: 'Danu Contoh', given: ['Danu'] }],
  gender: 'male',
  birthDate: '2025-11-03',
};
const weight = {
  ...{ resourceType: 'Observation', status: 'final', code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] } },
  ...{ subject: { reference: 'Patient/danu' }, effectiveDateTime: '2026-08-01T09:00:00+07:00' },
  valueQuantity: { value: 7.2, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
};
const questionnaire = {
  ...{ resourceType: 'Questionnaire', status: 'active' },
  item: [{ linkId: '1', type: 'group', item: [{ linkId: '1.1', type: 'string', maxLength: 20 }] }],
};
const request = { method: 'POST', url: 'Patient' };
const transaction = { resourceType: 'Bundle', type: 'transaction', entry: [{ fullUrl: uuid, resource: patient, request }] };
const collection = { resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl: uuid, resource: patient }] };
const absent = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] };
const medication = {
  ...{ resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject: { reference: 'Patient/danu' } },
  ...{ contained: [{ resourceType: 'Medication', id: 'm' }], medicationReference: { reference: '#m' } },
  dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } }, doseAndRate: [{ doseQuantity: { value: 1 } }] }],
};
const attachment = { resourceType: 'Media', status: 'completed', content: { contentType: 'image/png', data: 'AAAA' } };
const invoice = { resourceType: 'Invoice', status: 'issued', totalNet: { value: 1000, currency: 'IDR' } };
const parameters = {
  resourceType: 'Parameters',
  parameter: [
    { name: 'p', resource: patient },
    { name: 'q', part: [{ name: 'r', valueBoolean: false }] },
  ],
};

/** One defect, where it lies, and the sound twin it was made from. */
const probes: readonly (readonly [string, unknown, string, unknown])[] = [
  ['a key R4 does not have', { ...patient, weight: 7 }, 'element-unknown Patient.weight', patient],
  ['a companion of a key R4 does not have', { ...patient, _weight: absent }, 'element-unknown Patient._weight', patient],
  [
    'an unknown key deep inside',
    { ...patient, name: [{ text: 'a', givenName: 'b' }] },
    'element-unknown Patient.name[0].givenName',
    patient,
  ],
  [
    'an unknown key inside a referred-to element',
    { ...questionnaire, item: [{ linkId: '1', type: 'group', item: [{ linkId: 'x', type: 'string', len: 1 }] }] },
    'element-unknown Questionnaire.item[0].item[0].len',
    questionnaire,
  ],
  ['two values at once', { ...weight, valueString: '7' }, 'choice-many Observation.value', weight],
  [
    'a value and the companion of another type',
    { ...patient, deceasedBoolean: true, _deceasedDateTime: absent },
    'choice-many Patient.deceased',
    { ...patient, deceasedBoolean: true },
  ],
  ['a choice without its type', { ...weight, valueQuantity: undefined, value: 7 }, 'element-unknown Observation.value', weight],
  ['an empty list', { ...patient, name: [] }, 'list-empty Patient.name', patient],
  [
    'an empty object',
    { ...patient, maritalStatus: {} },
    'element-empty Patient.maritalStatus',
    { ...patient, maritalStatus: { text: 'Kawin' } },
  ],
  [
    'an object with only an id',
    { ...patient, maritalStatus: { id: 'x' } },
    'element-empty Patient.maritalStatus',
    { ...patient, maritalStatus: { id: 'x', text: 'Kawin' } },
  ],
  ['an empty string', { ...patient, gender: '' }, 'primitive-syntax Patient.gender', patient],
  ['a null', { ...patient, gender: null }, 'null-value Patient.gender', patient],
  ['a list where one value belongs', { ...patient, gender: ['male'] }, 'type-wrong Patient.gender', patient],
  ['one value where a list belongs', { ...patient, name: { text: 'Danu' } }, 'type-wrong Patient.name', patient],
  ['a string where an object belongs', { ...patient, maritalStatus: 'M' }, 'type-wrong Patient.maritalStatus', patient],
  ['a number as text', { ...weight, valueQuantity: { value: '7.2' } }, 'type-wrong Observation.value.value', weight],
  ['a boolean as text', { ...patient, active: 'true' }, 'type-wrong Patient.active', { ...patient, active: false }],
  ['a text as number', { ...patient, name: [{ text: 7 }] }, 'type-wrong Patient.name[0].text', patient],
  [
    'a resource inside that is a text',
    { ...collection, entry: [{ fullUrl: uuid, resource: 'x' }] },
    'resource-not-object Bundle.entry[0].resource',
    collection,
  ],
  [
    'a resource inside without a type',
    { ...collection, entry: [{ fullUrl: uuid, resource: { id: 'x' } }] },
    'resource-type-missing Bundle.entry[0].resource',
    collection,
  ],
  [
    'an unexplained null in padded names',
    { ...patient, name: [{ given: ['Danu', null] }] },
    'null-value Patient.name[0].given[1]',
    { ...patient, name: [{ given: ['Danu', null], _given: [null, absent] }] },
  ],
  [
    'a padded companion that says nothing',
    { ...patient, name: [{ given: ['Danu', null], _given: [null, {}] }] },
    'element-empty Patient.name[0].given[1]',
    { ...patient, name: [{ given: [null], _given: [absent] }] },
  ],
  [
    'a missing status',
    { ...weight, status: undefined },
    'cardinality-min Observation.status',
    { ...weight, status: undefined, _status: absent },
  ],
  ['a missing code', { ...weight, code: undefined }, 'cardinality-min Observation.code', weight],
  [
    'a missing required choice',
    { ...medication, medicationReference: undefined },
    'cardinality-min MedicationRequest.medication',
    { ...medication, medicationReference: undefined, medicationCodeableConcept: { text: 'x' } },
  ],
  [
    'a missing linkId in a nested item',
    { ...questionnaire, item: [{ linkId: '1', type: 'group', item: [{ type: 'string' }] }] },
    'cardinality-min Questionnaire.item[0].item[0].linkId',
    questionnaire,
  ],
  ['an id with a blank', { ...patient, id: 'a b' }, 'primitive-syntax Patient.id', patient],
  ['an id of 65 characters', { ...patient, id: 'a'.repeat(65) }, 'primitive-syntax Patient.id', { ...patient, id: 'a'.repeat(64) }],
  [
    'a day that does not exist',
    { ...patient, birthDate: '2026-02-30' },
    'primitive-syntax Patient.birthDate',
    { ...patient, birthDate: '2024-02-29' },
  ],
  [
    'a leap day of 1900',
    { ...patient, birthDate: '1900-02-29' },
    'primitive-syntax Patient.birthDate',
    { ...patient, birthDate: '2000-02-29' },
  ],
  [
    'a date the Indonesian way round',
    { ...patient, birthDate: '03-11-2025' },
    'primitive-syntax Patient.birthDate',
    { ...patient, birthDate: '2025-11' },
  ],
  [
    'a time without a zone',
    { ...weight, effectiveDateTime: '2026-08-01T09:00:00' },
    'primitive-syntax Observation.effective',
    { ...weight, effectiveDateTime: '2026-08' },
  ],
  ['an hour 24', { ...weight, effectiveDateTime: '2026-08-01T24:00:00Z' }, 'primitive-syntax Observation.effective', weight],
  [
    'an instant that is only a day',
    { ...weight, issued: '2026-08-01' },
    'primitive-syntax Observation.issued',
    { ...weight, issued: '2026-08-01T02:00:00.123Z' },
  ],
  ['a code with a blank at its end', { ...weight, status: 'final ' }, 'primitive-syntax Observation.status', weight],
  ['a code with two blanks', { ...patient, language: 'id  ID' }, 'primitive-syntax Patient.language', { ...patient, language: 'id-ID' }],
  [
    'an address with a blank',
    { ...patient, implicitRules: 'http://x y' },
    'primitive-syntax Patient.implicitRules',
    { ...patient, implicitRules: 'http://x.id/y' },
  ],
  [
    'a UUID in capitals',
    { ...patient, identifier: [{ system: uuid.toUpperCase().replace('URN:UUID', 'urn:uuid') }] },
    'primitive-syntax Patient.identifier[0].system',
    { ...patient, identifier: [{ system: uuid }] },
  ],
  [
    'a code with a tab inside',
    { ...patient, maritalStatus: { coding: [{ system: 'http://x', code: 'a\tb' }] } },
    'primitive-syntax Patient.maritalStatus.coding[0].code',
    { ...patient, maritalStatus: { coding: [{ system: 'http://x', code: 'a b' }] } },
  ],
  [
    'an OID with a leading zero',
    { ...patient, identifier: [{ system: 'urn:oid:1.02.3' }] },
    'primitive-syntax Patient.identifier[0].system',
    { ...patient, identifier: [{ system: 'urn:oid:1.2.3' }] },
  ],
  [
    'a control character',
    { ...patient, name: [{ text: 'Da\u0000nu' }] },
    'primitive-syntax Patient.name[0].text',
    { ...patient, name: [{ text: 'Da\tnu\u00a0' }] },
  ],
  [
    'base64 of five characters',
    { ...attachment, content: { data: 'AAAAA' } },
    'primitive-syntax Media.content.data',
    { ...attachment, content: { data: 'AA AA\nBB==' } },
  ],
  ['base64 padded in the middle', { ...attachment, content: { data: 'AA==AAAA' } }, 'primitive-syntax Media.content.data', attachment],
  [
    'a whole number with a fraction',
    { ...questionnaire, item: [{ linkId: '1', type: 'string', maxLength: 1.5 }] },
    'primitive-syntax Questionnaire.item[0].maxLength',
    questionnaire,
  ],
  [
    'a positive number that is zero',
    { ...patient, telecom: [{ system: 'phone', value: '1', rank: 0 }] },
    'primitive-syntax Patient.telecom[0].rank',
    { ...patient, telecom: [{ system: 'phone', value: '1', rank: 1 }] },
  ],
  ['a gender in Indonesian', { ...patient, gender: 'perempuan' }, 'binding-required Patient.gender', { ...patient, gender: 'unknown' }],
  ['a code in the wrong case', { ...weight, status: 'Final' }, 'binding-required Observation.status', weight],
  [
    'an abstract code',
    { ...questionnaire, item: [{ linkId: '1', type: 'question' }] },
    'binding-required Questionnaire.item[0].type',
    questionnaire,
  ],
  [
    'a bound concept with a code of another system',
    {
      resourceType: 'AllergyIntolerance',
      patient: { reference: 'Patient/x' },
      clinicalStatus: { coding: [{ system: 'http://x', code: 'active' }] },
    },
    'binding-required AllergyIntolerance.clinicalStatus',
    {
      resourceType: 'AllergyIntolerance',
      patient: { reference: 'Patient/x' },
      clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }] },
    },
  ],
  [
    'a media type without a slash',
    { ...attachment, content: { contentType: 'png', data: 'AAAA' } },
    'binding-required Media.content.contentType',
    attachment,
  ],
  [
    'a currency of two letters',
    { ...invoice, totalNet: { value: 1, currency: 'Rp' } },
    'binding-required Invoice.totalNet.currency',
    invoice,
  ],
  [
    'a comparator on a simple quantity',
    { ...medication, dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 1, comparator: '<' } }] }] },
    'cardinality-max MedicationRequest.dosageInstruction[0].doseAndRate[0].dose.comparator',
    medication,
  ],
  [
    'a subject that is a practitioner',
    { ...weight, subject: { reference: 'Practitioner/1' } },
    'reference-target Observation.subject.reference',
    { ...weight, subject: { reference: 'https://rs.id/fhir/Patient/1/_history/2' } },
  ],
  [
    'a contained resource of no type',
    { ...medication, contained: [{ resourceType: 'Obat', id: 'm' }] },
    'resource-type-unknown MedicationRequest.contained[0]',
    medication,
  ],
  [
    'a contained resource with a defect',
    { ...medication, contained: [{ resourceType: 'Medication', id: 'm', obat: 1 }] },
    'element-unknown MedicationRequest.contained[0].obat',
    medication,
  ],
  [
    'an extension with value and inner extensions',
    { ...patient, extension: [{ url: 'http://x', valueCode: 'a', ...absent }] },
    'extension-value Patient.extension[0]',
    { ...patient, extension: [{ url: 'http://x', valueCode: 'a' }] },
  ],
  [
    'an extension without content',
    { ...patient, extension: [{ url: 'http://x' }] },
    'extension-value Patient.extension[0]',
    { ...patient, extension: [{ url: 'http://x', _valueCode: absent }] },
  ],
  [
    'an extension without url',
    { ...patient, extension: [{ valueCode: 'a' }] },
    'cardinality-min Patient.extension[0].url',
    { ...patient, extension: [{ url: 'http://x', ...absent }] },
  ],
  [
    'an extension on a primitive that is broken',
    { ...patient, _birthDate: { extension: [{ url: 'x', valueDate: 'kemarin' }] } },
    'primitive-syntax Patient.birthDate.extension[0].value',
    { ...patient, _birthDate: { id: 'b' } },
  ],
  [
    'an extension of ours that does not exist',
    { ...patient, extension: [{ url: 'https://titian.dev/fhir/ilp/StructureDefinition/tidak-ada', valueCode: 'a' }] },
    'extension-unknown Patient.extension[0]',
    patient,
  ],
  [
    'a companion without a value that has no extension',
    { ...patient, birthDate: undefined, _birthDate: { id: 'b' } },
    'element-empty Patient.birthDate',
    patient,
  ],
  [
    'a transaction entry without request',
    { ...transaction, entry: [{ fullUrl: uuid, resource: patient }] },
    'bundle-request Bundle.entry[0].request',
    transaction,
  ],
  [
    'a collection entry with request',
    { ...collection, entry: [{ fullUrl: uuid, resource: patient, request }] },
    'bundle-request Bundle.entry[0].request',
    collection,
  ],
  [
    'a collection entry without fullUrl',
    { ...collection, entry: [{ resource: patient }] },
    'bundle-full-url Bundle.entry[0].fullUrl',
    collection,
  ],
  [
    'an entry whose resource is broken',
    { ...transaction, entry: [{ fullUrl: uuid, request, resource: { ...patient, gender: 'x' } }] },
    'binding-required Bundle.entry[0].resource.gender',
    transaction,
  ],
  [
    'a method that is no HTTP verb',
    { ...transaction, entry: [{ fullUrl: uuid, resource: patient, request: { method: 'KIRIM', url: 'Patient' } }] },
    'binding-required Bundle.entry[0].request.method',
    transaction,
  ],
  [
    'a broken resource in a parameter',
    { ...parameters, parameter: [{ name: 'p', resource: { resourceType: 'Observation', status: 'final' } }] },
    'cardinality-min Parameters.parameter[0].resource.code',
    parameters,
  ],
  [
    'a profile of ours that does not exist',
    { ...patient, meta: { profile: ['https://titian.dev/fhir/ilp/StructureDefinition/tidak-ada'] } },
    'profile-unknown Patient',
    patient,
  ],
  [
    'a profile for another type',
    { ...patient, meta: { profile: ['http://hl7.org/fhir/StructureDefinition/Observation'] } },
    'profile-type Patient',
    { ...patient, meta: { profile: ['http://hl7.org/fhir/StructureDefinition/Patient|4.0.1'] } },
  ],
  ['a field that only one vendor has', { ...patient, meta: { project: 'x' } }, 'element-unknown Patient.meta.project', patient],
];

describe('a resource with one defect', () => {
  test.each(probes)('%s is found, and only that', (_, broken, error) => {
    expect(toErrors(validator, clean(broken))).toEqual([error]);
    expect(validator.judge(clean(broken))).toBe('invalid');
  });

  test.each(probes)('without %s it is sound', (_, __, ___, sound) => {
    expect(toErrors(validator, clean(sound))).toEqual([]);
    expect(validator.isValid(clean(sound))).toBe(true);
  });
});

describe('what is no resource', () => {
  test.each([null, 1, 'x', [], true])('%p is refused', (value) => {
    expect(toErrors(validator, value)).toEqual(['resource-not-object Resource']);
  });

  test.each(['constructor', '__proto__', 'DomainResource', 'SubscriptionStatus'])('the type %s is refused', (resourceType) => {
    expect(toErrors(validator, { resourceType })).toEqual(['resource-type-unknown Resource']);
  });

  test('a key __proto__ is an unknown element and changes nothing', () => {
    const resource: unknown = JSON.parse('{"resourceType":"Patient","__proto__":{"gender":"male"}}');
    expect(toErrors(validator, resource)).toEqual(['element-unknown Patient.__proto__']);
  });
});

describe('what cannot be decided', () => {
  test('a currency in the right form is left undecided, not passed in silence', () => {
    const { valid, undecided } = validator.validate(invoice);
    expect({ valid, undecided }).toEqual({
      valid: true,
      undecided: [
        { expression: 'Invoice.totalNet.currency', valueSet: 'http://hl7.org/fhir/ValueSet/currencies', reason: 'code-system-not-held' },
      ],
    });
  });

  test('a foreign profile is a warning', () => {
    const resource = { ...patient, meta: { profile: ['https://fhir.kemkes.go.id/r4/StructureDefinition/Patient'] } };
    expect(validator.judge(resource)).toBe('warnings');
    expect(validator.validate(resource).issues.map((issue) => [issue.severity, issue.code])).toEqual([['warning', 'profile-unknown']]);
  });

  test('a code outside an extensible value set is a warning', () => {
    const resource = { ...patient, maritalStatus: { coding: [{ system: 'http://x', code: 'kawin' }] } };
    expect(validator.judge(resource)).toBe('warnings');
    expect(validator.validate(resource).issues.map((issue) => issue.code)).toEqual(['binding-extensible']);
  });
});

/** What JSON would carry: keys without a value are gone. */
function clean(resource: unknown): unknown {
  return JSON.parse(JSON.stringify(resource));
}
