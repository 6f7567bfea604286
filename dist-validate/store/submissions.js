import { createHash } from 'node:crypto';
import { toJsonText } from "./json.js";
import { toOwnId } from "./own-id.js";
import { openReading } from "./readings.js";
import { seal, sealJson, unseal, unsealJson } from "./sealing/seal.js";
import { toScopedKey } from "./sealing/keyring.js";
/** The bytes of a submission lie in pieces of this size. */
const chunkBytes = 1024 * 1024;
/**
 * Stores what came and opens its reading. The same bytes for the same source and request are the same submission, whoever sends them.
 * When `bytes` is a stream the work cannot be repeated: give `transact` one try.
 */
export async function receive(tx, incoming) {
    const fresh = toOwnId(incoming.at, tx.random);
    const kept = await keepBytes(tx, fresh, incoming.bytes);
    const identity = identityOf(tx, incoming, kept.contentHash);
    const label = sealJson(keyOf(tx, fresh), `submission.label|${fresh}`, { contentHash: kept.contentHash, fileName: incoming.fileName }, tx.random);
    const inserted = await tx.count('insert-submission', [
        fresh,
        tx.environment,
        identity,
        incoming.source,
        toJsonText(incoming.request),
        incoming.submitter,
        incoming.at,
        kept.byteCount,
        label,
    ]);
    const submission = inserted === 1 ? fresh : await findSame(tx, identity, fresh);
    if (inserted === 1)
        await kept.keepLast();
    const opened = await openReading(tx, { submission, tablesVersion: incoming.tablesVersion, at: incoming.at, lease: incoming.lease });
    const known = opened.isNew ? 'reread' : 'same';
    return { state: inserted === 1 ? 'new' : known, submission, reading: opened.reading };
}
/** A submission without its bytes, or undefined. */
export async function getSubmission(db, id) {
    const [row] = await db.rows('get-submission', [id, db.environment]);
    if (row === undefined)
        return undefined;
    const label = row.sealed_label === null
        ? {}
        : unsealJson(keyOf(db, id), `submission.label|${id}`, row.sealed_label);
    return {
        id,
        environment: row.environment,
        source: row.source,
        request: row.request,
        submitter: row.submitter,
        receivedAt: row.received_at,
        byteCount: row.byte_count,
        contentHash: label.contentHash,
        fileName: label.fileName,
        bytesErasedAt: row.bytes_erased_at ?? undefined,
    };
}
/** The bytes of a submission, piece by piece; nothing when they were erased. */
export async function* submissionBytes(db, id) {
    const key = keyOf(db, id);
    for (let ordinal = 0;; ordinal += 1) {
        const [row] = await db.rows('get-chunk', [id, ordinal]);
        if (row === undefined)
            return;
        yield unseal(key, chunkContext(id, ordinal), row.sealed_bytes);
    }
}
async function keepBytes(tx, submission, bytes) {
    const key = keyOf(tx, submission);
    const hash = createHash('sha256');
    let byteCount = 0;
    let ordinal = 0;
    let held = Buffer.alloc(0);
    const write = (piece) => tx.count('insert-chunk', [submission, ordinal, seal(key, chunkContext(submission, ordinal), piece, tx.random)]);
    for await (const part of bytes) {
        hash.update(part);
        byteCount += part.length;
        held = Buffer.concat([held, part]);
        while (held.length > chunkBytes) {
            await write(held.subarray(0, chunkBytes));
            held = held.subarray(chunkBytes);
            ordinal += 1;
        }
    }
    return { contentHash: hash.digest('hex'), byteCount, keepLast: () => write(held) };
}
async function findSame(tx, identity, fresh) {
    await tx.count('drop-chunks', [fresh]);
    const [row] = await tx.rows('find-submission', [identity]);
    if (row === undefined)
        throw new Error('a submission that conflicts must be there');
    return row.id;
}
function identityOf(tx, { source, request }, contentHash) {
    const told = Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1));
    return tx.digest('submission', contentHash, source, JSON.stringify(told));
}
function keyOf({ keys }, submission) {
    return toScopedKey(keys.raw, `submission|${submission}`);
}
function chunkContext(submission, ordinal) {
    return `submission_chunk.bytes|${submission}|${String(ordinal)}`;
}
//# sourceMappingURL=submissions.js.map