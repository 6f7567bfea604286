import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { aloneMark } from '../../src/store/migrate.ts';
import { collectHistory } from '../cluster/collect-history.ts';
import { startNode, type GatewayNode } from '../cluster/gateway-node.ts';
import { openStand, type Stand } from '../cluster/stand.ts';
import { waitUntilRest } from '../cluster/wait-until-rest.ts';
import { checkHistory } from '../history/check-history.ts';
import type { Findings, History } from '../history/history.ts';
import { inventRecords } from '../history/invent-records.ts';
import { submitRecords, type Submitted } from '../history/submit-records.ts';

/** What a run is to be. */
export interface RollingOptions {
  readonly processes: number;
  readonly visits: number;
  readonly seed: number;
  /** A PostgreSQL to make a database on; undefined = an embedded one. */
  readonly databaseUrl: string | undefined;
  readonly tell: (line: string) => void;
}

/** One process that was exchanged for another. */
export interface Exchange {
  /** 0 = ended as it was asked to. */
  readonly exitCode: number | null;
  readonly endingMs: number;
  readonly startingMs: number;
}

/** What a run did and what it found. */
export interface RollingRun {
  readonly restarts: readonly (readonly Exchange[])[];
  /** Rows acknowledged while a restart was under way. */
  readonly acknowledgedMeanwhile: number;
  /** True when the newer version's migrations are there, each once. */
  readonly migrated: boolean;
  readonly submitted: Submitted;
  readonly history: History;
  readonly findings: Findings;
  readonly seconds: number;
}

/** When the restarts begin, as parts of the files that have been read. */
const restartAt = [0.2, 0.5];
const stillMs = 60_000;

interface Rolling {
  readonly stand: Stand;
  /** Who works now, place by place. */
  readonly seats: GatewayNode[];
  /** Every process that ever worked. */
  readonly nodes: GatewayNode[];
  readonly options: RollingOptions;
}

/** Hands in shuffled visits while every process is exchanged twice, the second time for ones that bring migrations, and checks the history. */
export async function runRolling(options: RollingOptions): Promise<RollingRun> {
  const began = performance.now();
  const { visits, seed, tell } = options;
  const load = inventRecords({ visits, seed, corrected: 12, withdrawn: 3, fileRows: [1, 30], longEvery: 15 });
  tell(`${String(load.files.length)} files of ${String(load.places.length)} posyandu`);
  const stand = await openStand(load, options.databaseUrl);
  const rolling: Rolling = { stand, seats: [], nodes: [], options };
  try {
    await startAll(rolling);
    const progress = createProgress();
    const desk = { choose: createChooser(rolling), key: stand.key, submitters: 6, withdraw: stand.withdraw, onProgress: progress.tell };
    const submitting = submitRecords(load, desk);
    const restarts = await restartTwice(rolling, progress.reached);
    const submitted = await submitting;
    const left = await waitUntilRest(stand, stillMs);
    if (left !== undefined) tell(`not at rest: ${left}`);
    await Promise.all(rolling.seats.map((node) => node.end('SIGTERM')));
    const history = await collectHistory(stand, submitted, rolling.nodes);
    const found = checkHistory(history);
    return {
      restarts: restarts.map(({ exchanges }) => exchanges),
      acknowledgedMeanwhile: countMeanwhile(submitted, restarts),
      migrated: await isMigrated(stand),
      ...{ submitted, history, findings: { ...found, lost: [...found.lost, ...submitted.faults] } },
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    await Promise.all(rolling.seats.map((node) => node.end('SIGKILL')));
    await stand.close();
  }
}

async function startAll(rolling: Rolling): Promise<void> {
  const { seats, options } = rolling;
  for (let index = 0; index < options.processes; index += 1) seats.push(start(rolling, index, undefined));
  await Promise.all(seats.map(({ ready }) => ready));
}

function start({ stand, nodes }: Rolling, index: number, migrations: string | undefined): GatewayNode {
  const name = `gateway-${String(index + 1)}-${String(nodes.length + 1)}`;
  const node = startNode(stand, { name, database: stand.url, fault: undefined, migrations });
  nodes.push(node);
  return node;
}

interface Restart {
  readonly from: number;
  readonly to: number;
  readonly exchanges: readonly Exchange[];
}

async function restartTwice(rolling: Rolling, reached: (part: number) => Promise<void>): Promise<readonly Restart[]> {
  const restarts: Restart[] = [];
  for (const part of restartAt) {
    await reached(part);
    const migrations = restarts.length === restartAt.length - 1 ? await writeMigrations(rolling.stand) : undefined;
    restarts.push(await restartAll(rolling, migrations));
    rolling.options.tell(`restart ${String(restarts.length)}: ${JSON.stringify(restarts.at(-1)?.exchanges)}`);
  }
  return restarts;
}

/** One after the other: asked to end, waited for, and the next started in its place, while the others serve. */
async function restartAll(rolling: Rolling, migrations: string | undefined): Promise<Restart> {
  const from = performance.now();
  const exchanges: Exchange[] = [];
  for (const [index, old] of [...rolling.seats].entries()) {
    const asked = performance.now();
    const exitCode = await old.end('SIGTERM');
    const ended = performance.now();
    const next = start(rolling, index, migrations);
    rolling.seats[index] = next;
    await next.ready;
    exchanges.push({ exitCode, endingMs: Math.round(ended - asked), startingMs: Math.round(performance.now() - ended) });
  }
  return { from, to: performance.now(), exchanges };
}

/** What a newer version may bring: a column on the table everybody writes, a table of its own, and an index that is made beside the work. */
async function writeMigrations({ dir }: Stand): Promise<string> {
  const folder = join(dir, 'migrations');
  await mkdir(folder);
  const added = 'alter table visit add column proof text;\nalter table owed add column proof text;\ncreate table proof (n integer);\n';
  await writeFile(join(folder, '9001-proof.sql'), added);
  const index = 'drop index concurrently if exists visit_proof;\ncreate index concurrently visit_proof on visit (place);\n';
  await writeFile(join(folder, '9002-proof-index.sql'), `${aloneMark} visits are written while it is made.\n${index}`);
  return folder;
}

async function isMigrated({ ask }: Stand): Promise<boolean> {
  const applied = await ask("select name from migration where name like '9%' order by name");
  const valid = await ask("select 1 from pg_index where indexrelid = to_regclass('visit_proof') and indisvalid");
  return applied.length === 2 && valid.length === 1;
}

function countMeanwhile({ told }: Submitted, restarts: readonly Restart[]): number {
  return told.filter(({ answeredAt }) => restarts.some(({ from, to }) => answeredAt > from && answeredAt < to)).length;
}

/** A trivial chooser: goes round among those that are not known to be down. */
function createChooser({ seats }: Rolling): () => Promise<string> {
  let turn = 0;
  return async () => {
    for (;;) {
      turn += 1;
      const url = seats[turn % seats.length]?.serving();
      if (url !== undefined) return url;
      await pause(5);
    }
  };
}

function createProgress(): {
  readonly tell: (done: number, all: number) => Promise<void>;
  readonly reached: (part: number) => Promise<void>;
} {
  let part = 0;
  return {
    tell: (done, all) => {
      part = done / all;
      return Promise.resolve();
    },
    reached: async (wanted) => {
      while (part < wanted) await pause(10);
    },
  };
}
