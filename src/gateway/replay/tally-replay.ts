import type { KnownVisit } from '../../store/visits.ts';
import type { GatewayParts } from '../parts.ts';
import { compareResources, toSample } from './compare-visits.ts';
import { addChanges, noChanges, type Changes, type OwedAnew, type ReplayReport, type ReplaySample } from './replay-report.ts';
import type { ReplayWatch } from './replay-watch.ts';

/** Watches a replay and sums up what came of it: from what was there when each thing was first looked at to what is there at the end. */
export interface ReplayTally extends ReplayWatch {
  sum(parts: Pick<GatewayParts, 'store' | 'tables'>, samples: number): Promise<Omit<ReplayReport, 'dryRun' | 'submissions' | 'notRead'>>;
}

/** A visit as it was when it was first looked at; it need not have been there. */
interface Before {
  readonly version: number;
  readonly person: string;
  /** How many resources of each type it had, in the fewest words: most visits stay what they are. */
  readonly types: string;
}

interface Seen {
  readonly visits: Map<string, Before | undefined>;
  readonly persons: Map<string, number | undefined>;
  readonly owed: Map<string, Owed>;
  readonly verdicts: Map<string, number>;
  rows: number;
}

type Owed = Parameters<ReplayWatch['owed']>[0][number];

/** Creates the tally of one replay. */
export function createReplayTally(): ReplayTally {
  const seen: Seen = { visits: new Map(), persons: new Map(), owed: new Map(), verdicts: new Map(), rows: 0 };
  const words = new Map<string, string>();
  return {
    visit: (id, before) => {
      if (seen.visits.has(id)) return;
      const types = before === undefined || before.retracted ? '' : toTypes(before);
      if (!words.has(types)) words.set(types, types);
      const stood = before !== undefined && !before.retracted;
      seen.visits.set(id, stood ? { version: before.version, person: before.visit.person, types: words.get(types) ?? types } : undefined);
    },
    person: (id, before) => {
      if (!seen.persons.has(id)) seen.persons.set(id, before);
    },
    verdict: (before, now) => {
      seen.rows += 1;
      if (before === now) return;
      const change = `${before ?? 'baru'} -> ${now}`;
      seen.verdicts.set(change, (seen.verdicts.get(change) ?? 0) + 1);
    },
    owed: (debts) => {
      for (const debt of debts) seen.owed.set(`${debt.platform}|${debt.subject.kind}|${debt.subject.id}`, debt);
    },
    sum: (parts, samples) => sumUp(seen, parts, samples),
  };
}

function toTypes(before: Parameters<typeof compareResources>[0]): string {
  return Object.entries(compareResources(before, before))
    .map(([type, { same }]) => `${type}:${String(same)}`)
    .sort()
    .join(' ');
}

const visitsAtOnce = 500;

async function sumUp(seen: Seen, parts: Pick<GatewayParts, 'store' | 'tables'>, limit: number): ReturnType<ReplayTally['sum']> {
  const sums = { visits: noChanges, resources: new Map<string, Changes>(), samples: [] as ReplaySample[], withdrawn: new Set<string>() };
  const ids = [...seen.visits.keys()];
  for (let from = 0; from < ids.length; from += visitsAtOnce) {
    const some = new Map(ids.slice(from, from + visitsAtOnce).map((id) => [id, seen.visits.get(id)] as const));
    await sumVisits(some, sums, parts, limit);
  }
  sums.resources.set('Patient', await sumPersons(seen.persons, parts));
  return {
    rows: { read: seen.rows, verdicts: Object.fromEntries([...seen.verdicts].sort(byName)) },
    visits: sums.visits,
    resources: Object.fromEntries([...sums.resources].sort(byName)),
    platforms: toPlatforms([...seen.owed.values()], sums.withdrawn),
    samples: sums.samples,
  };
}

interface Sums {
  visits: Changes;
  readonly resources: Map<string, Changes>;
  readonly samples: ReplaySample[];
  readonly withdrawn: Set<string>;
}

