import type { Probe } from './probe.ts';
import { attachment, hemoglobin, hl7, invoice, patient, problem, questionnaire, weight, withDosage } from './resources.ts';
import { ofBench, vary } from './vary.ts';

/** Codes outside the value set they are bound to. */
export const bindings: readonly Probe[] = [
  ['a gender in Indonesian', { ...patient, gender: 'perempuan' }, 'binding-required Patient.gender', { ...patient, gender: 'unknown' }],
  ['a code in the wrong case', { ...weight, status: 'Final' }, 'binding-required Observation.status', weight],
  [
    'a type of question that FHIR does not have',
    { ...questionnaire, item: [{ linkId: '1', type: 'pilihan' }] },
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
    'a day of the week in Indonesian',
    vary(ofBench('posyandu-sawo'), ['hoursOfOperation', 0, 'daysOfWeek', 0], 'selasa'),
    'binding-required Location.hoursOfOperation[0].daysOfWeek[0]',
    ofBench('posyandu-sawo'),
  ],
  [
    'a unit of time that UCUM does not have',
    withDosage({ timing: { repeat: { period: 1, periodUnit: 'hari' } } }),
    'binding-required MedicationRequest.dosageInstruction[0].timing.repeat.periodUnit',
    withDosage({ timing: { repeat: { period: 1, periodUnit: 'd' } } }),
  ],
  [
    'a LOINC code with a wrong check digit',
    vary(hemoglobin, ['code', 'coding', 0, 'code'], '718-8'),
    'code-unknown Observation.code.coding[0].code',
    hemoglobin,
  ],
  [
    'a SNOMED CT code with a wrong check digit',
    { ...hemoglobin, bodySite: { coding: [{ system: 'http://snomed.info/sct', code: '368208007' }] } },
    'code-unknown Observation.bodySite.coding[0].code',
    { ...hemoglobin, bodySite: { coding: [{ system: 'http://snomed.info/sct', code: '368208006' }] } },
  ],
  [
    'an ICD-10 code of an impossible shape',
    { ...problem, code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'E441' }] } },
    'code-unknown Condition.code.coding[0].code',
    { ...problem, code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'E44.1' }] } },
  ],
  ['a unit UCUM does not have', vary(hemoglobin, ['valueQuantity', 'code'], 'kilo'), 'unit-unknown Observation.value.code', hemoglobin],
  [
    'a code R4 does not have in its own code system',
    { ...hemoglobin, category: [{ coding: [{ system: hl7('observation-category'), code: 'vital-sign' }] }] },
    'code-unknown Observation.category[0].coding[0].code',
    { ...hemoglobin, category: [{ coding: [{ system: hl7('observation-category'), code: 'vital-signs' }] }] },
  ],
];
