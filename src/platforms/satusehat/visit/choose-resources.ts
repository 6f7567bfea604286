import type { Encounter, Resource } from '@medplum/fhirtypes';
import { toFullUrl } from '../../../fhir/reference.ts';
import { addRequests } from './add-requests.ts';
import type { Identities } from './identities.ts';
import { sentFacts, sentTypes } from './sent-types.ts';
import { toSentAnswers } from '../../../map/bundle/to-sent-answers.ts';
import { saysSomething, toSentResource } from './to-sent-resource.ts';
import { isDiagnosis } from './to-encounter.ts';
import { toClosing } from './to-closing.ts';
import type { Staying, StayingReason, Visiting } from './visiting.ts';
import { withKnownSystems } from './with-known-systems.ts';
import { withoutLocal } from './without-local.ts';

/** What of a visit goes besides its Encounter, in order, and what stays here. */
export interface Choice {
  readonly resources: readonly Resource[];
  readonly staying: readonly Staying[];
}

/** The visit's own resources, and what is needed to choose among them. */
export interface Choosing {
  readonly visiting: Visiting;
  readonly ids: Identities;
  readonly encounter: Encounter;
  /** Resources that SATUSEHAT refused as they are. */
  readonly without: ReadonlySet<string>;
}

/**
 * Chooses what of a visit goes to SATUSEHAT: nothing that may not, nothing without a code it knows, nothing it refused, and nothing that must refer
 * to such a one; other references to what stays are taken out.
 */
export function chooseResources(choosing: Choosing): Choice {
  const staying: Staying[] = [];
  const stay = ({ id = '', resourceType: type }: Resource, reason: StayingReason): readonly [] => {
    staying.push({ id, type, reason });
    return [];
  };
  const candidates = toCandidates(choosing, stay);
  const resources = close(candidates, choosing, stay);
  return { resources: [...resources].sort(byOrder), staying };
}

type Stay = (resource: Resource, reason: StayingReason) => readonly [];

/** What may go by itself, in our own Bundle's terms. The diagnosis of a nakes, also one that was refused, leaves no room for a closing code. */
function toCandidates(choosing: Choosing, stay: Stay): readonly Resource[] {
  const { visiting, encounter, without } = choosing;
  const own = listOwn(visiting).flatMap((resource) => {
    const reason = findReason(resource, visiting);
    if (reason !== undefined) return stay(resource, reason);
    const sent = toSendable(resource, visiting);
    return sent === undefined ? stay(resource, 'tidak-boleh') : saysSomething(sent) ? [sent] : stay(resource, 'tanpa-kode');
  });
  const requested = visiting.settings.laboratoryRequest === 'dibuat' ? addRequests(own, visiting.requestIds) : own;
  const given = { encounterUrl: toFullUrl(encounter.id ?? ''), at: encounter.period?.end ?? '' };
  const closing = own.some(isDiagnosis) ? undefined : toClosing(visiting, { patientUrl: patientUrlOf(visiting) }, given);
  const all = closing === undefined ? requested : [...requested, closing];
  return all.flatMap((resource) => (without.has(resource.id ?? '') ? stay(resource, 'ditolak') : [resource]));
}

function listOwn({ bundle }: Visiting): readonly Resource[] {
  return (bundle.entry ?? []).flatMap(({ resource }) => {
    const isApart = resource === undefined || resource.resourceType === 'Patient' || resource.resourceType === 'Encounter';
    return isApart ? [] : [resource];
  });
}

function findReason({ id = '', resourceType }: Resource, { localIds }: Visiting): StayingReason | undefined {
  if (localIds.has(id)) return 'tidak-boleh';
  return resourceType in sentTypes ? undefined : 'jenis';
}

function toSendable(resource: Resource, { localItems, freeTexts }: Visiting): Resource | undefined {
  const kept = withKnownSystems(withoutLocal(resource, freeTexts));
  return kept.resourceType === 'QuestionnaireResponse' ? toSentAnswers(kept, localItems.get(kept.id ?? '') ?? nothing) : kept;
}

const nothing: ReadonlySet<string> = new Set();

/** The person of our own Bundle, as its resources refer to it. */
function patientUrlOf({ bundle }: Visiting): string {
  const entry = bundle.entry?.find(({ resource }) => resource?.resourceType === 'Patient');
  return entry?.fullUrl ?? '';
}

/** Round by round: who must refer to what stays stays too, and what was only made or taken for it. */
function close(candidates: readonly Resource[], { visiting, ids, encounter }: Choosing, stay: Stay): readonly Resource[] {
  const encounterUrl = toFullUrl(encounter.id ?? '');
  const patientUrl = patientUrlOf(visiting);
  for (let left = candidates; ;) {
    const going = new Set([encounterUrl, ...left.map(({ id = '' }) => toFullUrl(id))]);
    const given = { visiting, reach: { ids, patientUrl, going }, encounterUrl };
    const needed = listNeeded(left);
    const kept = left.flatMap((each) => {
      const type = sentTypes[each.resourceType];
      const made = type && isNeeded(each, needed, visiting) ? toSentResource(each, type, given) : undefined;
      return made === undefined ? stay(each, 'induk') : [{ each, made }];
    });
    if (kept.length === left.length) return kept.map(({ made }) => made);
    left = kept.map(({ each }) => each);
  }
}

/** What the reports of a laboratory name. */
function listNeeded(resources: readonly Resource[]): ReadonlySet<string | undefined> {
  const reports = resources.flatMap((each) => (each.resourceType === 'DiagnosticReport' ? [each] : []));
  return new Set(reports.flatMap(({ basedOn = [], specimen = [] }) => [...basedOn, ...specimen].map(({ reference }) => reference)));
}

/** A specimen without its report, and a request that was made for one, say nothing by themselves. */
function isNeeded({ id = '', resourceType }: Resource, needed: ReadonlySet<string | undefined>, { requestIds }: Visiting): boolean {
  const isFor = resourceType === 'Specimen' || [...requestIds.values()].includes(id);
  return !isFor || needed.has(toFullUrl(id));
}

/** What is referred to goes before what refers to it; within a type the order of our own Bundle holds. */
function byOrder(one: Resource, other: Resource): number {
  return sentFacts.indexOf(one.resourceType) - sentFacts.indexOf(other.resourceType);
}
