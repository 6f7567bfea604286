import type { Probe } from './probe.ts';
import { absent, medication, questionnaire, weight } from './resources.ts';

/** Too few and too many. */
export const cardinality: readonly Probe[] = [
  [
    'a missing status',
    { ...weight, status: undefined },
    'cardinality-min Observation.status',
    { ...weight, status: undefined, _status: absent },
  ],
  ['a missing code', { ...weight, code: undefined }, 'cardinality-min Observation.code', weight],
  [
    'a missing required choice',
    { ...medication, contained: undefined, medicationReference: undefined },
    'cardinality-min MedicationRequest.medication',
    { ...medication, contained: undefined, medicationReference: undefined, medicationCodeableConcept: { text: 'x' } },
  ],
  [
    'a missing linkId in a nested item',
    { ...questionnaire, item: [{ linkId: '1', type: 'group', item: [{ type: 'string' }] }] },
    'cardinality-min Questionnaire.item[0].item[0].linkId',
    questionnaire,
  ],
  [
    'a comparator on a simple quantity',
    { ...medication, dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 1, comparator: '<' } }] }] },
    'cardinality-max MedicationRequest.dosageInstruction[0].doseAndRate[0].dose.comparator',
    medication,
  ],
];
