import type { Issue } from '../fhir/issue.ts';
import type { Site } from '../map/place.ts';
import type { Source } from '../map/source.ts';
import type { Reading } from '../store/readings.ts';
import { openRows, type OpenedRows } from './open-rows.ts';
import type { GatewayParts } from './parts.ts';
import { openAgain } from './replay/open-again.ts';
import { findReadingsBefore, type ReadingsBefore } from './replay/rows-before.ts';
import { readTablesLabel, type TablesLabel } from './replay/tables-label.ts';
import { toRowContext, toTablesVersion } from './row-context.ts';
import { noCounts, type Counts } from './row-counts.ts';

/** A reading with its file open, from where it is to go on. */
export interface Opened {
  readonly id: string;
  readonly submission: string;
  readonly source: Source;
  readonly site: Site;
  readonly rows: OpenedRows;
  readonly cursor: number;
  readonly counts: Counts;
  /** What was read of the submission before; undefined for its first reading. */
  readonly before: ReadingsBefore | undefined;
}

/** Opens the file of a reading. Undefined when there is nothing to be read: the file cannot be opened, or another process has begun to read it. */
export async function openReading(parts: GatewayParts, id: string): Promise<Opened | undefined> {
  const { store } = parts;
  const { reading, submission, source } = await findReading(parts, id);
  const site = await parts.site();
  const read = readTablesLabel(reading.tablesVersion);
  const tables = toTablesVersion(source, parts.tables.programme, site);
  if (read.tables !== tables) return openInstead(parts, reading, { ...read, tables });
  const facts = { ...submission.request, ...(submission.fileName === undefined ? {} : { fileName: submission.fileName }) };
  const context = { row: toRowContext(parts, site, facts), others: [] };
  const rows = await openRows(store.submissions.submissionBytes(store.db, submission.id), source, context);
  if (!rows.ok) return refuse(parts, reading, rows.issues);
  const before = reading.isAgain ? await findReadingsBefore(parts, reading) : undefined;
  const counts = { ...noCounts, ...reading.counts };
  return { id, submission: submission.id, source, site, rows: rows.value, cursor: reading.cursor, counts, before };
}

/**
 * What was begun with other tables is not gone on with, but begun anew: a reading is of one meaning from its first row to its last.
 * Quarantined rows are left for the next time they are looked at.
 */
async function openInstead(parts: GatewayParts, reading: Reading, label: TablesLabel): Promise<Opened | undefined> {
  if (label.quarantinedOnly) return refuse(parts, reading, []);
  const other = await openAgain(parts, reading.submission, label);
  return other === undefined ? undefined : openReading(parts, other);
}

/** Ends a reading that nobody can go on with; the one before it stands again. */
async function refuse({ store, owner, now }: GatewayParts, { id, counts }: Reading, issues: readonly Issue[]): Promise<undefined> {
  await store.transact((tx) => store.readings.finishReading(tx, id, owner, { state: 'refused', counts, issues, at: now() }));
}

async function findReading({ store, tables }: GatewayParts, id: string) {
  const reading = await store.readings.getReading(store.db, id);
  const submission = reading === undefined ? undefined : await store.submissions.getSubmission(store.db, reading.submission);
  const source = submission === undefined ? undefined : tables.sources.get(submission.source);
  if (reading === undefined || submission === undefined || source === undefined)
    throw new Error('A reading has lost its submission or its source');
  return { reading, submission, source };
}
