// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { packageRoot } from '../../src/root.ts';
import { createPool } from '../../src/store/connect.ts';
import { aloneMark, migrate, readMigrations, type Migration } from '../../src/store/migrate.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { lintMigration, tablesOf } from './previous/lint-migration.ts';
import { mainFlows } from './previous/main-flows.ts';
import { fromPlain, toPlain, type Call, type Recorded, type RecordedFlow } from './previous/recorded.ts';

const folder = join(packageRoot, 'test', 'store', 'previous');
const recordings: readonly Recorded[] = await Promise.all(
  (await readdir(folder))
    .filter((file) => /^statements-\d{4}\.json$/.test(file))
    .map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as Recorded),
);
const migrations = await readMigrations();
const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as { readonly version: string };

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
}, 120_000);

async function aPool(url: string, size = 1): Promise<pg.Pool> {
  const pool = createPool(url, size, () => undefined);
  closing.push(() => pool.end());
  return Promise.resolve(pool);
}

async function aClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // The database is dropped with whoever is still connected.
  client.on('error', () => undefined);
  await client.connect();
  closing.push(() => client.end());
  return client;
}

describe.each(recordings)('a gateway of the version whose newest migration is $migration', ({ migration, statements, flows }) => {
  const upTo = migrations.findIndex(({ name }) => name === migration) + 1;

  test('finds every one of its statements to be valid on the newest schema', async () => {
    const client = await aClient(await aDatabase());
    await client.query(statements['prepare-ledger'] ?? '');
    const refused: string[] = [];
    for (const [name, text] of Object.entries(statements)) {
      if (name === 'prepare-ledger') continue;
      await client.query(`prepare "${name}" as ${text}`).catch((fault: unknown) => refused.push(`${name}: ${String(fault)}`));
    }
    expect(refused).toEqual([]);
    expect(Object.keys(statements).length).toBeGreaterThan(90);
  });

  test('has in its flows every statement but those by which a schema is made and bound to its key', () => {
    const run = new Set(flows.flatMap(({ calls }) => calls.map(({ statement }) => statement)));
    const left = Object.keys(statements).filter((name) => !run.has(name));
    expect(left).toEqual(['find-key-fingerprint', 'keep-key-fingerprint', 'list-migrations', 'prepare-ledger', 'record-migration']);
  });

  test.each(flows.map(({ name }, index) => [name, index] as const))(
    'gets the same answers all the way where the schema is brought forward just before "%s"',
    async (_, index) => {
      const url = await aDatabase({ bare: true });
      const [pool, newer] = await Promise.all([aPool(url), aPool(url)]);
      await migrate(pool, migrations.slice(0, upTo));
      // One connection, as a gateway keeps them: its statements were prepared on the schema of before.
      const client = await pool.connect();
      for (const [at, flow] of flows.entries()) {
        if (at === index) await migrate(newer, migrations);
        expect(await replay(client, flow, statements)).toEqual(
          flow.calls.map(({ statement, count, rows }) => ({ statement, count, rows: inOneOrder(rows, statements[statement]) })),
        );
      }
      client.release();
    },
  );
});

async function replay(client: pg.PoolClient, { calls }: RecordedFlow, statements: Recorded['statements']): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const { statement, values, rows } of calls) {
    const text = statements[statement];
    const asked = text === undefined ? { text: statement } : { name: statement, text, values: values.map(fromPlain) };
    const result = await client.query<Record<string, unknown>>(asked);
    const known = result.rows.map((row, at) => onlyKnown(row, rows[at]));
    answers.push({ statement, count: result.rowCount ?? 0, rows: inOneOrder(known, text) });
  }
  return answers;
}

/** What a write returns has no order that PostgreSQL promises. */
function inOneOrder(rows: readonly unknown[], text = ''): readonly unknown[] {
  const byText = (one: unknown, other: unknown): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
  return /\breturning\b/.test(text) ? [...rows].sort(byText) : rows;
}

/** An older program overlooks columns it does not know. */
function onlyKnown(row: Record<string, unknown>, recorded: Call['rows'][number]): unknown {
  const known = Object.keys((recorded as Record<string, unknown> | undefined) ?? row);
  return toPlain(Object.fromEntries(known.map((key) => [key, row[key]])));
}

