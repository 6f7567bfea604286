import type { History } from './history.ts';

/** Visits that are retracted here and stand at the platform. */
export function findUnendedRetractions({ end, held }: History): readonly string[] {
  const retracted = new Set(end.visits.filter((visit) => visit.retracted).map(({ id }) => `visit/${id}`));
  return held.filter(({ ref, ended }) => retracted.has(ref) && !ended).map(({ ref }) => `${ref} is retracted and stands at the platform`);
}

const restingStates = new Set(['held', 'waiting', 'parked']);

/** Debts that are neither settled nor held with a reason, although nothing is under way any more. */
export function findOpenDebts({ end }: History): readonly string[] {
  return end.debts.flatMap(({ kind, id, state, reason, owedVersion, settledVersion }) => {
    const what = `${kind}/${id}`;
    if (state === 'settled')
      return settledVersion >= owedVersion
        ? []
        : [`${what} is settled at version ${String(settledVersion)}, but ${String(owedVersion)} is owed`];
    if (!restingStates.has(state)) return [`${what} is still ${state}`];
    return reason === '' ? [`${what} is ${state} without a reason`] : [];
  });
}
