// Sound resources that probes are made from. All people are invented.
/** The fullUrl of what has no other address. */
export const uuid = 'urn:uuid:0a3b5c1e-1111-4222-8333-444455556666';
/** A child without profiles. */
export const patient = {
  resourceType: 'Patient',
  id: 'danu',
  name: [{ text: 'Danu Contoh', given: ['Danu'] }],
  gender: 'male',
  birthDate: '2025-11-03',
};
/** A weight without profiles. */
export const weight = {
  ...{ resourceType: 'Observation', status: 'final', code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] } },
  ...{ subject: { reference: 'Patient/danu' }, effectiveDateTime: '2026-08-01T09:00:00+07:00' },
  valueQuantity: { value: 7.2, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
};
/** A questionnaire with a nested item. */
export const questionnaire = {
  ...{ resourceType: 'Questionnaire', status: 'active' },
  item: [{ linkId: '1', type: 'group', item: [{ linkId: '1.1', type: 'string', maxLength: 20 }] }],
};
/** How a transaction asks for its entry. */
export const request = { method: 'POST', url: 'Patient' };
/** A transaction of one child. */
export const transaction = { resourceType: 'Bundle', type: 'transaction', entry: [{ fullUrl: uuid, resource: patient, request }] };
/** A collection of one child. */
export const collection = { resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl: uuid, resource: patient }] };
/** What stands beside a value that is missing for a reason. */
export const absent = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] };
/** A prescription whose medication it contains. */
export const medication = {
  ...{ resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject: { reference: 'Patient/danu' } },
  ...{ contained: [{ resourceType: 'Medication', id: 'm' }], medicationReference: { reference: '#m' } },
  dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } }, doseAndRate: [{ doseQuantity: { value: 1 } }] }],
};
/** A picture. */
export const attachment = { resourceType: 'Media', status: 'completed', content: { contentType: 'image/png', data: 'AAAA' } };
/** A bill. */
export const invoice = { resourceType: 'Invoice', status: 'issued', totalNet: { value: 1000, currency: 'IDR' } };
/** Parameters with a resource and with parts. */
export const parameters = {
  resourceType: 'Parameters',
  parameter: [
    { name: 'p', resource: patient },
    { name: 'q', part: [{ name: 'r', valueBoolean: false }] },
  ],
};
