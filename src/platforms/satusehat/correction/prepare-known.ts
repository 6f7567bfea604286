import type { Preparation, UpstreamEntry } from '../../platform.ts';
import { refOf } from '../refs.ts';
import { toByHand } from './by-hand.ts';
import { toChangeMessage } from './change-message.ts';
import { isEncounter, toChanges, type Change } from './changes.ts';
import { foreignContents, isCompared } from './compared.ts';
import { contentTypes } from './content-types.ts';
import { findLook, isUncertain, toEncounterLook } from './held-looks.ts';
import type { HeldVisit } from './held-visit.ts';

/**
 * A visit that SATUSEHAT holds: what changed since goes there resource by resource, under the ids they have; what is there as it should be is not sent
 * again. One message has one effect and is learned before the next, so that whoever comes after a fall goes on where it stood.
 * What no machine can correct is for a person (`koreksi-perlu-tangan`), once all the rest has gone.
 */
export function prepareKnown(held: HeldVisit): Preparation {
  const look = findLook(held);
  if (look !== undefined) return { do: 'send', message: look };
  return carryOut(held, toChanges(held));
}

/** The next message of what has to change, or how it ends where no message is left. */
export function carryOut(held: HeldVisit, changes: readonly Change[]): Preparation {
  const byHand: Change[] = [];
  for (const change of changes) {
    if (isUncertain(held, change.part)) {
      byHand.push(change);
      continue;
    }
    const message = toChangeMessage(held, change);
    if (message !== 'tangan')
      return { do: 'send', message: lacksHistory(held, change) ? toEncounterLook(held, 'lihat-kunjungan') : message };
    byHand.push(change);
  }
  return toEnd(held, byHand);
}

/** Nothing is changed before it is known under whom the visit stands there; its Encounter not before its statuses are. */
function lacksHistory(held: HeldVisit, change: Change): boolean {
  const { state, upstream } = held;
  const known = upstream.has(refOf.visitPatient(state.visit.id));
  return !known || (isEncounter(held, change) && !upstream.has(refOf.visitHistory(state.visit.id)));
}

function toEnd(held: HeldVisit, byHand: readonly Change[]): Preparation {
  const { state, upstream, transaction } = held;
  const leftover = upstream.get(refOf.visitLeftover(state.visit.id));
  const foreign = findForeign(held);
  if (byHand.length === 0 && leftover === undefined && foreign.length === 0) return { do: 'settled', leftOut: transaction.leftOut };
  if (!isDoneByHand(state)) return toByHand(held, byHand, { leftover: leftover?.hash, foreign });
  return {
    do: 'settled',
    leftOut: transaction.leftOut,
    upstream: byHand.map((change) => toDone(held, change)),
    forget: [refOf.visitLeftover(state.visit.id), ...foreign.map((type) => refOf.visitContents(state.visit.id, type))],
  };
}

/** True where a person said of this very version that what was for them is done. */
export function isDoneByHand({ doneByHand, version }: HeldVisit['state']): boolean {
  return doneByHand !== undefined && doneByHand >= version;
}

/** A person says that it is so there now. */
function toDone({ upstream }: HeldVisit, { part, wanted }: Change): UpstreamEntry {
  return { ref: part.ref, platformId: upstream.get(part.ref)?.platformId ?? 'dengan-tangan', hash: wanted };
}

/** Types of which something of ours is there that the visit does not have, seen where all of it was read. */
function findForeign({ state, upstream, own }: HeldVisit): readonly string[] {
  if (!isCompared(own)) return [];
  return contentTypes.filter((type) => upstream.get(refOf.visitContents(state.visit.id, type))?.hash === foreignContents);
}
