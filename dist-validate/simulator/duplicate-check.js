import { itemsOf, textAt, valueAt } from "./json.js";
import { refusal } from "./refusal.js";
import { uniqueIdentifiersOf } from "./search-keys.js";
/** Says whether a resource exists already: by identifier (rule 20002) or, for an episode, one that is still active. */
export function findDuplicates(world, resource, ownId) {
    const type = textAt(resource, 'resourceType') ?? '';
    const taken = uniqueIdentifiersOf(resource).some((identifier) => world.store.search(type, [`identifier=${identifier}`]).some((record) => record.id !== ownId));
    if (taken)
        return [duplicateOf(type)];
    return type === 'EpisodeOfCare' && ownId === undefined ? activeEpisode(world, resource) : [];
}
/** The refusal by rule 20002. */
export function duplicateOf(type) {
    return refusal('duplicate', `Found duplicate resource: ${type} (RuleNumber: 20002)`);
}
/** One active episode per patient and type in the whole country; the refusal carries no id and is spelled differently. */
function activeEpisode(world, resource) {
    if (resource['status'] !== 'active')
        return [];
    const types = itemsOf(resource['type']).flatMap((type) => itemsOf(valueAt(type, 'coding')).map((coding) => textAt(coding, 'code') ?? ''));
    const patient = textAt(resource, 'patient', 'reference') ?? '';
    const active = types.some((type) => world.store.search('EpisodeOfCare', [`subject=${patient}`, 'status=active', `type=${type}`]).length > 0);
    if (!active)
        return [];
    return [10109, 10110].map((rule) => refusal('value', `found duplicated EpisodeOfCare Type with status active. (Rule Number: ${String(rule)})`, 'EpisodeOfCare.type'));
}
//# sourceMappingURL=duplicate-check.js.map