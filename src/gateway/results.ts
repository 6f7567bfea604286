import type { Db } from '../store/db.ts';
import type { KeptRow } from '../store/rows.ts';
import type { RowVerdict, SubmissionAnswer, SubmissionResult } from '../submission.ts';
import type { GatewayParts } from './parts.ts';
import { toStandingReading } from './replay/standing-reading.ts';
import { noCounts } from './row-counts.ts';

const rowsInAnswer = 500;

/** What became of a submission, by the reading that stands; undefined for an id that is none. */
export async function findResult(
  { store }: Pick<GatewayParts, 'store'>,
  id: string,
  db: Db = store.db,
): Promise<SubmissionResult | undefined> {
  if (!isUuid(id)) return undefined;
  const submission = await store.submissions.getSubmission(db, id);
  const reading = toStandingReading(await store.readings.readingsOf(db, id));
  if (submission === undefined || reading === undefined) return undefined;
  const counts = { ...noCounts, ...reading.counts };
  const finished = reading.state !== 'reading';
  const rows = finished && counts.rows <= rowsInAnswer ? await store.rows.rowsOf(db, reading.id, -1, rowsInAnswer * 2) : [];
  const { environment, source } = submission;
  return toResult({ id, finished, unchanged: false, environment, source, counts, issues: reading.issues, rows });
}

/** A submission with the verdicts on its rows, as its sender reads it. */
export function toResult({
  finished,
  rows,
  ...rest
}: Omit<SubmissionResult, 'state' | 'rows'> & { readonly finished: boolean; readonly rows: readonly KeptRow[] }): SubmissionResult {
  const { id, unchanged, environment, source, counts, issues } = rest;
  const brief = finished && counts.rows <= rowsInAnswer;
  return {
    ...{ id, state: finished ? 'selesai' : 'diproses', unchanged, environment, source, counts, issues },
    ...(brief ? { rows: rows.map(toVerdict) } : {}),
  };
}

/** A result as it is answered: 202, and these bytes. */
export function toAnswer(result: SubmissionResult): SubmissionAnswer {
  return { status: 202, body: JSON.stringify(result), submission: result.id };
}

/** Verdicts of a submission's rows after a number of rows, in the order of the file. */
export async function listVerdicts(
  { store }: Pick<GatewayParts, 'store'>,
  id: string,
  after: number,
  limit: number,
): Promise<readonly RowVerdict[] | undefined> {
  if (!isUuid(id)) return undefined;
  const reading = toStandingReading(await store.readings.readingsOf(store.db, id));
  return reading === undefined ? undefined : (await store.rows.rowsOf(store.db, reading.id, after - 1, limit)).map(toVerdict);
}

function toVerdict({ row, status, heading, reason, issues, visit }: KeptRow): RowVerdict {
  return {
    row,
    status,
    heading,
    issues,
    ...(reason === undefined ? {} : { reason }),
    ...(visit === undefined ? {} : { visit }),
  };
}

/** Whether somebody handed a submission in, first or later; false for an id that is none. */
export async function isHandedInBy({ store }: Pick<GatewayParts, 'store'>, id: string, submitter: string): Promise<boolean> {
  return isUuid(id) && store.submissions.isHandedInBy(store.db, id, submitter);
}

/** Ids come from addresses that anybody can type; what is no UUID is no id of ours. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
