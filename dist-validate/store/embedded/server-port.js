import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
/** The port tried first on a new data folder; outside IANA's registered services and the usual 5432 of an installed PostgreSQL. */
export const preferredPort = 54391;
/** Chooses a port on 127.0.0.1: the one this data folder used last, else the preferred one, else whichever is free. */
export async function choosePort(directory, preferred) {
    for (const port of [await lastPort(directory), preferred]) {
        if (port !== undefined && (await listenOnce(port)) !== undefined)
            return port;
    }
    return (await listenOnce(0)) ?? preferred;
}
/** Remembers the port, so that a person's notes and tools stay true after a restart. */
export async function rememberPort(directory, port) {
    await writeFile(join(directory, 'postgres.port'), `${String(port)}\n`, { mode: 0o600 });
}
async function lastPort(directory) {
    try {
        const port = Number((await readFile(join(directory, 'postgres.port'), 'utf8')).trim());
        return Number.isInteger(port) && port > 0 && port < 65536 ? port : undefined;
    }
    catch {
        return undefined;
    }
}
/** Listens for a moment, which is the only proof that a port is free; the answer is the port that was had. */
function listenOnce(port) {
    return new Promise((resolve) => {
        const probe = createServer();
        probe.on('error', () => {
            resolve(undefined);
        });
        probe.listen(port, '127.0.0.1', () => {
            const address = probe.address();
            probe.close(() => {
                resolve(typeof address === 'object' && address !== null ? address.port : undefined);
            });
        });
    });
}
//# sourceMappingURL=server-port.js.map