async function sumVisits(
  some: ReadonlyMap<string, Before | undefined>,
  sums: Sums,
  parts: Pick<GatewayParts, 'store' | 'tables'>,
  limit: number,
): Promise<void> {
  for (const { id, unchanged, before, after, isWithdrawn } of await compareVisits(some, parts)) {
    if (isWithdrawn) sums.withdrawn.add(id);
    if (unchanged !== undefined) {
      addUnchanged(sums, unchanged);
      continue;
    }
    for (const [type, changes] of Object.entries(compareResources(before, after))) add(sums.resources, type, changes);
    sums.visits = addChanges(sums.visits, toVisitChange(before, after));
    const sample = sums.samples.length < limit ? toSample(before, after, parts.tables.programme.elements) : undefined;
    if (sample !== undefined) sums.samples.push(sample);
  }
}

interface Compared {
  readonly id: string;
  /** What it was all along; undefined where anything changed. */
  readonly unchanged: Before | undefined;
  readonly before: KnownVisit | undefined;
  readonly after: KnownVisit | undefined;
  readonly isWithdrawn: boolean;
}

async function compareVisits(
  some: ReadonlyMap<string, Before | undefined>,
  { store }: Pick<GatewayParts, 'store'>,
): Promise<readonly Compared[]> {
  const now = await store.visits.getVisits(store.db, [...some.keys()]);
  const changed = [...some].filter(([id, before]) => before !== undefined && before.version !== now.get(id)?.version);
  const at = changed.flatMap(([visit, before]) => (before === undefined ? [] : [{ visit, ...before }]));
  const old = await store.visits.versionsOf(store.db, at);
  return [...some].map(([id, before]) => {
    const state = now.get(id);
    return {
      id,
      unchanged: before?.version === state?.version ? before : undefined,
      before: old.get(id),
      after: state?.retracted === false ? state : undefined,
      isWithdrawn: isWithdrawn(state),
    };
  });
}

function isWithdrawn(state: KnownVisit | undefined): boolean {
  return state?.retracted === true || state?.duty !== 'kirim';
}

function addUnchanged(sums: Sums, { types }: Before): void {
  sums.visits = addChanges(sums.visits, { ...noChanges, same: 1 });
  for (const word of types.split(' ').filter((each) => each !== '')) {
    const [type = '', count] = word.split(':');
    add(sums.resources, type, { ...noChanges, same: Number(count) });
  }
}

function toVisitChange(before: unknown, after: unknown): Changes {
  if (before !== undefined) return after === undefined ? { ...noChanges, retracted: 1 } : { ...noChanges, changed: 1 };
  return after === undefined ? noChanges : { ...noChanges, created: 1 };
}

function add(sums: Map<string, Changes>, type: string, changes: Changes): void {
  sums.set(type, addChanges(sums.get(type) ?? noChanges, changes));
}

async function sumPersons(seen: Seen['persons'], { store }: Pick<GatewayParts, 'store'>): Promise<Changes> {
  let sum = noChanges;
  const ids = [...seen.keys()];
  for (let from = 0; from < ids.length; from += visitsAtOnce) {
    const now = await store.persons.getPersons(store.db, ids.slice(from, from + visitsAtOnce));
    for (const [id, { version }] of now) {
      const before = seen.get(id);
      const change = before === undefined ? 'created' : before === version ? 'same' : 'changed';
      sum = addChanges(sum, { ...noChanges, [change]: 1 });
    }
  }
  return sum;
}

function toPlatforms(owed: readonly Owed[], withdrawn: ReadonlySet<string>): Readonly<Record<string, OwedAnew>> {
  const platforms: Record<string, OwedAnew> = {};
  for (const { platform, subject } of owed) {
    const kind = subject.kind === 'visit' && withdrawn.has(subject.id) ? 'withdrawn' : subject.kind;
    const sums = platforms[platform] ?? { visit: 0, withdrawn: 0, patient: 0, place: 0, practitioner: 0, episode: 0 };
    platforms[platform] = { ...sums, [kind]: sums[kind] + 1 };
  }
  return platforms;
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
