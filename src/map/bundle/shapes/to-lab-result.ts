import type { DiagnosticReport, Observation, Resource, Specimen } from '@medplum/fhirtypes';
import { toConcept } from '../../../fhir/coding.ts';
import { toEntryReference } from '../../../fhir/reference.ts';
import { profiles } from '../../../fhir/systems.ts';
import type { ElementValue } from '../../visit.ts';
import type { LocalReason } from '../local-reason.ts';
import type { Fact } from '../shape.ts';
import { toCode } from '../to-code.ts';
import { toBeyondMeter } from '../to-interpretation.ts';
import { toMeta } from '../to-meta.ts';
import { toBoolean } from './to-boolean.ts';
import { toCoded } from './to-coded.ts';
import { toQuantity } from './to-quantity.ts';
import { toText } from './to-text.ts';

/** A result is a number or a word; a day is none. */
const RESULTS: Readonly<Partial<Record<ElementValue['kind'], (fact: Fact) => Observation | LocalReason>>> = {
  quantity: toQuantity,
  coded: toCoded,
  boolean: toBoolean,
  text: toText,
};

/** A laboratory's result: what was examined where the table says it, what was found, and the report that holds it together. */
export function toLabResult(fact: Fact): readonly Resource[] | LocalReason {
  const result = toResult(fact);
  if (typeof result === 'string') return result;
  const report = toReport(fact);
  const specimen = toSpecimen(fact);
  if (specimen === undefined) return [result, report];
  const examined = toEntryReference<Specimen>(fact.idOf('specimen'));
  return [specimen, { ...result, specimen: examined }, { ...report, specimen: [examined] }];
}

function toResult(fact: Fact): Observation | LocalReason {
  const make = toBeyondMeter(fact) === undefined ? RESULTS[fact.value.kind] : toQuantity;
  return make === undefined ? 'nilai-tidak-cocok' : make(fact);
}

function toSpecimen({ codes, visit, idOf }: Fact): Specimen | undefined {
  if (codes.specimen === undefined) return undefined;
  return {
    resourceType: 'Specimen',
    id: idOf('specimen'),
    meta: toMeta(profiles.specimen, visit.environment),
    type: toConcept(codes.specimen),
    subject: toEntryReference(visit.patientId),
    collection: { collectedDateTime: visit.at },
  };
}

function toReport(fact: Fact): DiagnosticReport {
  const { id, codes, visit, idOf } = fact;
  return {
    resourceType: 'DiagnosticReport',
    id: idOf('laporan'),
    meta: toMeta(profiles.laboratoryReport, visit.environment),
    status: 'final',
    ...(codes.report && { category: [toConcept(codes.report)] }),
    code: toCode(fact),
    subject: toEntryReference(visit.patientId),
    encounter: toEntryReference(visit.encounterId),
    effectiveDateTime: visit.at,
    performer: [visit.performer],
    result: [toEntryReference<Observation>(id)],
  };
}
