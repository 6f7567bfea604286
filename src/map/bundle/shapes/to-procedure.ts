import type { CodeableConcept, Procedure } from '@medplum/fhirtypes';
import { toConcept } from '../../../fhir/coding.ts';
import { toEntryReference } from '../../../fhir/reference.ts';
import type { Fact } from '../shape.ts';
import { toMeta } from '../to-meta.ts';
import { toCode, toValueConcept } from '../to-code.ts';

/** Something done, or expressly not done (`false` becomes status not-done); a coded value says what was used, e.g. the colour of a capsule. */
export function toProcedure(fact: Fact): Procedure | undefined {
  const { id, codes, visit, value } = fact;
  if (value.kind !== 'boolean' && value.kind !== 'coded') return undefined;
  const used = toUsed(fact);
  return {
    resourceType: 'Procedure',
    id,
    meta: toMeta(codes.profile, visit.environment),
    status: value.kind === 'boolean' && !value.boolean ? 'not-done' : 'completed',
    ...(codes.category && { category: toConcept(codes.category) }),
    code: toCode(fact),
    subject: toEntryReference(visit.patientId),
    encounter: toEntryReference(visit.encounterId),
    performedDateTime: visit.at,
    performer: [{ actor: visit.performer }],
    ...(used && { usedCode: [used] }),
  };
}

/** What was used, where the element has a code of its own for what was done with it. */
function toUsed(fact: Fact): CodeableConcept | undefined {
  return fact.value.kind === 'coded' && fact.codes.code !== undefined ? toValueConcept(fact) : undefined;
}
