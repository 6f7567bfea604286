import { realpath } from 'node:fs/promises';
import pg from 'pg';
import { roleName } from "./cluster.js";
import { errorCode } from "./error-code.js";
import { EmbeddedFault } from "./embedded-fault.js";
/** The address of a database on the embedded server; TLS is refused by name, because PGSSLMODE would otherwise ask for it. */
export function toUrl(port, password, database) {
    return `postgresql://${roleName}:${password}@127.0.0.1:${String(port)}/${database}?sslmode=disable`;
}
/** Asks the server on a port which cluster it serves. */
export async function askServer(port, password, pgData) {
    try {
        const served = await query(toUrl(port, password, 'postgres'), 'SHOW data_directory', 'data_directory');
        return served !== undefined && (await realpath(served)) === (await realpath(pgData)) ? 'ready' : 'absent';
    }
    catch (cause) {
        const code = errorCode(cause);
        if (code === '28P01')
            throw wrongPassword(port, cause);
        // 57P03 cannot_connect_now: starting up, recovering or shutting down. 53300: all connections are taken, so it certainly lives.
        return code === '57P03' || code === '53300' ? 'busy' : 'absent';
    }
}
/** Makes our database if the cluster does not have it yet. */
export async function ensureDatabase(port, password) {
    const url = toUrl(port, password, 'postgres');
    const found = await query(url, `SELECT datname FROM pg_database WHERE datname = '${roleName}'`, 'datname');
    if (found === undefined)
        await query(url, `CREATE DATABASE ${roleName}`, 'datname');
}
async function query(url, sql, column) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    // A server that dies between our question and its answer is reported by the rejected query; without a listener it would be a crash.
    client.on('error', () => undefined);
    try {
        await client.connect();
        const { rows } = await client.query(sql);
        return rows[0]?.[column];
    }
    finally {
        await client.end();
    }
}
function wrongPassword(port, cause) {
    return new EmbeddedFault(`Server PostgreSQL pada port ${String(port)} menolak kata sandi di postgres.password. Kembalikan berkas itu dari cadangan.`, `The PostgreSQL server on port ${String(port)} refuses the password in postgres.password. Restore that file from a backup.`, cause);
}
//# sourceMappingURL=server-answer.js.map