import type { CodeableConcept, MedicationDispense, MedicationStatement } from '@medplum/fhirtypes';
import { toConcept } from '../../../fhir/coding.ts';
import { toEntryReference } from '../../../fhir/reference.ts';
import { toNumberField } from '../fields.ts';
import type { LocalReason } from '../local-reason.ts';
import type { Fact } from '../shape.ts';
import { toCode } from '../to-code.ts';
import { toMeta } from '../to-meta.ts';
import { toUcum } from './to-quantity.ts';

/** What somebody was handed out or takes, by the table; none of it is said as such, never left out. */
export function toMedication(fact: Fact): MedicationDispense | MedicationStatement | LocalReason {
  const { value, codes } = fact;
  if (value.kind === 'text' || value.kind === 'date') return 'nilai-tidak-cocok';
  return codes.resource === 'MedicationDispense' ? toDispense(fact) : toStatement(fact);
}

function toDispense(fact: Fact): MedicationDispense {
  const { id, codes, visit } = fact;
  const taken = isTaken(fact);
  const quantity = taken ? toUcum(fact, toCount(fact)) : undefined;
  return {
    resourceType: 'MedicationDispense',
    id,
    meta: toMeta(codes.profile, visit.environment),
    status: taken ? 'completed' : 'declined',
    ...(codes.category && { category: toConcept(codes.category) }),
    medicationCodeableConcept: toProduct(fact),
    subject: toEntryReference(visit.patientId),
    context: toEntryReference(visit.encounterId),
    performer: [{ actor: visit.performer }],
    ...(quantity && { quantity }),
    ...(taken && { whenHandedOver: visit.at }),
  };
}

function toStatement(fact: Fact): MedicationStatement {
  const { id, codes, visit } = fact;
  const taken = isTaken(fact);
  const doseQuantity = taken ? toUcum(fact, toCount(fact)) : undefined;
  const dose = { ...(codes.doseType && { type: toConcept(codes.doseType) }), ...(doseQuantity && { doseQuantity }) };
  return {
    resourceType: 'MedicationStatement',
    id,
    meta: toMeta(codes.profile, visit.environment),
    status: taken ? 'active' : 'not-taken',
    ...(codes.category && { category: toConcept(codes.category) }),
    medicationCodeableConcept: toProduct(fact),
    subject: toEntryReference(visit.patientId),
    context: toEntryReference(visit.encounterId),
    effectiveDateTime: visit.at,
    dateAsserted: visit.at,
    ...(doseQuantity && { dosage: [{ doseAndRate: [dose] }] }),
  };
}

/** The product of the element, else the one that the value names. */
function toProduct(fact: Fact): CodeableConcept {
  const { medication } = fact.codes;
  return medication === undefined ? toCode(fact) : toConcept(medication);
}

/** No, and a count of none, say that nothing was given or taken. */
function isTaken(fact: Fact): boolean {
  const { value } = fact;
  return value.kind === 'boolean' ? value.boolean : toCount(fact) !== 0;
}

function toCount(fact: Fact): number | undefined {
  return fact.value.kind === 'quantity' ? fact.value.int : toNumberField(fact, 'jumlah');
}
