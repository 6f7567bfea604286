import * as apiKeys from "./api-keys.js";
import * as attempts from "./attempts.js";
import { checkDatabase, createPool } from "./connect.js";
import { toDb } from "./db.js";
import * as debts from "./debts.js";
import * as erasure from "./erasure.js";
import { checkKey } from "./key-check.js";
import { migrate, readMigrations } from "./migrate.js";
import { owe } from "./owe.js";
import * as counts from "./owed-counts.js";
import * as persons from "./persons.js";
import * as readings from "./readings.js";
import * as release from "./release.js";
import * as rows from "./rows.js";
import { toBlindIndex } from "./sealing/blind-index.js";
import { toKeyring } from "./sealing/keyring.js";
import { toIdOf } from "./sealing/resource-id.js";
import * as site from "./site.js";
import * as submissions from "./submissions.js";
import { transact } from "./transact.js";
import * as upstream from "./upstream.js";
import * as visits from "./visits.js";
/** What the store keeps, part by part. A function that takes a `Tx` does several things that belong together. */
const parts = {
    submissions,
    readings,
    rows,
    persons,
    visits,
    site,
    owed: { ...debts, ...release, ...counts, owe },
    upstream,
    attempts,
    apiKeys,
    erasure,
};
/**
 * Opens the store: checks the database, brings its schema forward, and binds it to the master key.
 * Throws a StoreFault for a database that cannot serve, a KeyFault for another key.
 */
export async function openStore({ url, masterKey, environment, random, poolSize = 10, onLost = () => undefined, }) {
    const keys = toKeyring(masterKey);
    const footing = { environment, keys, digest: toBlindIndex(keys, environment), random };
    const pool = createPool(url, poolSize, onLost);
    try {
        await checkDatabase(pool);
        await migrate(pool, await readMigrations());
        await checkKey(pool, keys);
    }
    catch (error) {
        await pool.end();
        throw error;
    }
    return {
        ...parts,
        environment,
        keyId: keys.keyId,
        db: toDb(pool, footing),
        idOf: toIdOf(keys),
        transact: (work, tries) => transact(pool, footing, work, tries),
        close: () => pool.end(),
    };
}
//# sourceMappingURL=open-store.js.map