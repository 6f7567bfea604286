import type { CodeableConcept, Condition } from '@medplum/fhirtypes';
import { toConcept } from '../../../fhir/coding.ts';
import { toEntryReference } from '../../../fhir/reference.ts';
import { systems } from '../../../fhir/systems.ts';
import { toDateField } from '../fields.ts';
import type { LocalReason } from '../local-reason.ts';
import type { Fact } from '../shape.ts';
import { toCode, toValueConcept } from '../to-code.ts';
import { toMeta } from '../to-meta.ts';

/** A diagnosis that a nakes wrote. What a kader, an export or a threshold says is none and stays local (field rule 5). */
export function toCondition(fact: Fact): Condition | LocalReason {
  const { id, codes, visit, value, recorder } = fact;
  const code = toDiagnosis(fact);
  if (code === undefined) return value.kind === 'boolean' ? 'tidak-ada' : 'nilai-tidak-cocok';
  if (recorder !== 'nakes') return 'bukan-oleh-nakes';
  const onset = toDateField(fact, 'date');
  return {
    resourceType: 'Condition',
    id,
    meta: toMeta(codes.profile, visit.environment),
    clinicalStatus: toConcept({ system: systems.conditionClinical, code: codes.clinicalStatus ?? 'active' }),
    ...(codes.category && { category: [toConcept(codes.category)] }),
    code,
    subject: toEntryReference(visit.patientId),
    encounter: toEntryReference(visit.encounterId),
    ...(onset !== undefined && { onsetDateTime: onset }),
    recordedDate: visit.at,
  };
}

/** The diagnosis: said by the value, coded or in words, else by the code of what was found; undefined where nothing was found. */
function toDiagnosis(fact: Fact): CodeableConcept | undefined {
  const { value } = fact;
  if (value.kind === 'text') return { ...toCode(fact), text: value.text };
  if (value.kind === 'boolean') return value.boolean ? toCode(fact) : undefined;
  return value.kind === 'coded' ? { ...toCode(fact), ...toValueConcept(fact) } : undefined;
}
