import type { Probe } from './probe.ts';
import { weight } from './resources.ts';

/** References to what is not allowed, not there or not written as one. */
export const references: readonly Probe[] = [
  [
    'a subject that is a practitioner',
    { ...weight, subject: { reference: 'Practitioner/1' } },
    'reference-target Observation.subject.reference',
    { ...weight, subject: { reference: 'https://rs.id/fhir/Patient/1/_history/2' } },
  ],
];
