import type { CodeableConcept, Procedure } from '@medplum/fhirtypes';
import { toConcept } from '../../../fhir/coding.ts';
import { toEntryReference } from '../../../fhir/reference.ts';
import type { LocalReason } from '../local-reason.ts';
import type { Fact } from '../shape.ts';
import { toCode, toValueConcept } from '../to-code.ts';
import { toMeta } from '../to-meta.ts';

/**
 * Something done, or expressly not done (`false` becomes status not-done). A coded value says what was used, e.g. the colour of a
 * capsule, or, where the element has no code of its own, what was done; a text says it in the recorder's words, a day says when.
 */
export function toProcedure(fact: Fact): Procedure | LocalReason {
  const { id, codes, visit, value } = fact;
  if (value.kind === 'quantity') return 'nilai-tidak-cocok';
  const used = toUsed(fact);
  return {
    resourceType: 'Procedure',
    id,
    meta: toMeta(codes.profile, visit.environment),
    status: value.kind === 'boolean' && !value.boolean ? 'not-done' : 'completed',
    ...(codes.category && { category: toConcept(codes.category) }),
    code: value.kind === 'text' ? { ...toCode(fact), text: value.text } : toCode(fact),
    subject: toEntryReference(visit.patientId),
    encounter: toEntryReference(visit.encounterId),
    performedDateTime: value.kind === 'date' ? value.date : visit.at,
    performer: [{ actor: visit.performer }],
    ...(used && { usedCode: [used] }),
  };
}

/** What was used, where the element has a code of its own for what was done with it. */
function toUsed(fact: Fact): CodeableConcept | undefined {
  return fact.value.kind === 'coded' && fact.codes.code !== undefined ? toValueConcept(fact) : undefined;
}
