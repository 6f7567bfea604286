import type { Bundle, BundleEntry, Condition, Encounter, Observation, Procedure, Resource } from '@medplum/fhirtypes';
import { dropReferences } from '../../../map/bundle/drop-references.ts';
import type { Policy } from '../../../map/place.ts';
import { identifierSlug, toLocalSystem, toVisitNumber } from '../systems.ts';

/** Everything a visit's transaction needs that only SATUSEHAT knows: its ids of the people and places behind the visit. */
export interface Identities {
  /** IHS number of the puskesmas: the client's Organization and the owner of every local identifier. */
  readonly organization: string;
  readonly location: { readonly id: string; readonly name: string };
  readonly patient: string;
  readonly practitioner: string;
}

export interface Visiting {
  readonly number: string;
  /** Numbers of the resources, by our resource id. */
  readonly partNumbers: ReadonlyMap<string, string>;
  readonly bundle: Bundle;
  readonly closing: Policy['closing'][string] | undefined;
  /** Resource id of the closing Condition, ours, stable. */
  readonly closingId: string;
  /** Resources that stay here, whatever codes they have. */
  readonly localIds: ReadonlySet<string>;
}

/** The transaction of one visit with, in order, which resource of ours each entry is. */
export interface Transaction {
  readonly bundle: Bundle;
  readonly resourceIds: readonly string[];
}

/**
 * Turns a platform-neutral ILP Bundle into SATUSEHAT's transaction: Encounter first, real references to what SATUSEHAT
 * already holds, `urn:uuid` inside, local identifiers on everything so that it can be found again, UTC times,
 * statusHistory complete, closed only where the puskesmas has set a closing code (rules 10117-10124, 10457; field rule 5).
 */
export function toTransaction(visiting: Visiting, ids: Identities): Transaction {
  const encounter = findEncounter(visiting.bundle);
  const encounterUrl = `urn:uuid:${encounter.id ?? ''}`;
  const period = { start: encounter.period?.start ?? '', end: encounter.period?.end ?? '' };
  const numberOf = (id = ''): string => visiting.partNumbers.get(id) ?? id;
  const facts = findFacts(visiting).map((fact) => toFact(fact, { ids, encounterUrl, number: numberOf(fact.id) }));
  const closing = toClosing(visiting, { ids, encounterUrl, at: period.end, number: numberOf(visiting.closingId) });
  const resources: readonly Resource[] = [
    toEncounter(encounter, { visiting, ids, period }),
    ...facts,
    ...(closing === undefined ? [] : [closing]),
  ];
  return {
    bundle: { resourceType: 'Bundle', type: 'transaction', entry: resources.map(toEntry) },
    resourceIds: resources.map((resource) => resource.id ?? ''),
  };
}

function findEncounter(bundle: Bundle): Encounter {
  for (const entry of bundle.entry ?? []) if (entry.resource?.resourceType === 'Encounter') return entry.resource;
  throw new Error('A stored visit bundle has no Encounter');
}

/** Which resources of a visit go to SATUSEHAT beside its Encounter; the others stay in the ILP Bundle until their sending is built. */
export const sentFacts = ['Observation', 'Procedure'] as const;

/** What is sent of a visit. A reference to a resource that stays here would lead nowhere, so it stays too. */
function findFacts({ bundle, localIds }: Visiting): readonly (Observation | Procedure)[] {
  const facts = (bundle.entry ?? []).flatMap(({ resource }) => {
    return isSentFact(resource) && !localIds.has(resource.id ?? '') ? [resource] : [];
  });
  const staying = new Set((bundle.entry ?? []).flatMap(({ fullUrl, resource }) => (resource?.resourceType === 'Patient' ? [] : [fullUrl])));
  for (const { id } of [findEncounter(bundle), ...facts]) staying.delete(`urn:uuid:${id ?? ''}`);
  return staying.size === 0 ? facts : facts.map((fact) => dropReferences(fact, (target) => staying.has(target)).resource);
}

