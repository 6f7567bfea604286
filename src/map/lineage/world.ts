import type { Resource } from '@medplum/fhirtypes';
import { toComputingFacts } from '../../insight/computed/to-computing-facts.ts';
import { withComputed, type ComputingFacts } from '../../insight/computed/with-computed.ts';
import type { GrowthThresholds } from '../../insight/growth/growth-thresholds-schema.ts';
import type { GrowthTables } from '../../insight/growth/parse-growth-tables.ts';
import { toBundle } from '../bundle/to-bundle.ts';
import type { BundleInput } from '../bundle/bundle-input.ts';
import { withoutExports } from '../bundle/without-exports.ts';
import { gatherFile } from '../convert/gather-file.ts';
import type { MappedRow } from '../mapped-row.ts';
import { toUtcText } from '../places/local-time.ts';
import { toVisitHours } from '../places/to-visit-hours.ts';
import type { Place } from '../place.ts';
import type { Programme } from '../programme.ts';
import type { Person, Visit } from '../visit.ts';
import { toLeaves, type Leaf } from './to-leaves.ts';

/** What rows are made into Bundles with. */
export interface WorldSetting {
  readonly programme: Programme;
  readonly growth: GrowthTables;
  readonly thresholds: GrowthThresholds;
  readonly version: string;
  readonly places: ReadonlyMap<string, Place>;
  readonly environment: string;
}

/** One resource by what it was made from, as its leaves. */
export interface LeafyResource {
  readonly type: string;
  readonly leaves: ReadonlyMap<string, Leaf>;
}

/** A visit as rows make it; its resources go by element and ordinal (`patient|1`), and are made when they are asked for. */
export interface WorldVisit {
  readonly visit: Visit;
  readonly person: Person;
  /** What is computed of it rests on these besides. */
  readonly facts: ComputingFacts;
  readonly rows: readonly (number | string)[];
  /** Equal where everything that Bundles are made of is equal. */
  readonly signature: string;
  readonly input: () => BundleInput | undefined;
  readonly resources: () => ReadonlyMap<string, LeafyResource>;
}

/** What rows come to in a gateway that knows nobody else. */
export interface World {
  readonly visits: readonly WorldVisit[];
  readonly byRow: ReadonlyMap<number | string, WorldVisit>;
  readonly rows: ReadonlyMap<number | string, MappedRow>;
}

/** Reads rows into an empty gateway. */
export function toWorld(rows: readonly MappedRow[], setting: WorldSetting): World {
  let numbers = 0;
  const newId = (): string => String((numbers += 1));
  const { recognised, gathered } = gatherFile(rows, { ...setting, newPersonId: newId, newVisitId: newId });
  const persons = new Map(recognised.persons.map((person) => [person.id, person] as const));
  const all = gathered.visits.map(({ visit }) => visit);
  const visits = gathered.visits.flatMap(({ visit, rows: own }): readonly WorldVisit[] => {
    const person = persons.get(visit.person);
    if (person === undefined) return [];
    const known = { person, visits: all.filter((each) => each.person === person.id), enrolments: [] };
    const facts = toComputingFacts(visit, known, setting.thresholds);
    return [toWorldVisit({ visit, person, facts, rows: own }, setting)];
  });
  return {
    visits,
    byRow: new Map(visits.flatMap((visit) => visit.rows.map((row) => [row, visit] as const))),
    rows: new Map(rows.map((row) => [row.row, row] as const)),
  };
}

function toWorldVisit(of: Pick<WorldVisit, 'visit' | 'person' | 'facts' | 'rows'>, setting: WorldSetting): WorldVisit {
  let made: ReadonlyMap<string, LeafyResource> | undefined;
  const input = (): BundleInput | undefined => toInput(of, setting);
  return {
    ...of,
    signature: toSignature(of),
    input,
    resources: () => (made ??= toResources(input())),
  };
}

/** What a visit and its person say, whatever ids they were given. */
export function toSignature({ visit, person, facts }: Pick<WorldVisit, 'visit' | 'person' | 'facts'>): string {
  return JSON.stringify([{ ...visit, id: '', person: '' }, { ...person, id: '' }, [facts.weighings, facts.gestationWeeks]]);
}

function toInput({ visit, person, facts }: Pick<WorldVisit, 'visit' | 'person' | 'facts'>, setting: WorldSetting): BundleInput | undefined {
  const place = setting.places.get(visit.place);
  if (place === undefined) return undefined;
  const hours = toVisitHours(place, visit.date);
  return {
    visit: withComputed(withoutExports(visit), facts, setting),
    person,
    place,
    elements: setting.programme.elements,
    environment: setting.environment,
    hours: { start: toUtcText(hours.startUtc), end: toUtcText(hours.endUtc), estimated: hours.estimated },
    idOf: (element, ordinal) => `${element}|${String(ordinal)}`,
  };
}

/** The resources of a Bundle by what they were made from. */
export function toResources(input: BundleInput | undefined): ReadonlyMap<string, LeafyResource> {
  const entries = input === undefined ? [] : (toBundle(input).entry ?? []);
  return new Map(entries.flatMap(({ resource }) => (resource === undefined ? [] : [[resource.id ?? '', toLeafy(resource)] as const])));
}

function toLeafy(resource: Resource): LeafyResource {
  return { type: resource.resourceType, leaves: toLeaves(resource) };
}
