import type { Said } from '../deliveries.ts';
import { toFailed, toPassed, type Checked } from '../fhir/checked.ts';
import type { StuckFilter } from '../store/owed-queue.ts';
import { hasLongNumber } from './has-long-number.ts';
import type { IncidentParts } from './incident-desk.ts';
import { nothingByHand, numberInNote } from './incident-faults.ts';
import { isId } from './list-cursor.ts';
import { toScope } from './queue-scope.ts';

const byHand = 'koreksi-perlu-tangan';

/** A person says that what no machine could correct at a platform is corrected there: the visit goes on from that. Returns how many debts went on. */
export async function markDone(parts: IncidentParts, id: string, { asker, note }: Said): Promise<Checked<{ readonly done: number }>> {
  if (hasLongNumber(note)) return toFailed(numberInNote);
  const { store, platforms } = parts;
  const site = await parts.site();
  const scope = toScope({ ids: [id], reasons: [byHand], states: ['held'] }, asker, { site, idOf: store.idOf, platforms });
  if (!scope.ok) return scope;
  const done = isId(id) ? await goOn(parts, { id, by: asker.by, note, scope: scope.value }) : 0;
  if (done === 0) return (await wasSaid(parts, id, scope.value.stuck.places)) ? toPassed({ done }) : toFailed(nothingByHand);
  parts.note('corrected-by-hand', { visit: id, by: asker.by, within: asker.within });
  parts.wake();
  return toPassed({ done });
}

interface Correction {
  readonly id: string;
  readonly by: string;
  readonly note: string;
  readonly scope: { readonly platforms: readonly string[]; readonly stuck: StuckFilter };
}

async function goOn(parts: IncidentParts, { id, by, note, scope }: Correction): Promise<number> {
  const { store } = parts;
  return store.transact(async (tx) => {
    let count = 0;
    for (const platform of scope.platforms) {
      const [debt] = await store.owed.listStuck(tx, platform, scope.stuck, { limit: 1 });
      const version = (await store.visits.getVisit(tx, id))?.version;
      if (debt?.subject.kind !== 'visit' || version === undefined) continue;
      await store.owed.keepHandCorrection(tx, { platform, subject: debt.subject, version, by, note }, parts.now());
      count += await store.owed.release(tx, { platform, states: ['held'], reasons: [byHand], kind: 'visit', ids: [id] }, parts.now());
    }
    return count;
  });
}

/** True where this was said of the visit as it stands now: an answer may have been lost, and nothing is left to do. */
async function wasSaid({ store, platforms }: IncidentParts, id: string, places: readonly string[] | undefined): Promise<boolean> {
  const known = isId(id) ? await store.visits.getVisit(store.db, id) : undefined;
  if (known === undefined || places?.includes(known.visit.place) === false) return false;
  const said = await Promise.all(platforms.map((platform) => store.owed.handCorrectionOf(store.db, platform, { kind: 'visit', id })));
  return said.includes(known.version);
}
