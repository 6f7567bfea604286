import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { askDatabase, databaseUrl, type GatewayHome } from '../../test/scenarios/a-gateway-process.ts';
import { checkPromises } from '../proof/check-promises.ts';
import { countClear, type OtherAnswers } from './note-answers.ts';
import type { FullStage } from './full-stage.ts';
import type { LoadFile } from '../crash/load.ts';
import { handIn, toAcknowledged, type Acknowledged, type Door, type RunningLoad } from '../proof/submit-load.ts';
import type { SeededRandom } from '../../test/generate/seeded-random.ts';

/** What gets no room: submissions, because the gateway keeps some free; pages of tables and indexes, which PostgreSQL survives; or the log, which ends it. */
export type FullKind = 'guard' | 'tables' | 'log';

/** One time that the disk was full. */
export interface FullDisk {
  readonly kind: FullKind;
  readonly refused: number;
  readonly unclear: number;
  /** True where the main process of PostgreSQL is another one afterwards. */
  readonly serverEnded: boolean;
  /** From the moment space was freed to the 202 of a sender who comes just then; undefined where none came in two minutes. */
  readonly recoveredMs: number | undefined;
  /** What was answered 202 and is not whole, or is stored in part. */
  readonly broken: readonly string[];
}

/** Everything a round needs. */
export interface Filling {
  readonly stage: FullStage;
  readonly load: RunningLoad;
  readonly other: OtherAnswers;
  readonly random: SeededRandom;
}

const enoughRefused = 20;
const [leastFullMs, mostFullMs] = [4000, 20_000];
const longestMs = 120_000;

/** Lets the disk get full while files are handed in, keeps it full until many were refused, frees it, and looks at what is stored. */
export async function fillOnce({ stage, load, other, random }: Filling, kind: FullKind, fresh: LoadFile): Promise<FullDisk> {
  const { volume, database, door } = stage;
  const [refused, unclear] = [countClear(other), other.unclear.length];
  await waitForAnswers(load, random.between(5, 25));
  const server = await findServer(database);
  const since = Date.now();
  while (!isEnough(Date.now() - since, countOthers(other) - refused - unclear)) {
    await volume.fill(kind === 'guard' ? stage.guardedMegabytes : 0);
    if (kind === 'log') await askDatabase(database, 'select pg_switch_wal()').catch(() => undefined);
    await pause(200);
  }
  await volume.free();
  const { recoveredMs, answer } = await probe(door, fresh, other);
  return {
    ...{ kind, recoveredMs },
    refused: countClear(other) - refused,
    unclear: other.unclear.length - unclear,
    serverEnded: (await findServer(database)) !== server,
    broken: recoveredMs === undefined ? [] : await findBroken(database, [...load.acknowledged, ...(answer === undefined ? [] : [answer])]),
  };
}

/** Senders whose file was taken and cannot be read on wait and hand in nothing more, so that refusals may be few. */
function isEnough(ms: number, refusals: number): boolean {
  if (ms < leastFullMs) return false;
  return refusals >= enoughRefused || (ms > mostFullMs && refusals > 0) || ms > longestMs;
}

async function waitForAnswers(load: RunningLoad, count: number): Promise<void> {
  const enough = load.acknowledged.length + count;
  for (const since = Date.now(); load.acknowledged.length < enough && Date.now() - since < longestMs;) {
    if (load.hasEnded()) throw new Error('The files were all handed in before the disk was full');
    await pause(50);
  }
}

/** A sender who comes just then, with a file that is new: milliseconds until it is answered 202. */
async function probe(
  door: Door,
  file: LoadFile,
  { onOther }: OtherAnswers,
): Promise<{ readonly recoveredMs?: number; readonly answer?: Acknowledged }> {
  const since = Date.now();
  while (Date.now() - since < longestMs) {
    const answer = await handIn(door, file);
    if (answer?.status === 202) return { recoveredMs: Date.now() - since, answer: toAcknowledged(file, answer) };
    await onOther(answer, file);
  }
  return {};
}

function countOthers(other: OtherAnswers): number {
  return countClear(other) + other.unclear.length;
}

async function findServer(database: GatewayHome): Promise<string> {
  const pid = await readFile(join(database.dir, 'data', 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  return pid.split('\n')[0] ?? '';
}

async function findBroken(database: GatewayHome, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: await databaseUrl(database) });
  await client.connect();
  try {
    const { missing, duplicated } = await checkPromises(client, acknowledged);
    return [...missing, ...duplicated];
  } finally {
    await client.end();
  }
}
