import { toJsonText } from "./json.js";
/** Reason of a debt that waits for other subjects; it is released when the last of them is settled. */
export const waitsForParents = 'menunggu-induk';
/** Reason of a debt whose time has not come: it is claimed by itself when it has. */
export const waitsForTime = 'menunggu-waktu';
/**
 * Owes versions of subjects to platforms. A version that is owed already changes nothing; a higher one makes the debt due again,
 * also when it was settled, held or parked. Whoever is sending at this moment goes on, and the debt becomes ready when that is settled.
 */
export async function owe(tx, debts, at) {
    const sorted = toSorted(debts);
    if (sorted.length === 0)
        return;
    const starts = sorted.map((debt) => startOf(debt, at));
    const raised = await tx.rows('owe', [
        ...toKeyColumns(sorted),
        sorted.map(({ version }) => version),
        starts.map(({ state }) => state),
        starts.map(({ reason }) => reason),
        sorted.map(({ beginning }) => (beginning.state === 'held' ? toJsonText(beginning.issues) : null)),
        starts.map(({ due }) => due),
        sorted.map(({ due }) => due.toISOString()),
        tx.environment,
        at,
    ]);
    const names = new Set(raised.map((row) => nameOf({ platform: row.platform, subject: { kind: row.subject_kind, id: row.subject_id } })));
    await lean(tx, sorted.filter((debt) => names.has(nameOf(debt))), at);
}
/** Puts down what debts wait for, and releases those that wait for nothing that is still open. Parents are share-locked, so that none is settled unseen. */
export async function lean(tx, debts, at) {
    const leaning = debts.filter(({ on }) => on !== undefined && on.length > 0);
    if (leaning.length === 0)
        return;
    const parents = toSorted(leaning.flatMap(({ platform, on }) => (on ?? []).map((subject) => ({ platform, subject }))));
    await tx.count('share-parents', [...toKeyColumns(parents), tx.environment]);
    const edges = leaning.flatMap((debt) => (debt.on ?? []).map((parent) => ({ ...debt, parent })));
    await tx.count('save-edges', [
        ...toKeyColumns(edges),
        edges.map(({ parent }) => parent.kind),
        edges.map(({ parent }) => parent.id),
        tx.environment,
    ]);
    await tx.count('release-free', [...toKeyColumns(leaning), tx.environment, at, waitsForParents, waitsForTime]);
}
/** Platform, kind and id of debts as three columns. */
export function toKeyColumns(debts) {
    return [debts.map(({ platform }) => platform), debts.map(({ subject }) => subject.kind), debts.map(({ subject }) => subject.id)];
}
/** One debt a subject, the highest version, in the order in which every process locks them. */
function toSorted(debts) {
    const byName = new Map();
    for (const debt of debts) {
        const other = byName.get(nameOf(debt));
        if (other === undefined || (debt.version ?? 0) > (other.version ?? 0))
            byName.set(nameOf(debt), debt);
    }
    return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, debt]) => debt);
}
function nameOf({ platform, subject }) {
    return JSON.stringify([platform, subject.kind, subject.id]);
}
function startOf({ beginning, on, due }, at) {
    if (beginning.state !== 'ready')
        return { ...beginning, due: 'infinity' };
    if (on !== undefined && on.length > 0)
        return { state: 'waiting', reason: waitsForParents, due: 'infinity' };
    if (due > at)
        return { state: 'waiting', reason: waitsForTime, due: due.toISOString() };
    return { state: 'ready', reason: null, due: due.toISOString() };
}
//# sourceMappingURL=owe.js.map