function isSentFact(resource: Resource | undefined): resource is Observation | Procedure {
  return sentFacts.some((type) => type === resource?.resourceType);
}

function toEncounter(
  ours: Encounter,
  given: { readonly visiting: Visiting; readonly ids: Identities; readonly period: { start: string; end: string } },
): Encounter {
  const { visiting, ids, period } = given;
  const closed = visiting.closing !== undefined;
  const history: NonNullable<Encounter['statusHistory']> = [
    { status: 'arrived', period: { start: period.start, end: period.start } },
    { status: 'in-progress', period: closed ? { start: period.start, end: period.end } : { start: period.start } },
  ];
  return {
    resourceType: 'Encounter',
    ...(ours.id === undefined ? {} : { id: ours.id }),
    identifier: [{ system: toLocalSystem('encounter', ids.organization), value: toVisitNumber(visiting.number) }],
    status: closed ? 'finished' : 'in-progress',
    statusHistory: closed ? [...history, { status: 'finished', period: { start: period.end, end: period.end } }] : history,
    class: ours.class,
    subject: { reference: `Patient/${ids.patient}` },
    participant: [{ type: [{ coding: [attender] }], individual: { reference: `Practitioner/${ids.practitioner}` } }],
    period: closed ? period : { start: period.start },
    location: [{ location: { reference: `Location/${ids.location.id}`, display: ids.location.name } }],
    serviceProvider: { reference: `Organization/${ids.organization}` },
    ...(closed
      ? { diagnosis: [{ condition: { reference: `urn:uuid:${visiting.closingId}` }, use: { coding: [dischargeDiagnosis] }, rank: 1 }] }
      : {}),
  };
}

const attender = { system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'ATND', display: 'attender' };
const dischargeDiagnosis = { system: 'http://terminology.hl7.org/CodeSystem/diagnosis-role', code: 'DD', display: 'Discharge diagnosis' };

function toFact(
  ours: Observation | Procedure,
  given: { readonly ids: Identities; readonly encounterUrl: string; readonly number: string },
): Observation | Procedure {
  const { ids, encounterUrl, number } = given;
  const common = { subject: { reference: `Patient/${ids.patient}` }, encounter: { reference: encounterUrl } };
  const identifier = [{ system: toLocalSystem(identifierSlug[ours.resourceType] ?? '', ids.organization), value: number }];
  const performer = { reference: `Practitioner/${ids.practitioner}` };
  if (ours.resourceType === 'Observation') {
    const { meta: _meta, effectiveDateTime, ...rest } = ours;
    const when = effectiveDateTime === undefined ? {} : { effectiveDateTime, issued: effectiveDateTime };
    return { ...rest, ...when, ...common, identifier, performer: [performer] };
  }
  const { meta: _meta, ...rest } = ours;
  return { ...rest, ...common, identifier, performer: [{ actor: performer }] };
}

/** The administrative closing code of the puskesmas's policy; no threshold ever makes a Condition (field rule 5). */
function toClosing(
  visiting: Visiting,
  given: { readonly ids: Identities; readonly encounterUrl: string; readonly at: string; readonly number: string },
): Condition | undefined {
  const { closing, closingId } = visiting;
  if (closing === undefined) return undefined;
  return {
    resourceType: 'Condition',
    id: closingId,
    identifier: [{ system: toLocalSystem('condition', given.ids.organization), value: given.number }],
    clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active', display: 'Active' }] },
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/condition-category',
            code: 'encounter-diagnosis',
            display: 'Encounter Diagnosis',
          },
        ],
      },
    ],
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: closing.code, display: closing.display }] },
    subject: { reference: `Patient/${given.ids.patient}` },
    encounter: { reference: given.encounterUrl },
    recordedDate: given.at,
  };
}

/** The body carries no id: SATUSEHAT gives its own; ours is the fullUrl and the identifier. */
function toEntry(resource: Resource): BundleEntry {
  const { id, ...body } = resource;
  return { fullUrl: `urn:uuid:${id ?? ''}`, resource: body, request: { method: 'POST', url: resource.resourceType } };
}
