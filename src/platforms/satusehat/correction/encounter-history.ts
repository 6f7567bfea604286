import type { Encounter } from '@medplum/fhirtypes';

type History = NonNullable<Encounter['statusHistory']>;
type Status = Encounter['status'];

/** The statuses of an Encounter in order, as they are kept beside its id: `arrived,in-progress,finished`. */
export function toStatuses(encounter: unknown): string {
  const { statusHistory = [], status } = encounter as Partial<Encounter>;
  const statuses = statusHistory.map((one) => one.status);
  return (statuses.at(-1) === status || status === undefined ? statuses : [...statuses, status]).join();
}

/**
 * The Encounter with a history that stays true: no status that SATUSEHAT was told of is taken out again. Where the visit is opened again, or taken
 * back, that follows what was before it. Times are those of the visit as it is known now; `end` is when it ended, for statuses it did not have then.
 */
export function continueHistory(encounter: Encounter, told: string, end: string): Encounter {
  const own = encounter.statusHistory ?? [];
  const statuses = toContinued(told === '' ? [] : (told.split(',') as Status[]), own, encounter.status);
  const taken = new Set<string>();
  const history = statuses.map((status, index): History[number] => {
    const known = taken.has(status) ? undefined : own.find((one) => one.status === status);
    taken.add(status);
    const period = known?.period ?? { start: end };
    const last = index === statuses.length - 1;
    const open = last && encounter.status === 'in-progress';
    return { status, period: open || period.end !== undefined ? period : { ...period, end } };
  });
  return { ...encounter, statusHistory: history };
}

function toContinued(told: readonly Status[], own: History, status: Status): readonly Status[] {
  const ours = own.map((one) => one.status);
  const whole = ours.at(-1) === status ? ours : [...ours, status];
  if (told.every((each, index) => whole[index] === each)) return whole;
  return told.at(-1) === status ? told : [...told, status];
}