const alone = (text: string): string => `${aloneMark} visit is large.\ndrop index concurrently if exists v;\n${text}`;

/** The tables of the newest recorded version before a migration: with those its gateways work while the migration comes. */
function tablesBefore(name: string): ReadonlySet<string> {
  const before = recordings.map(({ migration }) => migration).filter((migration) => migration < name);
  const newest = before.sort().at(-1) ?? '';
  return new Set(migrations.filter((migration) => migration.name <= newest).flatMap(({ text }) => tablesOf(text)));
}

describe('the flows of this version', () => {
  test('run to their end, so that a release can record them', async () => {
    const store = await aStore();
    for (const { run } of mainFlows) await run(store);
    expect(await store.erasure.listErasures(store.db)).toHaveLength(1);
  });
});

describe('a migration after the first', () => {
  test.each(migrations.slice(1).map(({ name, text }) => [name, text] as const))('only adds, or says that it does not: %s', (name, text) => {
    const inUse = tablesBefore(name);
    expect(inUse).toContain('visit');
    expect(lintMigration(text, { version, inUse })).toEqual([]);
  });

  const beside = { version: '0.1.0', inUse: new Set(['visit', 'upstream', 'enrolment']) };

  test.each<[string, string]>([
    ['a new table with whatever it needs', 'create table b (id text primary key, n int not null unique check (n > 0) references a (id))'],
    ['an index, also a unique one, on a table of its own', 'create table b (n int); create unique index b_n on b (n)'],
    ['a column that may be absent', 'alter table visit add column retracted_at timestamptz'],
    ['a column with a fixed default', "alter table visit add column grade text not null default 'umum'"],
    ['a column with the moment of its making', 'alter table visit add column since timestamptz not null default now()'],
    ['first rows of a table of its own', "create table b (n text); insert into b values ('a;b')"],
    ['an index on a table in use, made beside the work', alone('create index concurrently v on visit (place)')],
    [
      'a unique index on a table in use that says why it holds',
      alone('-- Unique beside the version before: it writes none.\ncreate unique index concurrently v on visit (a)'),
    ],
    ['rows of a new table taken from others, where it locks none', 'create table b (n int); insert into b select 1 from visit'],
    [
      'a contract step that is safe from this version',
      '-- Contract, safe from 0.1.0: nobody reads it any more\nalter table visit drop column sex',
    ],
  ])('may bring %s', (_, text) => {
    expect(lintMigration(text, beside)).toEqual([]);
  });

  test.each<[string, string]>([
    ['takes a column away', 'alter table visit drop column sex'],
    ['takes a table away', 'drop table enrolment'],
    ['takes an index away', 'drop index visit_person'],
    ['renames', 'alter table visit rename column sex to gender'],
    ['changes a type', 'alter table visit alter column age_days type bigint'],
    ['demands a column that the version before does not write', 'alter table visit add column grade text not null'],
    ['forbids an absent value', 'alter table visit alter column sex set not null'],
    ['changes a default', "alter table visit alter column sex set default 'L'"],
    ['computes a default row by row', 'alter table visit add column nonce uuid default gen_random_uuid()'],
    ['computes a column', 'alter table visit add column twice int generated always as (age_days * 2) stored'],
    ['constrains a table in use', 'alter table visit add constraint adult check (age_days < 40000)'],
    ['constrains a column it adds to a table in use', 'alter table visit add column grade text check (grade is not null)'],
    ['makes a value unique in a table in use', 'create unique index visit_place on visit (place)'],
    ['makes an index under a lock', 'create index visit_place on visit (place)'],
    ['makes an index concurrently within a transaction', 'create index concurrently visit_place on visit (place)'],
    ['makes a value unique in a table in use, even concurrently', alone('create unique index concurrently v on visit (place)')],
    ['leaves behind what a broken try has made', `${aloneMark} x\ncreate index concurrently v on visit (place);`],
    ['makes two things outside a transaction', alone('create index concurrently v on visit (place);\ncreate table b (n int)')],
    [
      'goes through rows while it locks a table',
      'create table b (n int); alter table visit add column a int; insert into b select 1 from visit',
    ],
    ['hides a second change behind the first', 'alter table visit add column a int, drop column sex'],
    ['rewrites rows', "update visit set sex = 'L'"],
    ['removes rows', 'delete from upstream'],
    ['makes a trigger', 'create trigger t before insert on visit for each row execute function f()'],
    ['makes a function', 'create function f() returns int language sql as $$ select 1 $$'],
    ['is a contract step safe only from a later version', '-- Contract, safe from 0.2.0: later\ndrop table enrolment'],
    ['is a contract step that names no version', '-- Contract, safe from tomorrow: later\ndrop table enrolment'],
    ['only mentions in passing that it is one', '-- A note.\n-- Contract, safe from 0.1.0: no\ndrop table enrolment'],
  ])('is refused where it %s', (_, text) => {
    expect(lintMigration(text, beside)).toHaveLength(1);
  });
});

