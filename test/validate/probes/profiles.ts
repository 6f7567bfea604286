import type { Probe } from './probe.ts';
import { patient } from './resources.ts';

/** What profiles ask beyond base R4. */
export const profiles: readonly Probe[] = [
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
];
