import type { ServiceRequest } from '@medplum/fhirtypes';
import { toConcept } from '../../../fhir/coding.ts';
import { toEntryReference } from '../../../fhir/reference.ts';
import { toFieldConcept, toWordField } from '../fields.ts';
import type { LocalReason } from '../local-reason.ts';
import type { Fact } from '../shape.ts';
import { toCode, toValueConcept } from '../to-code.ts';
import { toMeta } from '../to-meta.ts';

/** A referral: a code or a text says where to, `prioritas` how urgent, `alasan` why. Not referred asks for nothing. */
export function toReferral(fact: Fact): ServiceRequest | LocalReason {
  const { id, codes, visit, value } = fact;
  if (value.kind === 'quantity' || value.kind === 'date') return 'nilai-tidak-cocok';
  if (value.kind === 'boolean' && !value.boolean) return 'tidak-ada';
  return {
    resourceType: 'ServiceRequest',
    id,
    meta: toMeta(codes.profile, visit.environment),
    status: 'active',
    intent: 'order',
    ...(codes.category && { category: [toConcept(codes.category)] }),
    ...toPriority(fact),
    code: toCode(fact),
    subject: toEntryReference(visit.patientId),
    encounter: toEntryReference(visit.encounterId),
    authoredOn: visit.at,
    requester: visit.performer,
    ...toDestination(fact),
    ...toReason(fact),
  };
}

function toPriority(fact: Fact): Pick<ServiceRequest, 'priority'> {
  const priority = fact.codes.priorities?.[toWordField(fact, 'prioritas') ?? ''];
  return priority === undefined ? {} : { priority };
}

function toReason(fact: Fact): Pick<ServiceRequest, 'reasonCode'> {
  const reason = toFieldConcept(fact, 'alasan');
  return reason === undefined ? {} : { reasonCode: [reason] };
}

/** Where to, where the element has a code of its own for the referral itself. */
function toDestination(fact: Fact): Pick<ServiceRequest, 'locationCode'> {
  const { value, codes } = fact;
  if (value.kind === 'text') return { locationCode: [{ text: value.text }] };
  const concept = value.kind === 'coded' && codes.code !== undefined ? toValueConcept(fact) : undefined;
  return concept === undefined ? {} : { locationCode: [concept] };
}
