import type { Db, Tx } from './db.ts';

/** Who was erased, when and why. */
export interface Erasure {
  readonly person: string;
  readonly at: Date;
  readonly reason: string;
}

/**
 * Erases a person, with everybody merged into them: key, identity, indexes, rows as written, the files they came in, what was sent, what is owed, and what senders are told.
 * Facts without identity stay for the statistics. May be repeated, and is after every restore (`listErasures`).
 */
export async function erasePerson(tx: Tx, { person, at, reason }: Erasure): Promise<void> {
  const people = (await tx.rows<{ id: string }>('aliases-of', [person])).map(({ id }) => id);
  await tx.count('erase-index', [people]);
  await tx.count('erase-person', [people, at]);
  await tx.count('erase-submission-bytes', [people, at]);
  await tx.count('erase-rows', [people]);
  await tx.count('erase-visit-versions', [people]);
  const visits = (await tx.rows<{ id: string }>('erase-visits', [people])).map(({ id }) => id);
  await tx.count('erase-attempts', [people, visits]);
  for (const statement of ['erase-reviews', 'erase-identities', 'erase-merges', 'erase-person-enrolments'])
    await tx.count(statement, [people]);
  const episodes = (await tx.rows<{ id: string }>('erase-episodes', [people])).map(({ id }) => id);
  await tx.count('erase-courses', [episodes]);
  await tx.count('erase-judgements', [people]);
  await tx.count('erase-warnings', [people]);
  await tx.count('erase-due', [people]);
  await tx.count('erase-unconfirmed', [people]);
  for (const statement of ['erase-incidents', 'erase-hand-corrections']) await tx.count(statement, [visits]);
  await tx.count('erase-edges', [people, visits]);
  await tx.count('erase-refusals', [people, visits]);
  await tx.count('erase-owed', [people, visits]);
  await tx.count('erase-outcomes', [people, at]);
  await tx.count('erase-upstream', [[...people.map((id) => `patient/${id}`), ...visits.map((id) => `visit/${id}`)]]);
  await tx.count('keep-erasure', [people.length === 0 ? [person] : people, at, reason]);
  for (const id of people) tx.personKeys.delete(id);
}

/** Everybody who was erased, the earliest first: the list to be applied again after a restore. */
export async function listErasures(db: Db): Promise<readonly Erasure[]> {
  const rows = await db.rows<{ person: string; erased_at: Date; reason: string }>('list-erasures');
  return rows.map(({ person, erased_at, reason }) => ({ person, at: erased_at, reason }));
}
