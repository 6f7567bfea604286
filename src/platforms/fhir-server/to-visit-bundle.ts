import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes';
import { toFullUrl } from '../../fhir/reference.ts';
import { dropReferences } from '../../map/bundle/drop-references.ts';
import { toSentAnswers } from '../../map/bundle/to-sent-answers.ts';
import type { SubjectState } from '../subject.ts';
import { pointAtServer } from './point.ts';
import { serverSystems, toIdentifierQuery } from './systems.ts';
import { isFindable, toUpsert } from './to-entry.ts';
import { voidResource } from './void-resource.ts';

export type VisitState = Extract<SubjectState, { kind: 'visit' }>;

/** What the server holds of a visit: our id of each resource -> `Type/id` there. */
export type Contents = ReadonlyMap<string, string>;

/** A visit's transaction, with our id of each resource it puts; deletions stand behind them. */
export interface VisitMessage {
  readonly bundle: Bundle;
  readonly put: readonly string[];
}

/**
 * The ILP Bundle of a visit as one transaction of conditional updates: whatever was there of it is brought to this version, what it has
 * no more is deleted. A visit that was taken back stays as an error that was entered, so that its history can be read.
 */
export function toVisitMessage(state: VisitState, contents: Contents): VisitMessage {
  const resources = findResources(state);
  const targets = new Map([[findPatientUrl(state), `Patient?${toIdentifierQuery(serverSystems.person, state.person.id)}`]]);
  const entries = resources.map((resource) => {
    const pointed = tag(pointAtServer(state.retracted ? voidResource(resource) : resource, targets), state.visit.id);
    return toUpsert(pointed, { system: serverSystems.record, value: resource.id ?? '' });
  });
  const put = resources.map(({ id = '' }) => id);
  const gone = [...contents].filter(([ours]) => !put.includes(ours)).map(([, theirs]): BundleEntry => toDeletion(theirs));
  return { bundle: { resourceType: 'Bundle', type: 'transaction', entry: [...entries, ...gone] }, put };
}

function toDeletion(theirs: string): BundleEntry {
  return { request: { method: 'DELETE', url: theirs } };
}

/** What goes: all but the Patient, who has an entry of its own, and elements that stay here. */
function findResources({ bundle, localIds, localItems }: VisitState): readonly Resource[] {
  const all = ((bundle as Bundle).entry ?? []).flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
  const own = all.filter(({ resourceType }) => resourceType !== 'Patient');
  const going = own.flatMap((one) => (isFindable(one) && !localIds.has(one.id ?? '') ? (withoutLocalAnswers(one, localItems) ?? []) : []));
  const ids = new Set(going.map(({ id }) => id));
  const here = new Set(own.filter(({ id }) => !ids.has(id)).map(({ id = '' }) => toFullUrl(id)));
  return here.size === 0 ? going : going.map((one) => dropReferences(one, (target) => here.has(target)).resource);
}

function findPatientUrl({ bundle }: VisitState): string {
  return ((bundle as Bundle).entry ?? []).find(({ resource }) => resource?.resourceType === 'Patient')?.fullUrl ?? '';
}

/** Undefined where no answer of a form is left. */
function withoutLocalAnswers(resource: Resource, localItems: VisitState['localItems']): Resource | undefined {
  const local = resource.resourceType === 'QuestionnaireResponse' ? localItems.get(resource.id ?? '') : undefined;
  return local === undefined || resource.resourceType !== 'QuestionnaireResponse' ? resource : toSentAnswers(resource, local);
}

/** By the tag a visit's resources are found together, whatever became of our memory of them. */
function tag<T extends Resource>(resource: T, visit: string): T {
  const tags = [...(resource.meta?.tag ?? []), { system: serverSystems.visit, code: visit }];
  return { ...resource, meta: { ...resource.meta, tag: tags } };
}
