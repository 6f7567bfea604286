/** What a platform calls our resources, by our ref; unknown refs are absent. */
export async function upstreamOf(db, platform, refs) {
    if (refs.length === 0)
        return new Map();
    const rows = await db.rows('upstream-of', [db.environment, platform, refs]);
    return new Map(rows.map((row) => [row.ref, { ref: row.ref, platformId: row.platform_id, hash: row.hash }]));
}
/** Keeps what was learned about a platform's ids. `version` is the version of the subject that was sent, where it is known. */
export async function saveUpstream(db, platform, entries, { version, at }) {
    const latest = [...new Map(entries.map((entry) => [entry.ref, entry])).values()];
    if (latest.length === 0)
        return;
    await db.count('save-upstream', [
        db.environment,
        platform,
        version ?? null,
        at,
        latest.map(({ ref }) => ref),
        latest.map(({ platformId }) => platformId),
        latest.map(({ hash }) => hash),
    ]);
}
//# sourceMappingURL=upstream.js.map