import { waitsForParents, waitsForTime } from "./owe.js";
/** Makes debts ready that waited for an event, or that a person has looked after; returns how many. Attempts begin anew. */
export async function release(db, { platform, states, reasons, kind, ids }, at) {
    return db.count('release-owed', [db.environment, platform, states, reasons ?? null, kind ?? null, ids ?? null, at, waitsForTime]);
}
/** Gives back what a worker holds and has not begun to send; what it was sending is looked up by whoever takes it when the lease ends. */
export async function releaseLeases(db, owner, at) {
    return db.count('release-leases', [db.environment, owner, at]);
}
/** Releases debts whose parents are settled though nobody told them: a net under `settle`, to be run now and then. */
export async function releaseForgotten(tx, platform, at) {
    await tx.count('drop-settled-edges', [tx.environment, platform]);
    return tx.count('release-forgotten', [tx.environment, platform, at, waitsForParents, waitsForTime]);
}
/** Only for the one gateway that holds the lock of its data folder: whoever else worked here is dead, and its debts are free at once. */
export async function expireLeases(db, owner, now) {
    return db.count('expire-leases', [db.environment, owner, now]);
}
//# sourceMappingURL=release.js.map