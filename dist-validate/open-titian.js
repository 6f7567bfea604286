import { randomBytes } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSite } from "./map/places/read-site.js";
import { openEmbeddedServer } from "./store/embedded/embedded-server.js";
import { findKeyId } from "./store/key-check.js";
import { openStore } from "./store/open-store.js";
import { openMasterKey } from "./store/sealing/master-key.js";
/** Tables of a site cannot be used: every fault with its file and line. */
export class SiteFault extends Error {
    issues;
    constructor(issues) {
        super(issues.map(({ cell, text }) => (cell === undefined ? text : `${cell}: ${text}`)).join('\n'));
        this.issues = issues;
    }
}
/** Opens the store: the embedded server or the one of DATABASE_URL, the master key, the schema. */
export async function openTitianStore(config, tell) {
    const server = config.databaseUrl === undefined ? await openServer(config, tell) : undefined;
    const url = server?.url ?? config.databaseUrl ?? '';
    const master = await openMasterKey(config.masterKeyFile, randomBytes, await findKeyId(url));
    if (master.created)
        tell(toldOfKey(config.masterKeyFile));
    const store = await openStore({ url, masterKey: master.key, environment: config.environment, random: randomBytes });
    return {
        store,
        startedServer: server !== undefined && !server.adopted,
        close: async (options) => {
            await store.close();
            if (options.server)
                await server?.stop();
        },
    };
}
async function openServer(config, tell) {
    return openEmbeddedServer({
        dataDir: config.dataDir,
        say: (event) => {
            tell({ event: `postgres-${event.kind}`, id: event.id, en: event.en });
        },
    });
}
function toldOfKey(file) {
    return {
        event: 'master-key-made',
        id: `Kunci induk dibuat di ${file}. Simpan salinannya di tempat lain: tanpa kunci ini data tidak dapat dibuka lagi oleh siapa pun.`,
        en: `The master key was made at ${file}. Keep a copy elsewhere: without it nobody can open the data again.`,
        facts: { file },
    };
}
/** Reads jejaring, pendaftaran and policies of a folder; throws a SiteFault that names every fault. */
export async function readSiteFolder(dir) {
    await access(join(dir, 'jejaring.csv')).catch((cause) => {
        throw new Error(`Tidak ada jejaring.csv di ${dir}. Salin site-example dan sesuaikan. / There is no jejaring.csv in ${dir}. Copy site-example and adapt it.`, { cause });
    });
    const read = (name) => readFile(join(dir, name), 'utf8').catch(() => '');
    const site = readSite({ jejaring: await read('jejaring.csv'), pendaftaran: await read('pendaftaran.csv'), policies: await read('policies.yaml') });
    if (!site.ok)
        throw new SiteFault(site.issues);
    return site.value;
}
//# sourceMappingURL=open-titian.js.map