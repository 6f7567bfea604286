import { isObject } from "./json.js";
const SHAPES = new Map([
    // BCP 13 (RFC 6838, 4.2), with the parameters of RFC 2045.
    [
        'http://hl7.org/fhir/ValueSet/mimetypes',
        {
            pattern: /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\/[A-Za-z0-9*][A-Za-z0-9!#$&^_.+-]{0,126}(?: ?; ?[A-Za-z0-9-]+="?[^"; ]+"?)*$/,
            decides: true,
        },
    ],
    // ISO 4217: three capital letters.
    ['http://hl7.org/fhir/ValueSet/currencies', { pattern: /^[A-Z]{3}$/, decides: false }],
]);
/** Makes an expansion ready for lookups; without one, only the syntax can be asked. */
export function toValueSet(url, expansion) {
    const codes = Object.entries(expansion?.codes ?? {});
    const open = new Set(expansion?.open);
    return {
        url,
        reason: open.size > 0 ? 'code-system-not-held' : 'value-set-not-held',
        known: expansion !== undefined,
        plain: new Set(codes.flatMap(([, list]) => list)),
        bySystem: new Map(codes.map(([system, list]) => [system, new Set(list)])),
        open,
        shape: SHAPES.get(url),
    };
}
/** Asks for a bare code, whose system the value set itself supplies. */
export function inCode(set, code) {
    if (typeof code !== 'string')
        return 0;
    if (set.shape !== undefined) {
        if (!set.shape.pattern.test(code))
            return 0;
        return set.shape.decides ? 1 : 2;
    }
    if (!set.known)
        return 2;
    if (set.plain.has(code))
        return 1;
    return set.open.size > 0 ? 2 : 0;
}
/** Asks for a Coding: system and code together. Without a code it says nothing that could be inside. */
export function inCoding(set, coding) {
    if (!set.known)
        return 2;
    if (!isObject(coding) || typeof coding['code'] !== 'string')
        return 0;
    const system = typeof coding['system'] === 'string' ? coding['system'] : '';
    if (set.bySystem.get(system)?.has(coding['code']) === true)
        return 1;
    return set.open.has(system) ? 2 : 0;
}
/** Asks for a CodeableConcept: one coding inside is enough, one that cannot be decided leaves the whole undecided. */
export function inConcept(set, concept) {
    if (!set.known)
        return 2;
    const codings = isObject(concept) ? concept['coding'] : undefined;
    let best = 0;
    if (!Array.isArray(codings))
        return 0;
    for (const coding of codings) {
        const membership = inCoding(set, coding);
        if (membership === 1)
            return 1;
        if (membership === 2)
            best = 2;
    }
    return best;
}
/** Asks for the unit of a Quantity; one without a coded unit is not bound (R4 4.1.5). */
export function inQuantity(set, quantity) {
    if (!isObject(quantity) || quantity['code'] === undefined)
        return set.known ? 1 : 2;
    return inCoding(set, quantity);
}
//# sourceMappingURL=value-sets.js.map