// Run once when a version is released: writes down what that version asks of its database, for the versions after it (docs/decisions/0009).
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedServer } from '../src/store/embedded/embedded-server.ts';
import { migrationsFolder, readMigrations } from '../src/store/migrate.ts';
import { openStore, type Store } from '../src/store/open-store.ts';
import { mainFlows } from '../test/store/previous/main-flows.ts';
import { toPlain, type Call, type Recorded, type RecordedFlow } from '../test/store/previous/recorded.ts';

const [target = ''] = process.argv.slice(2);
const statements = await readStatements();
const newest = (await readMigrations()).at(-1)?.name ?? '';
const recorded: Recorded = { migration: newest, statements, flows: await recordFlows() };
await writeFile(target, `${JSON.stringify(recorded, null, 1)}\n`);

async function readStatements(): Promise<Readonly<Record<string, string>>> {
  const folder = join(migrationsFolder, '..', 'sql');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const texts = await Promise.all(
    files.map(async (file) => [file.slice(0, -'.sql'.length), await readFile(join(folder, file), 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

async function recordFlows(): Promise<readonly RecordedFlow[]> {
  const dir = await mkdtemp(join(tmpdir(), 'titian-record-'));
  const server = await openEmbeddedServer({ dataDir: join(dir, 'data'), say: () => undefined });
  const calls = watchStatements();
  const masterKey = Buffer.alloc(32, 7);
  const store = await openStore({ url: server.url, masterKey, environment: 'simulasi', random: createChance(), poolSize: 1 });
  try {
    return await runFlows(store, calls);
  } finally {
    await store.close();
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** What making the schema did does not count: whoever opens a database of a newer version finds it made. */
async function runFlows(store: Store, calls: Call[]): Promise<readonly RecordedFlow[]> {
  const flows: RecordedFlow[] = [];
  calls.splice(0);
  for (const { name, run } of mainFlows) {
    await run(store);
    flows.push({ name, calls: calls.splice(0) });
  }
  return flows;
}

/** Always the same bytes, so that the same version records the same. */
function createChance(): (size: number) => Uint8Array {
  let turn = 0;
  return (size) => {
    const blocks = Array.from({ length: Math.ceil(size / 32) }, () =>
      createHash('sha256')
        .update(String((turn += 1)))
        .digest(),
    );
    return Buffer.concat(blocks).subarray(0, size);
  };
}

type Query = (...args: unknown[]) => unknown;
type Callback = (fault: unknown, result: pg.QueryResult | undefined) => void;

/** Listens at the driver itself, beneath everything of ours. Whatever has no name is the beginning or the end of a transaction, or opens the store. */
function watchStatements(): Call[] {
  const calls: Call[] = [];
  const driver = pg.Client.prototype as unknown as { query: Query };
  const ask = driver.query;
  driver.query = function query(this: unknown, config: unknown, ...rest: unknown[]): unknown {
    const { name, text, values } = toAsked(config, rest);
    const keep = (result: pg.QueryResult): void => {
      const statement = name ?? Object.keys(statements).find((key) => statements[key] === text) ?? text;
      calls.push({ statement, values: values.map(toPlain), count: result.rowCount ?? 0, rows: toRows(result) });
    };
    const told = rest.findIndex((one) => typeof one === 'function');
    if (told === -1) {
      const answer = ask.call(this, config, ...rest) as Promise<pg.QueryResult>;
      return answer.then((result) => {
        keep(result);
        return result;
      });
    }
    const tell = rest[told] as Callback;
    const listening: Callback = (fault, result) => {
      if (result !== undefined) keep(result);
      tell(fault, result);
    };
    return ask.call(this, config, ...rest.with(told, listening));
  };
  return calls;
}

function toAsked(config: unknown, rest: readonly unknown[]): { name: string | undefined; text: string; values: readonly unknown[] } {
  const values = rest.find((one) => Array.isArray(one)) as readonly unknown[] | undefined;
  if (typeof config === 'string') return { name: undefined, text: config, values: values ?? [] };
  const { name, text, values: own } = config as { name?: string; text: string; values?: readonly unknown[] };
  return { name, text, values: own ?? values ?? [] };
}

function toRows(result: pg.QueryResult): readonly unknown[] {
  return Array.isArray(result) ? [] : (result.rows as unknown[]).map(toPlain);
}
