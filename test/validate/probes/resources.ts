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
  // The R4 profile of vital signs asks for it.
  category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] }],
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

/** The address of a code system of HL7. */
export const hl7 = (name: string): string => `http://terminology.hl7.org/CodeSystem/${name}`;

/** A reference to the child. */
export const pasien = { reference: 'Patient/danu' };

/** The address of a second entry. */
export const uuid2 = 'urn:uuid:0a3b5c1e-1111-4222-8333-444455557777';

/** A value of the laboratory, for which R4 has no profile. */
export const hemoglobin = {
  ...{ resourceType: 'Observation', status: 'final', code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] } },
  ...{ subject: pasien, effectiveDateTime: '2026-08-01T09:00:00+07:00' },
  valueQuantity: { value: 11, unit: 'g/dL', system: 'http://unitsofmeasure.org', code: 'g/dL' },
};

/** A prescription without dosage. */
export const prescription = {
  ...{ resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject: pasien },
  medicationCodeableConcept: { text: 'Zinc' },
};

/** The prescription with one dosage. */
export const withDosage = (dosage: object) => ({ ...prescription, dosageInstruction: [dosage] });

/** A medication that is contained. */
export const zinc = { resourceType: 'Medication', id: 'zinc', code: { text: 'Zinc' } };

/** The prescription of something it may contain. */
export const withContained = (contained: readonly object[], medicationReference: object) => ({
  ...{ ...prescription, medicationCodeableConcept: undefined },
  ...{ contained, medicationReference },
});

/** An active problem. */
export const problem = {
  ...{ resourceType: 'Condition', subject: pasien, code: { text: 'Gizi kurang' } },
  clinicalStatus: { coding: [{ system: hl7('condition-clinical'), code: 'active' }] },
  verificationStatus: { coding: [{ system: hl7('condition-ver-status'), code: 'confirmed' }] },
};

/** A questionnaire with a group. */
export const form = {
  ...{ resourceType: 'Questionnaire', status: 'active' },
  item: [{ linkId: '1', type: 'group', text: 'a', item: [{ linkId: '1.1', type: 'string', text: 'b', maxLength: 20 }] }],
};

/** The child with a narrative. */
export const withNarrative = (inner: string) => ({
  ...patient,
  text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${inner}</div>` },
});

/** A picture that says its size. */
export const media = { ...attachment, content: { contentType: 'image/png', data: 'AAAA', size: 3 } };

/** Two entries, of which one refers to the other. */
export const pair = {
  ...{ resourceType: 'Bundle', type: 'collection' },
  entry: [
    { fullUrl: uuid, resource: patient },
    { fullUrl: uuid2, resource: { ...hemoglobin, subject: { reference: uuid } } },
  ],
};

const composition = {
  ...{ resourceType: 'Composition', status: 'final', type: { text: 'Ringkasan' }, date: '2026-08-01', title: 'Ringkasan' },
  ...{ author: [{ reference: uuid2 }], subject: { reference: uuid } },
};

/** A document of three entries. */
export const document = {
  ...{ resourceType: 'Bundle', type: 'document', identifier: { system: 'urn:ietf:rfc:3986', value: uuid } },
  timestamp: '2026-08-01T02:00:00Z',
  entry: [
    { fullUrl: 'urn:uuid:0a3b5c1e-1111-4222-8333-444455558888', resource: composition },
    { fullUrl: uuid, resource: patient },
    { fullUrl: uuid2, resource: { resourceType: 'Practitioner', name: [{ text: 'Bidan Contoh' }] } },
  ],
};
