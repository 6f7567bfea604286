import { toBareCanonical } from "./ir.js";
import { isObject, toObjects, toStrings, toText } from "./json.js";
/**
 * Expands a value set from its definition and the code systems at hand: include, exclude, is-a and descendent-of, nested sets.
 * Abstract codes are left out. Answers undefined when a part cannot be known here (an absent code system under a filter, an unknown filter).
 */
export function expandValueSet(url, terminology) {
    const expansion = expand(url, terminology, new Set());
    if (expansion === undefined)
        return undefined;
    const codes = [...expansion.codes].map(([system, set]) => [system, [...set]]);
    return { url, codes: Object.fromEntries(codes), open: [...expansion.open] };
}
function expand(url, terminology, above) {
    const compose = terminology.valueSets.get(url)?.['compose'];
    if (!isObject(compose) || above.has(url))
        return undefined;
    const inner = new Set([...above, url]);
    const included = toObjects(compose['include']).map((part) => expandPart(part, terminology, inner));
    const excluded = toObjects(compose['exclude']).map((part) => expandPart(part, terminology, inner));
    return combine(included, excluded);
}
/** Adds and takes away whole parts; undefined when one of them is not known, or everything of a system would have to be taken away. */
function combine(included, excluded) {
    const added = included.filter((part) => part !== undefined);
    const taken = excluded.filter((part) => part !== undefined);
    if (added.length < included.length || taken.length < excluded.length || taken.some((part) => part.open.size > 0))
        return undefined;
    const whole = { codes: new Map(), open: new Set() };
    for (const part of added)
        add(whole, part);
    for (const part of taken)
        remove(whole, part);
    return whole;
}
function remove(whole, part) {
    for (const [system, codes] of part.codes)
        for (const code of codes)
            whole.codes.get(system)?.delete(code);
}
function add(whole, part) {
    for (const system of part.open)
        whole.open.add(system);
    for (const [system, codes] of part.codes) {
        const known = whole.codes.get(system) ?? new Set();
        for (const code of codes)
            known.add(code);
        whole.codes.set(system, known);
    }
}
function expandPart(part, terminology, above) {
    const nested = toStrings(part['valueSet']);
    const system = toText(part['system']);
    const expansions = nested.map((url) => expand(toBareCanonical(url), terminology, above));
    if (system !== '')
        expansions.push(expandSystem(part, system, terminology));
    return expansions.reduce((left, right) => (left && right ? intersect(left, right) : undefined));
}
/** R4 4.9.3: within one include, the value sets and the system are all conditions at once. */
function intersect(left, right) {
    if (left.open.size > 0 || right.open.size > 0)
        return undefined;
    const codes = [...left.codes].map(([system, set]) => {
        const other = right.codes.get(system);
        return [system, new Set([...set].filter((code) => other?.has(code)))];
    });
    return { codes: new Map(codes), open: new Set() };
}
function expandSystem(part, system, terminology) {
    const listed = toObjects(part['concept']).map((concept) => toText(concept['code']));
    if (listed.length > 0)
        return toExpansion(system, listed);
    const definition = terminology.codeSystems.get(system);
    const filters = toObjects(part['filter']);
    if (definition?.['content'] !== 'complete') {
        return filters.length === 0 ? { codes: new Map(), open: new Set([system]) } : undefined;
    }
    const concepts = toConcepts(toObjects(definition['concept']), []);
    const tests = filters.map(toTest);
    const chosen = concepts.filter((concept) => !concept.abstract && tests.every((test) => test?.(concept) === true));
    return tests.includes(undefined)
        ? undefined
        : toExpansion(system, chosen.map((concept) => concept.code));
}
function toExpansion(system, codes) {
    return { codes: new Map([[system, new Set(codes)]]), open: new Set() };
}
function toConcepts(concepts, ancestors) {
    return concepts.flatMap((concept) => {
        const code = toText(concept['code']);
        const abstract = toObjects(concept['property']).some((each) => each['code'] === 'notSelectable' && each['valueBoolean'] === true);
        return [{ code, ancestors, abstract }, ...toConcepts(toObjects(concept['concept']), [...ancestors, code])];
    });
}
function toTest(filter) {
    const value = toText(filter['value']);
    if (filter['property'] !== 'concept')
        return undefined;
    switch (filter['op']) {
        case 'is-a':
            return (concept) => concept.code === value || concept.ancestors.includes(value);
        case 'descendent-of':
            return (concept) => concept.ancestors.includes(value);
        case 'is-not-a':
            return (concept) => concept.code !== value && !concept.ancestors.includes(value);
        default:
            return undefined;
    }
}
//# sourceMappingURL=expand-value-set.js.map