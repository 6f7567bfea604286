import { toJsonText, toStorable } from "./json.js";
import { toScopedKey } from "./sealing/keyring.js";
import { sealJson, unsealJson } from "./sealing/seal.js";
/** Stores rows of a reading, the first of them at position `from` (= the reading's cursor). */
export async function insertRows(tx, reading, from, rows) {
    if (rows.length === 0)
        return;
    const key = toScopedKey(tx.keys.raw, `reading|${reading}`);
    await tx.count('insert-rows', [
        reading,
        rows.map((_, index) => from + index),
        rows.map(({ row }) => (typeof row.row === 'number' ? row.row : null)),
        rows.map(({ row }) => (typeof row.row === 'string' ? toStorable(row.row) : null)),
        rows.map(({ row }) => row.status),
        rows.map(({ row }) => row.reason ?? null),
        rows.map(({ row }) => row.heading),
        rows.map(({ row }) => (row.issues.length === 0 ? null : toJsonText(row.issues))),
        rows.map(({ row }) => (row.contentHash === '' ? null : tx.digest('row', row.contentHash))),
        rows.map(({ row }, index) => sealJson(key, cellsContext(reading, from + index), row.cells, tx.random)),
        rows.map(({ person }) => person ?? null),
        rows.map(({ visit }) => visit ?? null),
    ]);
}
/** Rows of a reading after a position (-1 for the beginning), in the order of the file. */
export async function rowsOf(db, reading, after, limit) {
    return (await db.rows('rows-of', [reading, after, limit])).map((row) => toKeptRow(db, row));
}
/** Every row that became a part of a visit. */
export async function rowsOfVisit(db, visit) {
    return (await db.rows('rows-of-visit', [visit, db.environment])).map((row) => toKeptRow(db, row));
}
function toKeptRow({ keys }, row) {
    const key = toScopedKey(keys.raw, `reading|${row.reading}`);
    return {
        reading: row.reading,
        position: row.position,
        row: row.line ?? row.path ?? row.position,
        status: row.status,
        reason: row.reason ?? undefined,
        heading: row.heading,
        issues: row.issues ?? [],
        cells: row.sealed_cells === null
            ? undefined
            : unsealJson(key, cellsContext(row.reading, row.position), row.sealed_cells),
        person: row.person ?? undefined,
        visit: row.visit ?? undefined,
    };
}
function cellsContext(reading, position) {
    return `source_row.cells|${reading}|${String(position)}`;
}
//# sourceMappingURL=rows.js.map