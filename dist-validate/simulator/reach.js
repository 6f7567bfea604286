// An active pregnancy may belong to another facility, and visits then refer to it.
const openToAll = new Set(['EpisodeOfCare', 'RelatedPerson']);
/** Tells where references lead for a client of this organisation, the resources of its own transaction included. */
export function createReach(world, organization, newcomers) {
    return (reference, targets) => {
        const newcomer = newcomerOf(reference, newcomers);
        if (newcomer !== undefined)
            return targets.includes(newcomer.type) ? 'known' : 'unknown';
        const [type = '', id = '', ...rest] = reference.split('/');
        return targets.includes(type) && rest.length === 0 ? reachStored(world, organization, { type, id }) : 'unknown';
    };
}
function reachStored(world, organization, { type, id }) {
    if (type === 'Patient')
        return isThere(world.people.patient(id));
    if (type === 'Practitioner')
        return isThere(world.people.practitioner(id));
    const record = world.store.find(type, id);
    return record === undefined || record.organization === organization || openToAll.has(type) ? isThere(record) : 'foreign';
}
function isThere(found) {
    return found === undefined ? 'unknown' : 'known';
}
/** The resource of the same transaction that a reference means: `urn:uuid:<uuid>`, or `<Type>/<uuid>` as some published bundles write it. */
export function newcomerOf(reference, newcomers) {
    if (reference.startsWith('urn:uuid:'))
        return newcomers.get(reference.slice('urn:uuid:'.length).toLowerCase());
    const [type = '', uuid = ''] = reference.split('/');
    const newcomer = newcomers.get(uuid.toLowerCase());
    return newcomer?.type === type ? newcomer : undefined;
}
//# sourceMappingURL=reach.js.map