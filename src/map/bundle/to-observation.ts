import type { Observation } from '@medplum/fhirtypes';
import { toConcept } from '../../fhir/coding.ts';
import { toEntryReference } from '../../fhir/reference.ts';
import type { Fact } from './shape.ts';
import { toCode } from './to-code.ts';
import { toInterpretation } from './to-interpretation.ts';
import { toMeta } from './to-meta.ts';

/** What an Observation of any shape carries beside its value: whose, when, in which visit, under which codes, what it means, and what it was computed from. */
export function toObservation(fact: Fact): Observation {
  const { id, codes, visit } = fact;
  const interpretation = toInterpretation(fact);
  return {
    resourceType: 'Observation',
    id,
    meta: toMeta(codes.profile, visit.environment),
    status: 'final',
    ...(codes.category && { category: [toConcept(codes.category)] }),
    code: toCode(fact),
    subject: toEntryReference(visit.patientId),
    encounter: toEntryReference(visit.encounterId),
    effectiveDateTime: visit.at,
    performer: [visit.performer],
    ...(interpretation && { interpretation }),
    ...(codes.method && { method: toConcept(codes.method) }),
    ...(fact.from && { derivedFrom: fact.from.map((source) => toEntryReference(source)) }),
  };
}
