import { setTimeout as pause } from 'node:timers/promises';
import { ensureCluster } from "./cluster.js";
import { EmbeddedFault } from "./embedded-fault.js";
import { findPostmaster } from "./postmaster.js";
import { askServer, ensureDatabase, toUrl } from "./server-answer.js";
import { settleHome } from "./server-home.js";
import { choosePort, preferredPort, rememberPort } from "./server-port.js";
import { startServer, stopServer } from "./server-process.js";
import { findServerPrograms } from "./server-programs.js";
const tryAgainMs = 300;
/** After kill -9 PostgreSQL refuses for 1-3 s, until the dead server and its children are gone (measured); we allow ten times that. */
const triesWithoutServer = 50;
/** A server that replays its log after a power cut is at work, not stuck: ten minutes. */
const triesWithServer = 2000;
/** Opens the embedded server of a data folder: made at first start, adopted if it still runs, started otherwise. */
export async function openEmbeddedServer(options) {
    const home = await settleHome(options);
    const programs = await findServerPrograms(home, options.say);
    const password = await ensureCluster(home, programs, options.say);
    const { port, adopted } = await adoptOrStart({ ...options, home, programs, password });
    await ensureDatabase(port, password);
    return { url: toUrl(port, password, 'titian'), adopted, stop: () => stop(home, programs, options.say) };
}
async function adoptOrStart(opening) {
    let patience = triesWithoutServer;
    let lastWords = '';
    for (let tries = 0; tries < patience; tries += 1) {
        const found = await findPostmaster(opening.home.pgData);
        if (found === undefined) {
            const started = await start(opening);
            if (typeof started === 'object')
                return started;
            lastWords = started;
        }
        else {
            const answer = await askServer(found.port, opening.password, opening.home.pgData);
            if (answer === 'ready')
                return adopt(opening, found.pid, found.port);
            if (answer === 'busy')
                patience = triesWithServer;
        }
        if (tries === 0)
            sayWaiting(opening);
        await pause(tryAgainMs);
    }
    throw new EmbeddedFault(`PostgreSQL tidak dapat dijalankan di ${opening.home.pgData}. Lihat postgres.log di sebelahnya. Kata-kata terakhirnya:\n${lastWords}`, `PostgreSQL could not be started in ${opening.home.pgData}. See postgres.log beside it. Its last words stand above.`);
}
/** Starts the server, or answers with what it said when it did not start. */
async function start(opening) {
    const { home, programs, say } = opening;
    const preferred = opening.port ?? preferredPort;
    const port = await choosePort(home.directory, preferred);
    const { code, output } = await startServer(home, programs, port);
    if (code !== 0)
        return output;
    await rememberPort(home.directory, port);
    say({ kind: 'started', id: `PostgreSQL berjalan pada port ${String(port)}.`, en: `PostgreSQL runs on port ${String(port)}.` });
    return { port, adopted: false };
}
function adopt({ say }, pid, port) {
    say({
        kind: 'adopted',
        id: `PostgreSQL dari gateway sebelumnya masih berjalan (proses ${String(pid)}, port ${String(port)}) dan dipakai lagi.`,
        en: `The PostgreSQL of the gateway before still runs (process ${String(pid)}, port ${String(port)}) and is used again.`,
    });
    return { port, adopted: true };
}
function sayWaiting({ say }) {
    say({
        kind: 'waiting',
        id: 'PostgreSQL belum siap (mungkin baru dihentikan paksa); dicoba lagi.',
        en: 'PostgreSQL is not ready yet (it may have been killed a moment ago); trying again.',
    });
}
async function stop(home, programs, say) {
    if ((await findPostmaster(home.pgData)) === undefined)
        return;
    const { code, output } = await stopServer(home, programs);
    if (code !== 0 && (await findPostmaster(home.pgData)) !== undefined) {
        throw new EmbeddedFault(`PostgreSQL tidak mau berhenti dalam satu menit. Kata pg_ctl: ${output}`, 'PostgreSQL did not stop within a minute. pg_ctl said what stands above.');
    }
    say({ kind: 'stopped', id: 'PostgreSQL dihentikan; datanya tetap ada.', en: 'PostgreSQL is stopped; its data stays.' });
}
//# sourceMappingURL=embedded-server.js.map