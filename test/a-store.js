import { createHash, randomBytes } from 'node:crypto';
import { afterAll } from '@jest/globals';
import pg from 'pg';
import { createPool } from "../src/store/connect.js";
import { migrate, readMigrations } from "../src/store/migrate.js";
import { openStore } from "../src/store/open-store.js";
import { makeRunFolder, runServerUrl, stopRun } from "./store/server/run-server.js";
/** The master key of tests. */
export const testKey = Buffer.alloc(32, 7);
const closing = [];
let ownRun;
afterAll(async () => {
    for (const close of closing.reverse())
        await close();
    if (ownRun !== undefined)
        await stopRun(await ownRun);
});
/** A store on a fresh database with every migration applied; closed and dropped after the test file. Open it in `beforeAll` where tests may share it. */
export async function aStore({ environment = 'simulasi', url } = {}) {
    const store = await openStore({ url: url ?? (await aDatabase()), masterKey: testKey, environment, random: randomBytes, poolSize: 6 });
    closing.push(() => store.close());
    return store;
}
/** The address of a fresh database with every migration applied; `bare` has none. Dropped after the test file. */
export async function aDatabase({ bare = false } = {}) {
    const server = await serverUrl();
    const name = `titian_test_${randomBytes(6).toString('hex')}`;
    await onServer(server, `create database ${name} template ${bare ? 'template0' : await templateOf(server)} encoding 'UTF8'`);
    closing.push(() => onServer(server, `drop database ${name} with (force)`));
    return toDatabaseUrl(server, name);
}
/** Runs SQL of a test's own on a database, to look at what is there. */
export async function query(url, sql, values = []) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
        return (await client.query(sql, values)).rows;
    }
    finally {
        await client.end();
    }
}
async function serverUrl() {
    const given = process.env['TITIAN_TEST_DATABASE_URL'];
    if (given !== undefined && given !== '')
        return given;
    const run = process.env['TITIAN_TEST_RUN'];
    if (run !== undefined)
        return runServerUrl(run);
    ownRun ??= makeRunFolder();
    return runServerUrl(await ownRun);
}
/** A database with the newest schema, made once a server and renamed into its place, so that two processes never meet half of one. */
async function templateOf(server) {
    const migrations = await readMigrations();
    const version = createHash('sha256').update(migrations.map(({ checksum }) => checksum).join()).digest('hex').slice(0, 12);
    const name = `titian_template_${version}`;
    const there = await query(server, 'select 1 from pg_database where datname = $1', [name]);
    if (there.length > 0)
        return name;
    const draft = `titian_draft_${randomBytes(6).toString('hex')}`;
    await onServer(server, `create database ${draft} template template0 encoding 'UTF8'`);
    const pool = createPool(toDatabaseUrl(server, draft), 1, () => undefined);
    await migrate(pool, migrations);
    await pool.end();
    await onServer(server, `alter database ${draft} rename to ${name}`).catch(() => onServer(server, `drop database ${draft} with (force)`));
    return name;
}
async function onServer(server, sql) {
    await query(server, sql);
}
function toDatabaseUrl(server, name) {
    const url = new URL(server);
    url.pathname = `/${name}`;
    return url.href;
}
