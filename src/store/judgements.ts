import type { Tx } from './db.ts';

/** Somebody to look at again, and when. */
export interface Judgement {
  readonly person: string;
  readonly due: Date;
}

/** Has people looked at again; who is to be looked at sooner anyway stays so. */
export async function markJudgements(tx: Tx, judgements: readonly Judgement[]): Promise<void> {
  if (judgements.length === 0) return;
  const due = new Map<string, Date>();
  for (const one of judgements) {
    const known = due.get(one.person);
    if (known === undefined || one.due < known) due.set(one.person, one.due);
  }
  const persons = [...due.keys()].sort();
  await tx.count('mark-judgements', [persons, tx.environment, persons.map((person) => due.get(person))]);
}

/** Takes people who are due off the list, within the transaction that looks at them; nobody else takes them at the same time. */
export async function takeJudgements(tx: Tx, { now, limit }: { readonly now: Date; readonly limit: number }): Promise<readonly string[]> {
  return (await tx.rows<{ person: string }>('take-judgements', [tx.environment, now, limit])).map(({ person }) => person);
}
