import type { Probe } from './probe.ts';
import { hemoglobin, pair, uuid, uuid2, weight, withContained, zinc } from './resources.ts';

/** References to what is not allowed, not there or not written as one. */
export const references: readonly Probe[] = [
  [
    'a subject that is a practitioner',
    { ...weight, subject: { reference: 'Practitioner/1' } },
    'reference-target Observation.subject.reference',
    { ...weight, subject: { reference: 'https://rs.id/fhir/Patient/1/_history/2' } },
  ],
  [
    'a stated type other than the address',
    { ...hemoglobin, subject: { reference: 'Patient/danu', type: 'Group' } },
    'reference-type Observation.subject.type',
    { ...hemoglobin, subject: { reference: 'Patient/danu', type: 'Patient' } },
  ],
  [
    'an entry of the wrong type',
    {
      ...pair,
      entry: [pair.entry[0], { fullUrl: uuid2, resource: { ...hemoglobin, subject: { reference: uuid }, encounter: { reference: uuid } } }],
    },
    'reference-target Bundle.entry[1].resource.encounter.reference',
    pair,
  ],
  [
    'a contained resource that is not there',
    { ...withContained([zinc], { reference: '#zinc' }), supportingInformation: [{ reference: '#hasil' }] },
    'reference-contained-missing MedicationRequest.supportingInformation[0].reference',
    withContained([zinc], { reference: '#zinc' }),
  ],
];
