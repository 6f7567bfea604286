import { toJsonText } from "./json.js";
import { toOwnId } from "./own-id.js";
/** Opens the reading of a submission with one version of the tables, or finds the one there is. Known bytes are read again by it when tables were fixed. */
export async function openReading(tx, { submission, tablesVersion, at, lease }) {
    const fresh = toOwnId(at, tx.random);
    const inserted = await tx.count('insert-reading', [fresh, submission, tablesVersion, lease.owner, lease.until, at]);
    if (inserted === 1)
        return { reading: fresh, isNew: true };
    const [row] = await tx.rows('find-reading', [submission, tablesVersion]);
    if (row === undefined)
        throw new Error('a reading that conflicts must be there');
    return { reading: row.id, isNew: false };
}
/** A reading by its id, or undefined. */
export async function getReading(db, id) {
    const [row] = await db.rows('get-reading', [id]);
    return row === undefined ? undefined : toReading(row);
}
/** Only for the one gateway that holds the lock of its data folder: whoever else was reading is dead, and its readings are free at once. */
export async function expireReadings(db, owner, now) {
    return db.count('expire-reading-leases', [db.environment, owner, now]);
}
/** The readings of a submission, the newest first. */
export async function readingsOf(db, submission) {
    return (await db.rows('readings-of', [submission])).map(toReading);
}
/** Moves the cursor in the transaction that stored the rows. False when another process has taken the reading over: then roll back. */
export async function advanceReading(tx, reading, lease, progress) {
    return (await tx.count('advance-reading', [reading, lease.owner, progress.cursor, toJsonText(progress.counts), lease.until])) === 1;
}
/** Closes a reading. False when another process has taken it over: then roll back. */
export async function finishReading(tx, reading, owner, { state, counts, issues, at }) {
    return (await tx.count('finish-reading', [reading, owner, state, toJsonText(counts), toJsonText(issues), at])) === 1;
}
/** Takes over readings whose process died, oldest first, each for one owner only. */
export async function claimReadings(db, lease, now, limit) {
    const rows = await db.rows('claim-readings', [db.environment, lease.owner, now, lease.until, limit]);
    return rows.map(toReading);
}
function toReading(row) {
    return {
        id: row.id,
        submission: row.submission,
        tablesVersion: row.tables_version,
        state: row.state,
        cursor: row.cursor,
        counts: row.counts,
        issues: row.issues,
        startedAt: row.started_at,
        finishedAt: row.finished_at ?? undefined,
    };
}
//# sourceMappingURL=readings.js.map