import { toVisitHours } from '../map/places/to-visit-hours.ts';
import type { Site } from '../map/place.ts';
import type { Visit } from '../map/visit.ts';
import { takesEveryVisit } from '../platforms/own-server.ts';
import type { Job, JobTurn } from '../schedule/job.ts';
import type { Tx } from '../store/db.ts';
import { isSendable, oweVisits, type VisitToOwe } from './owe-visits.ts';
import type { GatewayParts } from './parts.ts';

const hour = 3_600_000;
const visitsAtOnce = 250;

type Parts = Pick<GatewayParts, 'store' | 'site' | 'wake'>;

/** The job that owes a server of one's own what was stored before it was there; none where there is no such server. */
export function createCatchUpJob(parts: Parts): readonly Job[] {
  return parts.store.platforms.filter(takesEveryVisit).map((platform) => ({
    name: `susulkan-ke-${platform}`,
    everyMs: hour,
    leaseMs: 60_000,
    run: async (turn) => {
      const owed = await catchUp(platform, turn, parts);
      if (owed === 0) return undefined;
      parts.wake();
      return `${String(owed)} kunjungan disusulkan`;
    },
  }));
}

async function catchUp(platform: string, turn: JobTurn, { store, site }: Parts): Promise<number> {
  const register = await site();
  let owed = 0;
  for (let after: string | undefined; ;) {
    turn.signal.throwIfAborted();
    const from: string | undefined = after;
    const ids = await turn.transact(async (tx) => {
      const next = await store.visits.visitsNotOwed(tx, platform, { after: from, limit: visitsAtOnce });
      const visits = await readVisits(tx, next, { store, site: register });
      await oweVisits(tx, visits, { store, site: register, at: turn.at, only: [platform] });
      owed += visits.length;
      return next;
    });
    if (ids.length < visitsAtOnce) return owed;
    after = ids.at(-1);
  }
}

/** Whoever was erased has no visit to send. */
async function readVisits(
  tx: Tx,
  ids: readonly string[],
  { store, site }: { readonly store: GatewayParts['store']; readonly site: Site },
): Promise<readonly VisitToOwe[]> {
  const known = [...(await store.visits.getVisits(tx, ids)).values()];
  const persons = await store.persons.getPersons(tx, [...new Set(known.map(({ visit }) => visit.person))]);
  return known.flatMap(({ visit, version, duty, bundle }) => {
    const owner = persons.get(visit.person);
    if (owner === undefined) return [];
    const facts = { person: owner.person, personVersion: owner.version, sendable: isSendable(bundle), due: dueOf(site, visit) };
    return [{ visit, version, duty, ...facts }];
  });
}

function dueOf(site: Site, visit: Visit): Date {
  const place = site.places.get(visit.place);
  return place === undefined ? new Date(0) : toVisitHours(place, visit.date).endUtc;
}
