// An active pregnancy may belong to another facility, and visits then refer to it.
const openToAll = new Set(['EpisodeOfCare', 'RelatedPerson']);
/** Tells where references lead for a client of this organisation, the resources of its own transaction included. */
export function createReach(world, organization, newcomers) {
    return (reference, targets) => {
        const newcomer = newcomerOf(reference, newcomers);
        if (newcomer !== undefined)
            return targets.includes(newcomer.type) ? 'known' : 'unknown';
        const [type = '', id = '', ...rest] = reference.split('/');
        if (!targets.includes(type) || id === '' || rest.length > 0)
            return 'unknown';
        if (type === 'Patient')
            return world.people.patient(id) === undefined ? 'unknown' : 'known';
        if (type === 'Practitioner')
            return world.people.practitioner(id) === undefined ? 'unknown' : 'known';
        const record = world.store.find(type, id);
        if (record === undefined)
            return 'unknown';
        return record.organization === organization || openToAll.has(type) ? 'known' : 'foreign';
    };
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