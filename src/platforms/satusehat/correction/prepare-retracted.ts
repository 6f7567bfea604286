import type { Preparation } from '../../platform.ts';
import { refOf } from '../refs.ts';
import { toByHand } from './by-hand.ts';
import { toRetraction } from './changes.ts';
import { findLook, toEncounterLook } from './held-looks.ts';
import { isSayable, type HeldVisit } from './held-visit.ts';
import { carryOut } from './prepare-known.ts';

/** A visit that was taken back here and SATUSEHAT holds: everything in it, and its Encounter last, is marked there as entered in error. */
export function prepareRetractedVisit(held: HeldVisit): Preparation {
  const { state, upstream, progress } = held;
  const known = [refOf.visitPatient(state.visit.id), refOf.visitHistory(state.visit.id)].every((ref) => upstream.has(ref));
  const look = findLook(held) ?? (known || progress.reconcile ? undefined : toEncounterLook(held, 'lihat-kunjungan'));
  if (look !== undefined) return { do: 'send', message: look };
  const changes = toRetraction(held);
  // Whose nakes or place is known here no more cannot be said again as it was.
  return isSayable(held.ids) || changes.length === 0
    ? carryOut(held, changes)
    : toByHand(held, changes, { leftover: undefined, foreign: [] });
}
