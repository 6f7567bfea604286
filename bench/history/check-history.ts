import { findChildrenBeforeParents, findDoubleEffects, findOlderAfterNewer } from './check-effects.ts';
import { findLeasesInTwoHands } from './check-leases.ts';
import { findDoubleRecords, findLost } from './check-records.ts';
import { findOpenDebts, findUnendedRetractions } from './check-rest.ts';
import type { Findings, History } from './history.ts';

/**
 * Holds a history against what is promised: no acknowledged record is lost, none takes effect twice, no child comes before its parent, no older
 * version after a newer, every retraction is ended, every debt is settled or held with a reason, and a lease is never effective in two hands.
 * Pure: the same history gives the same findings.
 */
export function checkHistory(history: History): Findings {
  return {
    lost: findLost(history),
    doubleEffects: [...findDoubleRecords(history), ...findDoubleEffects(history)],
    childBeforeParent: findChildrenBeforeParents(history),
    olderAfterNewer: findOlderAfterNewer(history),
    retractionsNotEnded: findUnendedRetractions(history),
    debtsOpen: findOpenDebts(history),
    leaseInTwoHands: findLeasesInTwoHands(history),
  };
}

/** How much is wrong, by rule. */
export function countFindings(findings: Findings): Readonly<Record<keyof Findings, number>> {
  const { lost, doubleEffects, childBeforeParent, olderAfterNewer, retractionsNotEnded, debtsOpen, leaseInTwoHands } = findings;
  return {
    lost: lost.length,
    doubleEffects: doubleEffects.length,
    childBeforeParent: childBeforeParent.length,
    olderAfterNewer: olderAfterNewer.length,
    retractionsNotEnded: retractionsNotEnded.length,
    debtsOpen: debtsOpen.length,
    leaseInTwoHands: leaseInTwoHands.length,
  };
}
