/** Debts to a platform by subject kind, state and reason. */
export async function countOwed(db, platform) {
    const rows = await db.rows('count-owed', [
        db.environment,
        platform,
    ]);
    return rows.map((row) => ({ kind: row.subject_kind, state: row.state, reason: row.reason ?? undefined, count: row.debts }));
}
/** Sums up what became of visits. */
export function summarizeVisits(counts) {
    const sum = (...states) => counts.filter(({ kind, state }) => kind === 'visit' && states.includes(state)).reduce((total, { count }) => total + count, 0);
    return {
        delivered: sum('settled'),
        held: sum('held'),
        waiting: sum('waiting'),
        rejected: sum('parked'),
        underway: sum('ready', 'sending'),
    };
}
//# sourceMappingURL=owed-counts.js.map