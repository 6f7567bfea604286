import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { keepSandbox } from "./cli/sandbox-process.js";
import { readCredentials } from "./credentials.js";
import { runWorker } from "./deliver/run-worker.js";
import { createGateway } from "./gateway.js";
import { createApp } from "./http/app.js";
import { loadTables } from "./load-tables.js";
import { openTitianStore, readSiteFolder } from "./open-titian.js";
import { createSatusehat } from "./platforms/satusehat/index.js";
import { keepSite } from "./keep-site.js";
import { holdGatewayLock } from "./store/embedded/gateway-lock.js";
import { createLedger } from "./store/ledger.js";
const retryPolicy = { firstWaitMs: 2000, longestWaitMs: 15 * 60_000, maxAttempts: 60, quietMs: 5000 };
const leaseMs = 60_000;
/** The composition root: settings -> parts -> start, stop. The only place that knows a concrete store and platform. */
export async function startTitian(config, options) {
    const lock = config.databaseUrl === undefined ? await holdGatewayLock(config.dataDir) : undefined;
    const closing = lock === undefined ? [] : [() => lock.release()];
    const stop = async () => {
        for (const close of closing.splice(0).reverse())
            await close();
    };
    try {
        return { ...(await startParts(config, options, closing)), stop };
    }
    catch (fault) {
        await stop();
        throw fault;
    }
}
async function startParts(config, options, closing) {
    const { tell, log } = options;
    const [opened, tables, sandbox] = await Promise.all([openTitianStore(config, tell), loadTables(config.sourceDirs), startSandbox(config, options)]);
    const { store } = opened;
    closing.push(() => opened.close({ server: true }));
    if (sandbox !== undefined)
        closing.push(() => sandbox.stop());
    if (config.databaseUrl === undefined)
        await freeWhatTheDeadHeld(store);
    const site = await keepSite(store, () => readSiteFolder(config.siteDir), tell);
    const worker = await startWorker(config, { store, site, log, sandboxUrl: sandbox?.url });
    closing.push(() => worker.stop());
    const gateway = createGateway({ store, tables, site, now: () => new Date(), newId: randomUUID, wake: () => { worker.wake(); }, owner: ownerName });
    const resuming = gateway.resume().catch((fault) => {
        log.error({ event: 'resume-failed', fault });
    });
    closing.push(async () => {
        gateway.stop();
        await resuming;
    });
    const server = await listen(config, { gateway, store, log });
    closing.push(() => close(server));
    await tellFirstKey(store, tell);
    const url = `http://${config.host}:${String(server.address().port)}`;
    tell(toldReady(config, url, sandbox));
    return { url, sandboxUrl: sandbox?.url, gateway, store };
}
const ownerName = `${String(process.pid)}-${randomUUID()}`;
/** The lock of the data folder is ours: no other gateway lives, so its leases need not run out first. */
async function freeWhatTheDeadHeld(store) {
    const now = new Date();
    await store.owed.expireLeases(store.db, ownerName, now);
    await store.readings.expireReadings(store.db, ownerName, now);
}
async function startSandbox(config, options) {
    if (config.satusehatUrl !== undefined)
        return undefined;
    return keepSandbox({ port: config.sandboxPort, dataDir: join(config.dataDir, 'sandbox'), people: options.sandboxPeople });
}
async function startWorker(config, { store, site, log, sandboxUrl }) {
    const host = config.satusehatUrl ?? sandboxUrl ?? '';
    const platform = createSatusehat({
        fhirUrl: `${host}/fhir-r4/v1`,
        tokenUrl: `${host}/oauth2/v1`,
        credentials: await readCredentials(config),
        timeoutMs: 30_000,
        now: Date.now,
    });
    const ledger = createLedger(store, { platform: platform.name, owner: ownerName, leaseMs, site });
    const parts = { ledger, platform, policy: retryPolicy, now: () => new Date(), jitter: Math.random, concurrency: 8, timeoutMs: 40_000 };
    return runWorker(parts, {
        idleMs: 1000,
        onFault: (fault) => {
            log.error({ event: 'delivery-failed', platform: platform.name, fault });
        },
    });
}
async function listen(config, parts) {
    const { gateway, store, log } = parts;
    const app = createApp({
        desk: gateway,
        verifyKey: (key) => findHolder(store, key),
        checkReady: async () => {
            await store.db.rows('select-one');
        },
        environment: config.environment,
        log,
        newId: randomUUID,
    });
    const server = createServer(app);
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.port, config.host, resolve);
    });
    return server;
}
async function findHolder(store, text) {
    const key = await store.apiKeys.verifyApiKey(store.db, text);
    if (key === undefined)
        return undefined;
    const within = key.scope.find((word) => word.startsWith('within:'))?.slice('within:'.length);
    return { submitter: key.name, ...(within === undefined ? {} : { within }) };
}
async function tellFirstKey(store, tell) {
    if ((await store.apiKeys.countApiKeys(store.db)) > 0)
        return;
    const { text } = await store.apiKeys.createApiKey(store.db, { name: 'kunci-pertama', scope: ['submit', 'read', 'admin'], at: new Date() });
    tell({
        event: 'first-key',
        id: `Kunci API pertama (hanya ditampilkan sekali ini): ${text}`,
        en: 'The first API key, shown this once.',
        facts: { key: text },
    });
}
function toldReady(config, url, sandbox) {
    const where = sandbox === undefined ? (config.satusehatUrl ?? '') : `${sandbox.url} (sandbox, simulasi: tidak ada yang keluar dari komputer ini)`;
    return {
        event: 'ready',
        id: `Titian siap di ${url} · lingkungan ${config.environment} · SATUSEHAT: ${where}\nBerikutnya: titian submit --source posyandu-kenanga FILE.csv, atau npm run demo.`,
        en: `Titian is ready at ${url}. Next: hand in a file with titian submit, or run npm run demo.`,
        facts: { url, environment: config.environment, ...(sandbox === undefined ? {} : { sandbox: sandbox.url }) },
    };
}
async function close(server) {
    server.closeIdleConnections();
    await new Promise((resolve) => server.close(() => { resolve(); }));
}
//# sourceMappingURL=main.js.map