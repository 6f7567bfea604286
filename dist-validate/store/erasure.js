/**
 * Erases a person, with everybody merged into them: key, identity, indexes, rows as written, the files they came in, what was sent, and what is owed.
 * Facts without identity stay for the statistics. May be repeated, and is after every restore (`listErasures`).
 */
export async function erasePerson(tx, { person, at, reason }) {
    const people = (await tx.rows('aliases-of', [person])).map(({ id }) => id);
    await tx.count('erase-index', [people]);
    await tx.count('erase-person', [people, at]);
    await tx.count('erase-submission-bytes', [people, at]);
    await tx.count('erase-rows', [people]);
    await tx.count('erase-visit-versions', [people]);
    const visits = (await tx.rows('erase-visits', [people])).map(({ id }) => id);
    await tx.count('erase-attempts', [people, visits]);
    await tx.count('erase-edges', [people, visits]);
    await tx.count('erase-owed', [people, visits]);
    await tx.count('erase-upstream', [[...people.map((id) => `patient/${id}`), ...visits.map((id) => `visit/${id}`)]]);
    await tx.count('keep-erasure', [people.length === 0 ? [person] : people, at, reason]);
    for (const id of people)
        tx.personKeys.delete(id);
}
/** Everybody who was erased, the earliest first: the list to be applied again after a restore. */
export async function listErasures(db) {
    const rows = await db.rows('list-erasures');
    return rows.map(({ person, erased_at, reason }) => ({ person, at: erased_at, reason }));
}
//# sourceMappingURL=erasure.js.map