import { isBlocking } from '../../fhir/issue.ts';
import { openRows } from '../open-rows.ts';
import type { GatewayParts } from '../parts.ts';
import { readingLeaseMs } from '../parts.ts';
import { createReader, type Reader } from '../read-on.ts';
import { toRowContext, toTablesVersion } from '../row-context.ts';
import type { ReplayFilter, TablesOfToday, ToReplay } from '../../store/rereadings.ts';
import type { Store } from '../../store/open-store.ts';
import { openAgain } from './open-again.ts';
import type { NotRead, ReplayReport } from './replay-report.ts';
import { createReplayTally } from './tally-replay.ts';

/** What a replay works with. For a rehearsal `parts.store` is a shadow of `listing`. */
export interface ReplayParts {
  readonly parts: Omit<GatewayParts, 'watch'>;
  /** Where it is looked up what is to be read again. */
  readonly listing: Store;
  /** Brings a submission into the shadow; absent where it is done in earnest. */
  readonly begin?: (submission: string) => Promise<void>;
}

export interface ReplayOptions {
  readonly filter: ReplayFilter;
  readonly samples: number;
}

const listedAtOnce = 200;

/**
 * Reads again every submission that was last read as a whole with other tables than those of today, and sums up what that changed.
 * Killed half-way it has done what it has done: whoever reads on, or replays again, goes on from there.
 */
export async function replaySubmissions({ parts, listing, begin }: ReplayParts, { filter, samples }: ReplayOptions): Promise<ReplayReport> {
  const tally = createReplayTally();
  const watched: GatewayParts = { ...parts, watch: tally };
  const reader = createReader(watched);
  const today = await listTablesOfToday(parts);
  const notRead: ReplayReport['notRead'][number][] = [];
  let submissions = 0;
  for await (const one of listAll(listing, today, filter)) {
    await begin?.(one.submission);
    const missed = await replayOne(one, { parts: watched, reader, today });
    if (missed === undefined) submissions += 1;
    else notRead.push({ submission: one.submission, ...missed });
  }
  const sum = await tally.sum(parts, samples);
  return { dryRun: begin !== undefined, submissions, notRead, ...sum };
}

/** The version of today's tables, source by source. */
export async function listTablesOfToday({ tables, site }: Pick<GatewayParts, 'tables' | 'site'>): Promise<TablesOfToday> {
  const register = await site();
  return new Map([...tables.sources].map(([name, source]) => [name, toTablesVersion(source, tables.programme, register)] as const));
}

async function* listAll(store: Store, today: TablesOfToday, filter: ReplayFilter): AsyncGenerator<ToReplay> {
  for (let after: string | undefined; ;) {
    const page = await store.readings.listReplays(store.db, today, filter, { after, limit: listedAtOnce });
    yield* page;
    after = page.at(-1)?.submission;
    if (page.length < listedAtOnce) return;
  }
}

interface Replaying {
  readonly parts: GatewayParts;
  readonly reader: Reader;
  readonly today: TablesOfToday;
}

interface Missed {
  readonly why: NotRead;
  readonly codes: readonly string[];
}

/** Undefined when the submission has been read to its end. */
async function replayOne(one: ToReplay, { parts, reader, today }: Replaying): Promise<Missed | undefined> {
  const tables = today.get(one.source);
  if (one.erased) return toMissed('berkas-dihapus');
  if (tables === undefined) return toMissed('sumber-tidak-ada');
  const codes = await findFaults(one.submission, parts);
  if (codes.length > 0) return { why: 'tidak-terbaca', codes };
  const reading = await takeReading(one, tables, parts);
  if (reading === undefined) return toMissed('sedang-dibaca');
  await reader.read(reading);
  const after = await parts.store.readings.getReading(parts.store.db, reading);
  return after?.state === 'finished' ? undefined : toMissed('sedang-dibaca');
}

function toMissed(why: NotRead): Missed {
  return { why, codes: [] };
}

/** A file that the tables of today cannot read keeps the verdicts it has. */
async function findFaults(id: string, parts: GatewayParts): Promise<readonly string[]> {
  const { store, tables } = parts;
  const submission = await store.submissions.getSubmission(store.db, id);
  const source = tables.sources.get(submission?.source ?? '');
  if (submission === undefined || source === undefined) return ['sumber-tidak-dikenal'];
  const facts = { ...submission.request, ...(submission.fileName === undefined ? {} : { fileName: submission.fileName }) };
  const context = { row: toRowContext(parts, await parts.site(), facts), others: [] };
  const opened = await openRows(store.submissions.submissionBytes(store.db, id), source, context);
  if (!opened.ok) return opened.issues.filter(isBlocking).map(({ code }) => code);
  // Nothing more is read of it here.
  for await (const _ of opened.value.rows) break;
  return [];
}

/** The reading to be gone on with, or a new one; undefined while somebody else reads the file. */
async function takeReading({ submission, reading }: ToReplay, tables: string, parts: GatewayParts): Promise<string | undefined> {
  const { store, owner } = parts;
  if (reading?.state === 'reading') {
    const at = parts.now();
    const lease = { owner, until: new Date(at.getTime() + readingLeaseMs) };
    const claimed = await store.readings.claimReading(store.db, reading.id, lease, at);
    if (!claimed) return undefined;
    if (reading.isTodays) return reading.id;
  }
  return openAgain(parts, submission, { tables, quarantinedOnly: false });
}
