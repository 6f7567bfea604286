import { toJsonText } from "./json.js";
import { toOwnId } from "./own-id.js";
import { toScopedKey } from "./sealing/keyring.js";
import { sealJson, unsealJson } from "./sealing/seal.js";
/** Writes down an attempt for a subject. */
export async function recordAttempt(db, debt, attempt) {
    const id = toOwnId(attempt.at, db.random);
    await db.count('record-attempt', [
        id,
        db.environment,
        debt.platform,
        debt.subject.kind,
        debt.subject.id,
        attempt.plan,
        attempt.delivery,
        attempt.httpStatus ?? null,
        toJsonText(attempt.codes),
        attempt.requestHash ?? null,
        attempt.body === undefined ? null : sealJson(keyOf(db, debt), context(id), attempt.body, db.random),
        attempt.at,
        Math.round(attempt.durationMs),
    ]);
}
/** Every attempt for a subject, the earliest first. */
export async function attemptsOf(db, debt) {
    const rows = await db.rows('attempts-of', [db.environment, debt.platform, debt.subject.kind, debt.subject.id]);
    return rows.map((row) => ({
        plan: row.plan,
        delivery: row.delivery,
        ...(row.http_status !== null && { httpStatus: row.http_status }),
        codes: row.codes,
        ...(row.request_hash !== null && { requestHash: row.request_hash }),
        ...(row.sealed_body !== null && { body: unsealJson(keyOf(db, debt), context(row.id), row.sealed_body) }),
        at: row.at,
        durationMs: row.duration_ms,
    }));
}
/** Forgets the bodies of attempts made before a moment; codes and hashes stay. */
export async function dropAttemptBodies(db, before) {
    return db.count('drop-attempt-bodies', [before]);
}
function keyOf({ keys }, { subject }) {
    return toScopedKey(keys.raw, `attempt|${subject.kind}|${subject.id}`);
}
function context(id) {
    return `attempt.body|${id}`;
}
//# sourceMappingURL=attempts.js.map