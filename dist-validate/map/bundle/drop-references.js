/**
 * A copy of a resource without its references to what is gone, and where they stood.
 * Inside a repeating element the whole item goes, because a diagnosis without its condition or a performer without its actor says nothing.
 */
export function dropReferences(resource, isGone) {
    const copy = structuredClone(resource);
    const expressions = [];
    cutProperties(copy, resource.resourceType, { isGone, expressions });
    return { resource: copy, expressions };
}
/** Takes out what refers to the gone; true when something was taken from this very object. */
function cutProperties(node, path, cut) {
    let lost = false;
    for (const [key, child] of new Map(Object.entries(node))) {
        if (!isEmptied(child, `${path}.${key}`, cut))
            continue;
        Reflect.deleteProperty(node, key);
        lost = true;
    }
    return lost;
}
function isEmptied(child, path, cut) {
    if (Array.isArray(child))
        return cutItems(child, path, cut);
    if (typeof child !== 'object' || child === null)
        return false;
    return refersToGone(child, path, cut) || (cutProperties(child, path, cut) && Object.keys(child).length === 0);
}
function cutItems(items, path, cut) {
    const kept = items.filter((item, index) => !isLostItem(item, `${path}[${String(index)}]`, cut));
    if (kept.length < items.length)
        items.splice(0, items.length, ...kept);
    return items.length === 0;
}
function isLostItem(item, path, cut) {
    return typeof item === 'object' && item !== null && (refersToGone(item, path, cut) || cutProperties(item, path, cut));
}
function refersToGone(node, path, cut) {
    const gone = 'reference' in node && typeof node.reference === 'string' && cut.isGone(node.reference);
    if (gone)
        cut.expressions.push(path);
    return gone;
}
//# sourceMappingURL=drop-references.js.map