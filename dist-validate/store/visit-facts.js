/**
 * The facts of a visit that may stand in clear beside the random id of a person: no free text, and none of the elements named in `sealedKeys`
 * (sangat-terbatas, field rule 6), which are kept in the sealed part alone.
 */
export function toClearFacts(elements, sealedKeys) {
    return elements.flatMap((element) => {
        const value = toClearValue(element.value);
        if (value === undefined || sealedKeys.has(element.key))
            return [];
        const parts = Object.entries(element.fields ?? {}).flatMap(([name, part]) => {
            const clear = toClearValue(part);
            return clear === undefined ? [] : [[name, clear]];
        });
        return parts.length === 0
            ? [[element.key, element.ordinal, value]]
            : [[element.key, element.ordinal, value, Object.fromEntries(parts)]];
    });
}
function toClearValue(value) {
    switch (value.kind) {
        case 'quantity':
            return value.int;
        case 'coded':
            return value.code;
        case 'boolean':
            return value.boolean;
        case 'date':
            return { d: value.date };
        case 'text':
            return undefined;
    }
}
//# sourceMappingURL=visit-facts.js.map