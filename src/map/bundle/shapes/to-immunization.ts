import type { CodeableConcept, Immunization } from '@medplum/fhirtypes';
import { toConcept } from '../../../fhir/coding.ts';
import { toEntryReference } from '../../../fhir/reference.ts';
import { profiles, systems } from '../../../fhir/systems.ts';
import { toGiven } from '../../given.ts';
import { toBooleanField, toDateField, toFieldConcept, toNumberField, toWordField } from '../fields.ts';
import type { LocalReason } from '../local-reason.ts';
import type { Fact } from '../shape.ts';
import { toCode, toWord } from '../to-code.ts';
import { toMeta } from '../to-meta.ts';

/**
 * A dose that was given, or expressly not. A dose known without its date is history and stays local until dated (field rule 8);
 * one dated on another day was part of another contact, of which nothing else is known here.
 */
export function toImmunization(fact: Fact): Immunization | LocalReason {
  const { id, codes, visit, value } = fact;
  if (value.kind !== 'coded' && value.kind !== 'boolean') return 'nilai-tidak-cocok';
  const date = toDay(fact);
  if (date === undefined) return 'tanpa-tanggal';
  const here = date === visit.date;
  return {
    resourceType: 'Immunization',
    id,
    meta: toMeta(codes.profile ?? toProfileOf(fact, here), visit.environment),
    status: isGiven(fact) ? 'completed' : 'not-done',
    vaccineCode: toVaccine(fact),
    patient: toEntryReference(visit.patientId),
    ...(here ? toContact(fact) : { occurrenceDateTime: date, primarySource: false }),
    recorded: visit.at,
    ...toStatusReason(fact),
    ...toTiming(fact),
    ...toProduct(fact),
    ...toProtocol(fact),
  };
}

/** The product, where it is known and listed; then what the vaccine is, in which the CVX code of the product goes before that of the vaccine. */
function toVaccine(fact: Fact): CodeableConcept {
  const concept = toCode(fact);
  const [product] = toFieldConcept(fact, 'produk')?.coding ?? [];
  if (product === undefined) return concept;
  const [own] = toFieldConcept(fact, 'produk', 'produk-cvx')?.coding ?? [];
  const others = (concept.coding ?? []).filter(({ system }) => own === undefined || system !== own.system);
  return { ...concept, coding: [product, ...others, ...(own === undefined ? [] : [own])] };
}

/** Given by whoever wrote it down, told by somebody, or expressly not given: what a reader may conclude differs. */
function toProfileOf(fact: Fact, here: boolean): string {
  if (!isGiven(fact)) return profiles.immunizationNotGiven;
  return here && isWitnessed(fact) ? profiles.immunizationGiven : profiles.immunizationReported;
}

/** Who stands behind a dose: gave it, only entered it, or had it ordered where it was not given (SATUSEHAT Postman collection 13: AP, EP, OP). */
const FUNCTIONS = {
  AP: { system: systems.providerRole, code: 'AP', display: 'Administering Provider' },
  EP: { system: systems.providerRole, code: 'EP', display: 'Entering Provider (probably not the same as transcriptionist?)' },
  OP: { system: systems.providerRole, code: 'OP', display: 'Ordering Provider' },
} as const;

function toFunction(fact: Fact): keyof typeof FUNCTIONS {
  if (!isGiven(fact)) return 'OP';
  return isWitnessed(fact) ? 'AP' : 'EP';
}

/** What holds of a dose that was given at this very visit. */
function toContact(fact: Fact): Pick<Immunization, 'encounter' | 'occurrenceDateTime' | 'primarySource' | 'performer'> {
  const { encounterId, at, performer } = fact.visit;
  return {
    encounter: toEntryReference(encounterId),
    occurrenceDateTime: at,
    primarySource: isWitnessed(fact),
    performer: [{ function: toConcept(FUNCTIONS[toFunction(fact)]), actor: performer }],
  };
}

/** The day of the dose: as dated; that of the visit for a dose given there; none for history without a date. */
function toDay(fact: Fact): string | undefined {
  const dated = toDateField(fact, 'date');
  return dated ?? (toBooleanField(fact, 'primarySource') === false ? undefined : fact.visit.date);
}

function isGiven({ value, ...fact }: Fact): boolean {
  return !(value.kind === 'boolean' && !value.boolean) && toBooleanField(fact, 'diberikan') !== false;
}

/** Why a dose was not given, where the form says it in a code. */
function toStatusReason(fact: Fact): Pick<Immunization, 'statusReason'> {
  const statusReason = isGiven(fact) ? undefined : toFieldConcept(fact, 'alasan');
  return toGiven({ statusReason });
}

/** Whether it came in its time, as computed: the part of the programme that it is given for is a platform's own list. */
function toTiming(fact: Fact): Pick<Immunization, 'reasonCode'> {
  const timing = toFieldConcept(fact, 'waktu')?.coding;
  return timing === undefined ? {} : { reasonCode: [{ coding: timing }] };
}

/**
 * A nakes who gave a dose knows its lot number; a product inferred from age or colour is never first-hand (field rule 8), and a kader
 * reports what others gave.
 */
function isWitnessed(fact: Fact): boolean {
  const isOwn = toBooleanField(fact, 'primarySource') !== false && fact.recorder === 'nakes';
  return isOwn && isGiven(fact) && toWordField(fact, 'lotNumber') !== undefined;
}

function toProduct(fact: Fact): Pick<Immunization, 'lotNumber' | 'expirationDate' | 'site' | 'route'> {
  return toGiven({
    lotNumber: toWordField(fact, 'lotNumber'),
    expirationDate: toDateField(fact, 'expirationDate'),
    site: toFieldConcept(fact, 'site'),
    route: toFieldConcept(fact, 'route'),
  });
}

/** Which dose of the series it was: said by the form, else by the code of the vaccine. */
function toProtocol(fact: Fact): Pick<Immunization, 'protocolApplied'> {
  const told = toNumberField(fact, 'dosis') ?? 0;
  const dose = told > 0 ? told : fact.codes.values?.[toWord(fact.value) ?? '']?.dose;
  return dose === undefined ? {} : { protocolApplied: [{ doseNumberPositiveInt: dose }] };
}
