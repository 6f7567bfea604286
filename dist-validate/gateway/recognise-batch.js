import { recognisePersons } from "../map/persons/recognise-persons.js";
/** Finds or makes the person of every row and keeps what the rows add to them, within the transaction of the batch. */
export async function recogniseBatch(tx, rows, parts) {
    const { store, site, sender, at } = parts;
    const sought = rows.flatMap(({ person, visit }) => (person === undefined || visit === undefined ? [] : [{ person, ...toDesa(site, visit.place), sender }]));
    const found = (await store.persons.findCandidates(tx, sought)).flat();
    const before = new Map(found.map((candidate) => [candidate.person.id, candidate]));
    const candidates = await withAreas(tx, [...before.values()].map(({ person }) => person), site);
    const recognition = recognisePersons(rows, candidates, parts.newId);
    const placeOf = new Map(rows.flatMap((row) => (row.visit === undefined ? [] : [[recognition.byRow.get(row.row) ?? '', row.visit.place]])));
    const toKeep = recognition.persons.filter((person) => JSON.stringify(before.get(person.id)?.person) !== JSON.stringify(person));
    const kept = await store.persons.savePersons(tx, toKeep.map((person) => ({ person, ...toDesa(site, placeOf.get(person.id) ?? ''), sender })), at);
    const versions = new Map(recognition.persons.map(({ id }) => [id, kept.get(id) ?? before.get(id)?.version ?? 1]));
    return { ...recognition, versions, changed: toKeep.filter(({ id }) => before.has(id)) };
}
function toDesa(site, place) {
    const kelurahan = site.places.get(place)?.kelurahan;
    return kelurahan === undefined ? {} : { desa: kelurahan };
}
/** The areas of a person are the places that saw them: same posyandu or same desa makes two rows neighbours. */
async function withAreas(tx, persons, site) {
    if (persons.length === 0)
        return [];
    const rows = await tx.rows('places-of-persons', [persons.map(({ id }) => id), tx.environment]);
    const places = new Map(rows.map((row) => [row.person, row.places]));
    return persons.map((person) => {
        const seen = places.get(person.id) ?? [];
        const desa = person.address?.['desa'];
        const kelurahan = seen.flatMap((place) => site.places.get(place)?.kelurahan ?? []);
        return { person, areas: [...seen, ...kelurahan, ...(desa === undefined ? [] : [desa])] };
    });
}
//# sourceMappingURL=recognise-batch.js.map