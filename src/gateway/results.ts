import type { RowVerdict, SubmissionResult } from '../submission.ts';
import type { GatewayParts } from './parts.ts';
import { noCounts } from './row-counts.ts';

const rowsInAnswer = 500;

/** What became of a submission, by its newest reading; undefined for an id that is none. */
export async function findResult({ store }: Pick<GatewayParts, 'store'>, id: string): Promise<SubmissionResult | undefined> {
  if (!isUuid(id)) return undefined;
  const submission = await store.submissions.getSubmission(store.db, id);
  const [reading] = await store.readings.readingsOf(store.db, id);
  if (submission === undefined || reading === undefined) return undefined;
  const counts = { ...noCounts, ...reading.counts };
  const finished = reading.state === 'finished';
  const brief = finished && counts.rows <= rowsInAnswer;
  return {
    id,
    state: finished ? 'selesai' : 'diproses',
    unchanged: false,
    environment: submission.environment,
    source: submission.source,
    counts,
    issues: reading.issues,
    ...(brief ? { rows: await listOf(store, reading.id, 0, rowsInAnswer * 2) } : {}),
  };
}

/** Verdicts of a submission's rows after a number of rows, in the order of the file. */
export async function listVerdicts(
  { store }: Pick<GatewayParts, 'store'>,
  id: string,
  after: number,
  limit: number,
): Promise<readonly RowVerdict[] | undefined> {
  if (!isUuid(id)) return undefined;
  const [reading] = await store.readings.readingsOf(store.db, id);
  return reading === undefined ? undefined : listOf(store, reading.id, after, limit);
}

async function listOf(store: GatewayParts['store'], reading: string, after: number, limit: number): Promise<readonly RowVerdict[]> {
  const rows = await store.rows.rowsOf(store.db, reading, after - 1, limit);
  return rows.map(({ row, status, heading, reason, issues, visit }) => ({
    row,
    status,
    heading,
    issues,
    ...(reason === undefined ? {} : { reason }),
    ...(visit === undefined ? {} : { visit }),
  }));
}

/** Ids come from addresses that anybody can type; what is no UUID is no id of ours. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
