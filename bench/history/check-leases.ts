import { groupBy } from './group-by.ts';
import type { History, LeaseEvent } from './history.ts';

/** Clocks of two processes of one machine may differ by as much. */
const clockErrorMs = 5;

/**
 * Leases that were effective in two hands: one number with two owners; a write let through, or a message with an effect sent, after a later claim had
 * been answered; two messages of different leases on their way at once.
 */
export function findLeasesInTwoHands({ leases }: Pick<History, 'leases'>): readonly string[] {
  return [...groupBy(leases, ({ debt }) => debt)].flatMap(([debt, events]) => [
    ...findSharedNumbers(debt, events),
    ...findLateHands(debt, events),
    ...findCrossedMessages(debt, events),
  ]);
}

function findSharedNumbers(debt: string, events: readonly LeaseEvent[]): readonly string[] {
  const claims = events.filter(({ kind }) => kind === 'claim');
  const shared = [...groupBy(claims, ({ leaseNo }) => String(leaseNo))].filter(([, all]) => all.length > 1);
  return shared.map(([leaseNo, all]) => `${debt}: lease ${leaseNo} was given ${String(all.length)} times`);
}

function findLateHands(debt: string, events: readonly LeaseEvent[]): readonly string[] {
  const claims = events.filter(({ kind }) => kind === 'claim');
  const late = events.filter(
    (event) => isEffective(event) && claims.some(({ leaseNo, to }) => leaseNo > event.leaseNo && to + clockErrorMs < event.from),
  );
  return late.map(
    ({ kind, leaseNo, owner }) => `${debt}: a ${kind} of ${owner} under lease ${String(leaseNo)} after a later one had been given`,
  );
}

function isEffective(event: LeaseEvent): boolean {
  return event.kind === 'send' || (event.kind === 'write' && event.accepted);
}

function findCrossedMessages(debt: string, events: readonly LeaseEvent[]): readonly string[] {
  const sends = events.filter(({ kind }) => kind === 'send');
  return sends.flatMap((one) =>
    sends
      .filter((other) => other.leaseNo > one.leaseNo && other.from + clockErrorMs < one.to && one.from + clockErrorMs < other.to)
      .map((other) => `${debt}: messages of leases ${String(one.leaseNo)} and ${String(other.leaseNo)} were on their way at once`),
  );
}
