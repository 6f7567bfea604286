import { isDeepStrictEqual } from 'node:util';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import type { ComputingFacts } from '../insight/computed/with-computed.ts';
import type { Issue } from '../fhir/issue.ts';
import { toGiven } from '../map/given.ts';
import { secrecyOf } from '../map/kerahasiaan-of.ts';
import type { Site } from '../map/place.ts';
import type { Source } from '../map/source.ts';
import type { Duty, Person } from '../map/visit.ts';
import { toNumberKey, toVisitKey, type GatheredVisit } from '../map/visits/gathering.ts';
import { toLineage } from '../map/visits/lineage.ts';
import type { Tx } from '../store/db.ts';
import type { KnownVisit } from '../store/visits.ts';
import { bundleVisit, type BundledVisit } from './bundle-visit.ts';
import { loadComputingFacts } from './load-computing-facts.ts';
import { oweVisits } from './owe-visits.ts';
import type { GatewayParts } from './parts.ts';

/** A visit as it is to be kept, with the person it is about and what is known of it until now. */
export interface VisitToMake extends Pick<GatheredVisit, 'visit' | 'duty' | 'parts' | 'gone' | 'outcome' | 'noted' | 'key'> {
  /** Since when rows of its number count; said by everyone who keeps a visit anew, or what was replaced would speak again. */
  readonly since: GatheredVisit['since'];
  readonly person: Person;
  readonly personVersion: number;
  /** The reading that speaks of it; none where a person does. */
  readonly reading?: string;
  readonly known: KnownVisit | undefined;
}

/** What visits are kept with. */
export interface KeepingVisits {
  /** What the visits were read with, for their versions. */
  readonly source: Pick<Source, 'name' | 'version'> & Partial<Pick<Source, 'columns'>>;
  readonly site: Site;
  readonly at: Date;
  /** True where rows are read again: then resources may have changed though the facts have not. */
  readonly again: boolean;
}

type KeepingParts = Pick<GatewayParts, 'store' | 'tables'> & Partial<Pick<GatewayParts, 'watch'>>;
type Made = VisitToMake & BundledVisit;

/** Keeps visits as resources that hold, and owes what changed; returns what validating them found, by visit. */
export async function keepVisits(
  tx: Tx,
  visits: readonly VisitToMake[],
  keeping: KeepingVisits,
  parts: KeepingParts,
): Promise<ReadonlyMap<string, readonly Issue[]>> {
  const factsOf = await loadComputingFacts(tx, visits.filter(isMade(keeping)), parts);
  const made = visits.filter(isMade(keeping)).flatMap((visit) => makeVisit(visit, { ...keeping, facts: factsOf(visit) }, parts));
  const raised = made.filter(isRaised);
  const kept = await parts.store.visits.saveVisits(
    tx,
    raised.map((one) => toKeep(one, keeping, parts)),
    keeping.at,
  );
  const versionOf = new Map(kept.map(({ id, version }) => [id, version] as const));
  await keepParts(tx, visits, new Set(versionOf.keys()), parts);
  await parts.store.confirmations.noteUnconfirmed(
    tx,
    raised.map(({ visit, known }) => ({ visit, before: known !== undefined })),
    keeping.at,
  );
  const owed = raised.map((one) => ({ ...one, version: versionOf.get(one.visit.id) ?? 1, due: one.hours.endUtc }));
  const moved = raised.flatMap(toMoved);
  await parts.store.owed.leavePatients(tx, moved);
  await oweVisits(tx, owed, { ...parts, site: keeping.site, at: keeping.at });
  await parts.store.owed.freeSent(tx, moved, keeping.at);
  return new Map(made.map(({ visit, issues }) => [visit.id, issues] as const));
}

/** A visit that is somebody else's by now. */
function toMoved({ visit, known }: Made): readonly { readonly id: string; readonly from: string }[] {
  return known === undefined || known.visit.person === visit.person ? [] : [{ id: visit.id, from: known.visit.person }];
}

/** What says nothing new is left as it is, unless it is read again. */
function isMade({ again, site }: KeepingVisits): (visit: VisitToMake) => boolean {
  return ({ outcome, visit }) => (outcome !== 'same' || again) && site.places.has(visit.place);
}

type Making = Pick<KeepingVisits, 'site' | 'source'> & { readonly facts: ComputingFacts };

function makeVisit(visit: VisitToMake, { site, source, facts }: Making, { tables, store }: KeepingParts): readonly Made[] {
  const place = site.places.get(visit.visit.place);
  if (place === undefined) return [];
  const { programme, growth, thresholds, validator } = tables;
  const bundling = { ...{ programme, growth, thresholds, validator }, environment: store.environment, idOf: store.idOf, source };
  return [{ ...visit, ...bundleVisit(visit.visit, { person: visit.person, place, facts }, bundling) }];
}

/** A visit whose facts are the same is another where its resources are: codes and hours come from tables too. */
function isRaised({ outcome, known, bundle }: Made): boolean {
  return outcome !== 'same' || known === undefined || !isDeepStrictEqual(toOwnResources(known.bundle), toOwnResources(bundle));
}

/** All but the Patient: what changes about a person is owed by the person. */
export function toOwnResources(bundle: unknown): readonly Resource[] {
  const { entry = [] } = bundle as Pick<Bundle, 'entry'>;
  const resources = entry.flatMap(({ resource }) => (resource === undefined || resource.resourceType === 'Patient' ? [] : [resource]));
  // As it comes back from the store: without what is undefined.
  return JSON.parse(JSON.stringify(resources)) as Resource[];
}

/** What a visit is made of is remembered also where it says nothing new: another row that says the same stands for it. */
async function keepParts(tx: Tx, visits: readonly VisitToMake[], saved: ReadonlySet<string>, { store }: KeepingParts): Promise<void> {
  const noted = visits.filter(({ visit, noted: isNoted, known }) => isNoted && known !== undefined && !saved.has(visit.id));
  await store.visits.saveLineages(
    tx,
    noted.map((one) => ({ visit: one.known?.visit ?? one.visit, lineage: toLineage(toStored(one)) })),
  );
}

/** What is not kept anew stays what it was; only its parts are others. */
function toStored({ known, visit, duty, parts, gone, since }: VisitToMake): Parameters<typeof toLineage>[0] {
  return { visit: known?.visit ?? visit, duty: known?.duty ?? duty, parts, gone, since };
}

type ToKeep = Parameters<GatewayParts['store']['visits']['saveVisits']>[1][number];

function toKeep(made: Made, { source, site }: KeepingVisits, { tables }: KeepingParts): ToKeep {
  const { visit, key, person, duty, bundle, reading } = made;
  const domicile = site.places.get(visit.place)?.kelurahan;
  return {
    visit,
    key: key ?? toVisitKey(visit, visit.person),
    ...toGiven({ number: toNumberKey(visit) }),
    bundle,
    hash: toHash(made, duty),
    ...(person.sex === undefined ? {} : { sex: person.sex }),
    ...(domicile === undefined ? {} : { domicile }),
    duty,
    ...secrecyOf(visit, person, tables.programme),
    versions: { source: `${source.name}@${source.version}`, programme: tables.programme.version, site: site.version },
    lineage: toLineage(made),
    ...toGiven({ reading }),
  };
}

/** Whether a visit is owed is part of its content: when that ends, platforms have to hear of it. */
function toHash({ hash }: BundledVisit, duty: Duty): string {
  return duty === 'kirim' ? hash : `${hash}|${duty}`;
}
