import { isObject } from "./json.js";
/** Where the canonicals of base R4 begin. */
export const BASE = 'http://hl7.org/fhir/StructureDefinition/';
/** Says what a canonical is to a node: a profile to check, its own base type, a profile of another type, or unknown (ours or another's). */
export function toStanding(registry, url, node) {
    const actual = isObject(node) ? node['resourceType'] : undefined;
    const type = registry.profileTypes.get(url);
    if (type === undefined)
        return toBaseStanding(registry, url, actual);
    return actual === undefined || actual === type ? 'profile' : 'wrong-type';
}
function toBaseStanding(registry, url, actual) {
    const base = url.startsWith(BASE) ? url.slice(BASE.length) : '';
    if (!registry.types.has(base))
        return url.startsWith(registry.ownDomain) ? 'missing' : 'foreign';
    return actual === undefined || actual === base || ANCESTORS.has(base) ? 'base' : 'wrong-type';
}
const ANCESTORS = new Set(['Resource', 'DomainResource']);
/** The profiles a resource declares in meta.profile; what is no list of strings is the base walk's matter. */
export function toDeclared(resource) {
    const meta = resource['meta'];
    const declared = isObject(meta) ? meta['profile'] : undefined;
    return Array.isArray(declared) ? declared : NONE;
}
const NONE = [];
//# sourceMappingURL=registry.js.map