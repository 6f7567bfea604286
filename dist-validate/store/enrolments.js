import { toOwnId } from "./own-id.js";
import { toScopedKey } from "./sealing/keyring.js";
import { seal, unseal } from "./sealing/seal.js";
/**
 * Keeps the register of sasaran. An entry is known by person, category, place and first day; its end may change.
 * How the register names a person (a NIK or a number of its own) is sealed.
 */
export async function saveEnrolments(tx, enrolments, siteVersion, at) {
    const entries = [...new Map(enrolments.map((one) => [keyOf(one), one])).values()];
    const digests = entries.map((one) => tx.digest('enrolment', keyOf(one)));
    const ids = entries.map(() => toOwnId(at, tx.random));
    const rows = await tx.rows('save-enrolments', [
        ids,
        digests,
        entries.map(({ person }) => tx.digest('enrolment-person', person)),
        entries.map(({ person }, index) => seal(keyFor(tx), context(digests[index]), Buffer.from(person, 'utf8'), tx.random)),
        entries.map(({ category }) => category),
        entries.map(({ place }) => place),
        entries.map(({ domicile }) => domicile ?? null),
        entries.map(({ from }) => from),
        entries.map(({ to }) => to ?? null),
        entries.map(({ reasonOut }) => reasonOut ?? null),
        siteVersion,
    ]);
    const removed = await tx.count('mark-removed-enrolments', [digests, at]);
    const added = rows.filter((row) => row.added).length;
    return { added, changed: rows.length - added, removed };
}
/** The register of sasaran as last imported. */
export async function loadEnrolments(db) {
    const rows = await db.rows('list-enrolments');
    return rows.map((row) => ({
        person: unseal(keyFor(db), context(row.digest), row.sealed_person).toString('utf8'),
        category: row.category,
        place: row.place,
        ...(row.domicile !== null && { domicile: row.domicile }),
        from: row.from_date,
        ...(row.to_date !== null && { to: row.to_date }),
        ...(row.reason_out !== null && { reasonOut: row.reason_out }),
    }));
}
function keyOf({ person, category, place, from }) {
    return JSON.stringify([person, category, place, from]);
}
function keyFor({ keys }) {
    return toScopedKey(keys.raw, 'enrolment');
}
function context(digest) {
    return `enrolment.person|${Buffer.from(digest ?? []).toString('hex')}`;
}
//# sourceMappingURL=enrolments.js.map