describe('a migration beside gateways at work', () => {
  const added: Migration = { name: '0002-added', text: 'alter table busy add column more text', checksum: 'a' };
  const brief = { lockMs: 50, tries: 200, pauseMs: 10 };
  let url: string;
  let pool: pg.Pool;

  beforeAll(async () => {
    url = await aDatabase({ bare: true });
    pool = await aPool(url, 3);
    await query(url, 'create table busy (n int); insert into busy values (1)');
  });

  test('gives way to whoever has the table, and to those who come after', async () => {
    const [holder, next] = await Promise.all([aClient(url), aClient(url)]);
    await holder.query('begin; update busy set n = 2');
    const applying = migrate(pool, [added], brief);
    await waitUntil(async () => (await waitingFor(url)) > 0);
    const from = performance.now();
    await next.query('insert into busy values (3)');
    const waitedMs = performance.now() - from;
    await holder.query('commit');

    expect(await applying).toEqual(['0002-added']);
    // Ours waits 50 ms at most, and whoever stood behind it as long; the rest is this machine's.
    expect(waitedMs).toBeLessThan(1000);
  });

  test('that never gets its lock says so and leaves everything as it was', async () => {
    const holder = await aClient(url);
    await holder.query('begin; lock table busy');
    const never: Migration = { name: '0003-never', text: 'alter table busy add column never text', checksum: 'n' };
    await expect(migrate(pool, [never], { lockMs: 20, tries: 2, pauseMs: 1 })).rejects.toThrow('did not get the lock of a table');
    await holder.query('rollback');

    expect(await query(url, "select 1 from migration where name = '0003-never'")).toEqual([]);
    expect(await query(url, "select 1 from information_schema.columns where column_name = 'never'")).toEqual([]);
  });

  test('that cannot be in a transaction is applied once, also by processes that start at once and while rows are written', async () => {
    const writer = await aClient(url);
    await writer.query('begin; insert into busy values (4)');
    const text = `${aloneMark} busy is large.\ndrop index concurrently if exists busy_n;\ncreate index concurrently busy_n on busy (n);\n`;
    const index: Migration = { name: '0004-index', text, checksum: 'i' };
    const applying = Promise.all([migrate(pool, [index], brief), migrate(await aPool(url), [index], brief)]);
    await waitUntil(async () => (await waitingFor(url)) > 0);
    await writer.query('insert into busy values (5); commit');

    expect((await applying).flat()).toEqual(['0004-index']);
    const valid = "select indisvalid from pg_index where indexrelid = 'busy_n'::regclass";
    expect(await query(url, valid)).toEqual([{ indisvalid: true }]);
  });

  test('waits for another process that is applying one for as long as it takes', async () => {
    const other = await aClient(url);
    await other.query(`begin; insert into lease (name) values ('migration') on conflict (name) do update set name = 'migration'`);
    const later: Migration = { name: '0005-later', text: 'alter table busy add column later text', checksum: 'l' };
    const waiting = migrate(pool, [later], { lockMs: 5, tries: 1, pauseMs: 1 });
    for (let seen = 0; seen < 3; seen += 1) await waitUntil(async () => (await waitingFor(url)) > 0);
    await other.query('commit');
    expect(await waiting).toEqual(['0005-later']);
  });
});

/** How many sessions of this database wait for a lock. */
async function waitingFor(url: string): Promise<number> {
  const sql = "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  return (await query<{ n: number }>(url, sql))[0]?.n ?? 0;
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) if (await holds()) return;
  throw new Error('What was waited for did not come.');
}
