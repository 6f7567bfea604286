import type { Asker, DeliveryDesk, QueueFilter, QueueGroup, QueuePage, QueuePaging } from '../deliveries.ts';
import { toFailed, toPassed, type Checked } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import type { Tables } from '../load-tables.ts';
import { toPlaceOfNakes } from '../map/places/place-of-nakes.ts';
import type { Subject } from '../platforms/subject.ts';
import type { StuckCount, StuckDebt } from '../store/owed-queue.ts';
import { closeIncident, findIncident, listIncidents } from './incident-desk.ts';
import { markDone } from './mark-done.ts';
import { listPlatforms, orderPlatform } from './platform-orders.ts';
import { toQueueItems } from './queue-items.ts';
import { toOnePlatform, toScope } from './queue-scope.ts';
import { runRedrive, type RedriveParts } from './redrive.ts';
import { toCause } from './to-cause.ts';

/** What the desk stands on. Everything about people stays behind it: what it answers holds reasons, places and ids. */
export interface DeskParts extends RedriveParts {
  readonly tables: () => Promise<Pick<Tables, 'programme' | 'sources'>>;
  /** Tells the way out that something may be due. */
  readonly wake: () => void;
  /** Writes down who did what. Facts hold no personal data. */
  readonly note: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** The person's side of the way out: pause, resume and drain, what is held and why, and trying it again. */
export function createDeliveryDesk(parts: DeskParts): DeliveryDesk {
  return {
    platforms: (asker) => listPlatforms(parts, asker),
    groups: (filter, asker) => listGroups(parts, filter, asker),
    items: (filter, paging, asker) => listItems(parts, filter, paging, asker),
    incidents: (asked, asker) => listIncidents(parts, asked, asker),
    incident: (id, asker) => findIncident(parts, id, asker),
    closeIncident: (id, said) => closeIncident(parts, id, said),
    markDone: (visit, said) => markDone(parts, visit, said),
    order: async (platform, order, told) => {
      const done = await orderPlatform(parts, platform, order, told);
      if (done.ok) parts.note('platform-told', { platform, order, state: done.value.state, by: told.asker.by });
      if (done.ok) parts.wake();
      return done;
    },
    redrive: async (filter, how) => {
      const done = await runRedrive(parts, filter, how);
      if (!done.ok || how.dryRun) return done;
      const { ids, ...rest } = filter;
      const facts = { filter: rest, ids: ids?.length ?? 0, counts: done.value.counts, by: how.asker.by, within: how.asker.within };
      parts.note('redriven', { platform: done.value.platform, ...facts });
      parts.wake();
      return done;
    },
  };
}

async function listGroups(parts: DeskParts, filter: QueueFilter, asker: Asker): Promise<Checked<readonly QueueGroup[]>> {
  const { store, platforms } = parts;
  const scope = toScope(filter, asker, { site: await parts.site(), idOf: store.idOf, platforms });
  if (!scope.ok) return scope;
  const counts = await store.owed.countStuck(store.db, scope.value.platforms, scope.value.stuck);
  const byCause = new Map<string, StuckCount[]>();
  for (const count of counts) {
    const cause = JSON.stringify([count.platform, count.state, count.reason, count.rule ?? null]);
    byCause.set(cause, [...(byCause.get(cause) ?? []), count]);
  }
  const groups = [...byCause.values()].flatMap((of) => toGroup(of, parts));
  // What a person has to end comes first, the most frequent before the others.
  return toPassed(groups.sort((a, b) => Number(a.release === 'sendiri') - Number(b.release === 'sendiri') || b.count - a.count));
}

function toGroup(counts: readonly StuckCount[], { wordsOf, now }: DeskParts): readonly QueueGroup[] {
  const [first] = counts;
  if (first === undefined) return [];
  const oldest = Math.min(...counts.map(({ since }) => since.getTime()));
  return [
    {
      ...toCause(first, wordsOf),
      count: counts.reduce((sum, { count }) => sum + count, 0),
      kinds: Object.fromEntries(counts.map(({ kind, count }) => [kind, count])),
      oldestSince: new Date(oldest).toISOString(),
      oldestSeconds: Math.max(0, Math.floor((now().getTime() - oldest) / 1000)),
    },
  ];
}

async function listItems(parts: DeskParts, filter: QueueFilter, paging: QueuePaging, asker: Asker): Promise<Checked<QueuePage>> {
  const { store, platforms } = parts;
  const platform = toOnePlatform(filter, platforms);
  if (!platform.ok) return platform;
  const from = toSubject(paging.after);
  if (!from.ok) return from;
  const site = await parts.site();
  const scope = toScope({ ...filter, platform: platform.value }, asker, { site, idOf: store.idOf, platforms });
  if (!scope.ok) return scope;
  const page = { limit: paging.limit + 1, ...(from.value === undefined ? {} : { after: from.value }) };
  const found = await store.owed.listStuck(store.db, platform.value, scope.value.stuck, page);
  const shown = found.slice(0, paging.limit);
  const of = { store, platform: platform.value, placeOfNakes: toPlaceOfNakes(site, store.idOf) };
  const items = await toQueueItems(shown, { ...of, tables: await parts.tables() });
  return toPassed({ platform: platform.value, items, ...(found.length > paging.limit ? toNext(shown) : {}) });
}

function toNext(shown: readonly StuckDebt[]): Pick<QueuePage, 'next'> {
  const last = shown.at(-1)?.subject;
  return last === undefined ? {} : { next: `${last.kind}/${last.id}` };
}

/** A cursor is the subject at which the page before ended. */
function toSubject(text: string | undefined): Checked<Subject | undefined> {
  if (text === undefined) return toPassed(undefined);
  const [, kind, id] = /^(place|practitioner|patient|episode|visit)\/(.{1,100})$/.exec(text) ?? [];
  return kind === undefined || id === undefined ? toFailed(badCursor) : toPassed({ kind: kind as Subject['kind'], id });
}

const badCursor: Issue = {
  severity: 'error',
  type: 'value',
  code: 'permintaan-tidak-sah',
  text: 'Parameter after harus nilai next dari halaman sebelumnya, misalnya visit/0b7c….',
  diagnostics: 'The parameter after must be the value next of the page before, such as visit/0b7c….',
};
