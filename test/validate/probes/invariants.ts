import type { Probe } from './probe.ts';
import { form, hemoglobin, hl7, media, pasien, patient, problem, withDosage } from './resources.ts';
import { vary } from './vary.ts';

/** Rules that R4 states in FHIRPath. */
export const invariants: readonly Probe[] = [
  [
    'per-1: a period that ends before it begins',
    { ...patient, name: [{ text: 'a', period: { start: '2026-02-01', end: '2026-01-01' } }] },
    'invariant Patient.name[0].period',
    { ...patient, name: [{ text: 'a', period: { start: '2026-01-01', end: '2026-02-01' } }] },
  ],
  [
    'per-1: hours in two zones, the end before the start',
    { ...patient, name: [{ text: 'a', period: { start: '2026-02-01T10:00:00+07:00', end: '2026-02-01T02:00:00Z' } }] },
    'invariant Patient.name[0].period',
    { ...patient, name: [{ text: 'a', period: { start: '2026-02-01T10:00:00+07:00', end: '2026-02-01T04:00:00Z' } }] },
  ],
  ['qty-3: a code of a unit without its system', vary(hemoglobin, ['valueQuantity', 'system']), 'invariant Observation.value', hemoglobin],
  [
    'cpt-2: a telephone number of no kind',
    { ...patient, telecom: [{ value: '+62 22 555' }] },
    'invariant Patient.telecom[0]',
    { ...patient, telecom: [{ system: 'phone', value: '+62 22 555' }] },
  ],
  [
    'pat-1: a contact of a patient who is nobody',
    { ...patient, contact: [{ gender: 'female' }] },
    'invariant Patient.contact[0]',
    { ...patient, contact: [{ gender: 'female', name: { text: 'Ibu' } }] },
  ],
  [
    'obs-6: a reason for no value beside a value',
    { ...hemoglobin, dataAbsentReason: { text: 'x' } },
    'invariant Observation',
    { ...hemoglobin, valueQuantity: undefined, dataAbsentReason: { text: 'x' } },
  ],
  [
    'obs-7: a component that repeats the code of the whole',
    { ...hemoglobin, component: [{ code: hemoglobin.code, valueQuantity: hemoglobin.valueQuantity }] },
    'invariant Observation',
    { ...hemoglobin, component: [{ code: { text: 'Lain' }, valueQuantity: hemoglobin.valueQuantity }] },
  ],
  [
    'obs-3: a reference range that says nothing',
    { ...hemoglobin, referenceRange: [{ type: { text: 'a' } }] },
    'invariant Observation.referenceRange[0]',
    { ...hemoglobin, referenceRange: [{ type: { text: 'a' }, text: '7 - 9 kg' }] },
  ],
  [
    'con-4: a problem that ended but is still active',
    { ...problem, abatementDateTime: '2026-01-01' },
    'invariant Condition',
    { ...problem, clinicalStatus: { coding: [{ system: hl7('condition-clinical'), code: 'resolved' }] }, abatementDateTime: '2026-01-01' },
  ],
  [
    'con-5: an error that still has a clinical status',
    { ...problem, verificationStatus: { coding: [{ system: hl7('condition-ver-status'), code: 'entered-in-error' }] } },
    'invariant Condition',
    {
      ...problem,
      clinicalStatus: undefined,
      verificationStatus: { coding: [{ system: hl7('condition-ver-status'), code: 'entered-in-error' }] },
    },
  ],
  [
    'tim-1: a duration without its unit',
    withDosage({ timing: { repeat: { duration: 1 } } }),
    'invariant MedicationRequest.dosageInstruction[0].timing.repeat',
    withDosage({ timing: { repeat: { duration: 1, durationUnit: 'h' } } }),
  ],
  [
    'tim-2: a period without its unit',
    withDosage({ timing: { repeat: { period: 1 } } }),
    'invariant MedicationRequest.dosageInstruction[0].timing.repeat',
    withDosage({ timing: { repeat: { period: 1, periodUnit: 'd' } } }),
  ],
  [
    'tim-4: a period below nothing',
    withDosage({ timing: { repeat: { period: -1, periodUnit: 'd' } } }),
    'invariant MedicationRequest.dosageInstruction[0].timing.repeat',
    withDosage({ timing: { repeat: { period: 1, periodUnit: 'd' } } }),
  ],
  [
    'tim-10: hours of the day beside meals',
    withDosage({ timing: { repeat: { timeOfDay: ['08:00:00'], when: ['AC'] } } }),
    'invariant MedicationRequest.dosageInstruction[0].timing.repeat',
    withDosage({ timing: { repeat: { when: ['AC'] } } }),
  ],
  [
    'rng-2: a range from high to low',
    {
      ...hemoglobin,
      valueQuantity: undefined,
      valueRange: { low: hemoglobin.valueQuantity, high: { ...hemoglobin.valueQuantity, value: 5 } },
    },
    'invariant Observation.value',
    {
      ...hemoglobin,
      valueQuantity: undefined,
      valueRange: { low: hemoglobin.valueQuantity, high: { ...hemoglobin.valueQuantity, value: 15 } },
    },
  ],
  [
    'rat-1: a ratio without its lower half',
    { resourceType: 'Medication', amount: { numerator: { value: 1 } } },
    'invariant Medication.amount',
    { resourceType: 'Medication', amount: { numerator: { value: 1 }, denominator: { value: 2 } } },
  ],
  [
    'que-2: two questions of one linkId',
    {
      ...form,
      item: [
        { linkId: '1', type: 'string', text: 'a' },
        { linkId: '1', type: 'string', text: 'b' },
      ],
    },
    'invariant Questionnaire',
    {
      ...form,
      item: [
        { linkId: '1', type: 'string', text: 'a' },
        { linkId: '2', type: 'string', text: 'b' },
      ],
    },
  ],
  [
    'que-1: a group that has nothing in it',
    { ...form, item: [{ linkId: '1', type: 'group', text: 'a' }] },
    'invariant Questionnaire.item[0]',
    form,
  ],
  [
    'que-6: a text that must be answered',
    { ...form, item: [{ linkId: '1', type: 'display', text: 'a', required: true }] },
    'invariant Questionnaire.item[0]',
    { ...form, item: [{ linkId: '1', type: 'string', text: 'a', required: true }] },
  ],
  [
    'imm-1: a vaccine not known',
    {
      resourceType: 'Immunization',
      status: 'completed',
      patient: pasien,
      vaccineCode: { text: 'BCG' },
      occurrenceDateTime: '2026-08-01',
      education: [{ publicationDate: '2026' }],
    },
    'invariant Immunization.education[0]',
    {
      resourceType: 'Immunization',
      status: 'completed',
      patient: pasien,
      vaccineCode: { text: 'BCG' },
      occurrenceDateTime: '2026-08-01',
      education: [{ publicationDate: '2026', documentType: 'x' }],
    },
  ],
  [
    'ait-2: an allergy recorded in error that is still active',
    {
      resourceType: 'AllergyIntolerance',
      patient: pasien,
      clinicalStatus: { coding: [{ system: hl7('allergyintolerance-clinical'), code: 'active' }] },
      verificationStatus: { coding: [{ system: hl7('allergyintolerance-verification'), code: 'entered-in-error' }] },
    },
    'invariant AllergyIntolerance',
    {
      resourceType: 'AllergyIntolerance',
      patient: pasien,
      verificationStatus: { coding: [{ system: hl7('allergyintolerance-verification'), code: 'entered-in-error' }] },
    },
  ],
  [
    'org-1: an organisation without name and number',
    { resourceType: 'Organization', active: true },
    'invariant Organization',
    { resourceType: 'Organization', active: true, name: 'Puskesmas Contoh' },
  ],
  [
    'cpl-3: an activity both told and referred to',
    {
      resourceType: 'CarePlan',
      status: 'active',
      intent: 'plan',
      subject: pasien,
      activity: [{ reference: { reference: 'ServiceRequest/1' }, detail: { status: 'scheduled' } }],
    },
    'invariant CarePlan.activity[0]',
    { resourceType: 'CarePlan', status: 'active', intent: 'plan', subject: pasien, activity: [{ detail: { status: 'scheduled' } }] },
  ],
  [
    'att-1: a picture without its kind',
    { ...media, content: { data: 'AAAA' } },
    'invariant Media.content',
    { ...media, content: { data: 'AAAA', contentType: 'image/png' } },
  ],
];
