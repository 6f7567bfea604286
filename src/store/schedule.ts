import type { Db, Tx } from './db.ts';

/** A job in the hands of one process. `leaseNo` grows with each turn: a process that lost its turn changes nothing by the old number. */
export interface HeldTurn {
  readonly job: string;
  readonly leaseNo: number;
}

/** Makes a job known, due at once; a job known before keeps its times, unless it now comes more often. */
export async function nameJob(db: Db, job: { readonly name: string; readonly everyMs: number }, at: Date): Promise<void> {
  await db.count('name-job', [db.environment, job.name, job.everyMs, at]);
}

/** Takes a job's turn when it is due and nobody else has it; a process that died gives it back when its lease ends. */
export async function takeTurn(
  db: Db,
  { job, owner, now, leaseMs }: { readonly job: string; readonly owner: string; readonly now: Date; readonly leaseMs: number },
): Promise<HeldTurn | undefined> {
  const until = new Date(now.getTime() + leaseMs);
  const [row] = await db.rows<{ lease_no: number }>('take-turn', [db.environment, job, owner, now, until]);
  return row === undefined ? undefined : { job, leaseNo: row.lease_no };
}

/** Keeps a turn longer. False: somebody else has it. */
export async function renewTurn(db: Db, turn: HeldTurn, until: Date): Promise<boolean> {
  return (await db.count('renew-turn', [...keyOf(db, turn), until])) === 1;
}

/** Keeps others from taking the turn until this transaction ends. False: somebody else has it; then roll back. */
export async function holdTurn(tx: Tx, turn: HeldTurn): Promise<boolean> {
  return (await tx.rows('hold-turn', keyOf(tx, turn))).length === 1;
}

/** How a turn ended, and when the next one is due. `result` holds no personal data. */
export interface TurnEnding {
  readonly at: Date;
  readonly succeeded: boolean;
  readonly result: string | undefined;
  readonly nextAt: Date;
}

/** Ends a turn. False: somebody else has it, and nothing was written. */
export async function endTurn(db: Db, turn: HeldTurn, { at, succeeded, result, nextAt }: TurnEnding): Promise<boolean> {
  return (await db.count('end-turn', [...keyOf(db, turn), at, result ?? null, nextAt, succeeded])) === 1;
}

/** Gives back a turn that was broken off: it is due at once for whoever comes. */
export async function giveTurnBack(db: Db, turn: HeldTurn): Promise<boolean> {
  return (await db.count('give-turn-back', keyOf(db, turn))) === 1;
}

function keyOf({ environment }: Db, { job, leaseNo }: HeldTurn): readonly unknown[] {
  return [environment, job, leaseNo];
}
