import { findEntryFaults } from "./bundle-rules.js";
import { toBareCanonical } from "./ir.js";
import { isObject } from "./json.js";
import { primitives } from "./primitives.js";
import { toDeclared, toStanding } from "./registry.js";
import { isSelected } from "./select.js";
import { inCode, inCoding, inConcept, inQuantity, toValueSet } from "./value-sets.js";
import { at, count, equals, isCompanion, isList, isPadded, matches, toReferredType } from "./values.js";
/** Makes the functions generated code calls. Walks are synchronous and share one `Walk`, so nothing is allocated for a sound resource. */
export function createRuntime(parts) {
    const W = { warned: false, resource: undefined, root: undefined };
    const { profileTypes, ownDomain } = parts;
    const registry = {
        types: new Map(),
        overlays: new Map(),
        resourceTypes: new Set(parts.resourceTypes),
        profileTypes,
        ownDomain,
    };
    const sets = createSets(parts.valueSets);
    const follows = (node, urls) => urls.some((url) => followsOne(registry, W, node, url));
    return {
        ...{ P: primitives, W, NOTHING: {}, isObject, isList, isPadded, isCompanion, at, count, equals, matches },
        ...{ inCode, inCoding, inConcept, inQuantity, toValueSet: sets, registry, follows },
        isResource: (value) => isResource(registry, W, value),
        knowsExtension: (extension) => knowsExtension(registry, extension),
        holdsBundle: (bundle) => holdsBundle(W, bundle),
        pointsAt: (value, allowed) => pointsAt(registry, value, allowed),
        select: (value, selectors) => isSelected(value, selectors, { toValueSet: sets, follows }),
        toRule: parts.compileRule,
        rules: { holds: (rule, node) => rule(node, W.resource, W.root) },
    };
}
function followsOne(registry, walk, node, canonical) {
    const url = toBareCanonical(canonical);
    const standing = toStanding(registry, url, node);
    if (standing === 'foreign')
        walk.warned = true;
    if (standing === 'profile')
        return registry.overlays.get(url)?.(node) ?? true;
    return standing === 'base' || standing === 'foreign';
}
function isResource(registry, walk, value) {
    if (!isObject(value) || typeof value['resourceType'] !== 'string' || !registry.resourceTypes.has(value['resourceType']))
        return false;
    const outer = walk.resource;
    walk.resource = value;
    const sound = registry.types.get(value['resourceType'])?.(value) === true && followsDeclared(registry, walk, value);
    walk.resource = outer;
    return sound;
}
function followsDeclared(registry, walk, resource) {
    for (const canonical of toDeclared(resource)) {
        if (typeof canonical === 'string' && !followsOne(registry, walk, resource, canonical))
            return false;
    }
    return true;
}
function knowsExtension(registry, extension) {
    const url = extension['url'];
    if (typeof url !== 'string')
        return true;
    const check = registry.overlays.get(url);
    return check === undefined ? !url.startsWith(registry.ownDomain) : check(extension);
}
function holdsBundle(walk, bundle) {
    const faults = findEntryFaults(bundle);
    if (faults.length > 0)
        walk.warned = true;
    return faults.every((fault) => fault.severity === 'warning');
}
function pointsAt(registry, value, allowed) {
    const reference = isObject(value) ? value['reference'] : undefined;
    if (typeof reference !== 'string')
        return true;
    const type = toReferredType(reference);
    return allowed.has(type) || !registry.resourceTypes.has(type);
}
function createSets(expansions) {
    const byUrl = new Map(expansions.map((expansion) => [expansion.url, expansion]));
    const made = new Map();
    return (url) => {
        const known = made.get(url);
        if (known !== undefined)
            return known;
        const set = toValueSet(url, byUrl.get(url));
        made.set(url, set);
        return set;
    };
}
//# sourceMappingURL=runtime.js.map