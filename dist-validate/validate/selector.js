import { toChoiceKey } from "./ir.js";
import { isObject } from "./json.js";
/** Turns the discriminators of a slicing into tests for one slice; undefined when one of them cannot be decided from the item alone. */
export function toSelectors(slice, slicing) {
    const selectors = slicing.discriminators.map((discriminator) => toSelector(slice, discriminator));
    const known = selectors.filter((selector) => selector !== undefined);
    return known.length === selectors.length && known.length > 0 ? known : undefined;
}
function toSelector(slice, discriminator) {
    const names = toNames(discriminator.path);
    const place = names?.reduce(step, { element: slice, value: slice.value, steps: [] });
    if (place === undefined)
        return undefined;
    if (discriminator.type === 'value' || discriminator.type === 'pattern')
        return toValueSelector(slice, place);
    return place.element && toKindSelector(discriminator.type, place.element, place.steps);
}
function toKindSelector(type, element, steps) {
    switch (type) {
        case 'exists':
            return { kind: 'exists', steps, present: element.max !== 0 };
        case 'type':
            return { kind: 'type', steps, codes: element.types.map((each) => each.code) };
        case 'profile':
            return { kind: 'profile', steps, urls: element.types.flatMap((each) => each.profiles) };
        default:
            return undefined;
    }
}
/** Splits `code.coding`, `$this` or `extension('url').value`; undefined where the path leaves the item or changes its type. */
function toNames(path) {
    if (path.includes('resolve()') || path.includes('ofType('))
        return undefined;
    const names = path.match(/extension\('[^']*'\)|[^.]+/g) ?? [];
    return names.filter((name) => name !== '$this');
}
function step(place, name) {
    const url = /^extension\('([^']*)'\)$/.exec(name)?.[1];
    if (url !== undefined)
        return { element: toExtension(place.element, url), value: undefined, steps: [...place.steps, { keys: ['extension'], url }] };
    const element = place.element?.children.find((child) => child.name === name);
    const keys = element?.choice === true ? element.types.map((type) => toChoiceKey(name, type.code)) : [name];
    return { element, value: element?.value ?? toInner(place.value, name), steps: [...place.steps, { keys }] };
}
function toExtension(element, url) {
    const extension = element?.children.find((child) => child.name === 'extension');
    return extension?.slices.find((slice) => slice.element.types.some((type) => type.profiles.includes(url)))?.element;
}
/** The part of an ancestor's pattern that lies at this name; of a list only a single member is unambiguous. */
function toInner(value, name) {
    const json = Array.isArray(value?.json) && value.json.length === 1 ? value.json[0] : value?.json;
    return value && isObject(json) && json[name] !== undefined ? { kind: value.kind, json: json[name] } : undefined;
}
function toValueSelector(slice, { element, value, steps }) {
    if (value !== undefined)
        return { kind: value.kind, steps, json: value.json };
    const profile = isUrl(steps) ? toExtensionProfile(slice) : undefined;
    if (profile !== undefined)
        return { kind: 'fixed', steps, json: profile };
    return element && toGatheredSelector(element, steps);
}
function toGatheredSelector(element, steps) {
    const pattern = toPattern(element);
    if (pattern !== undefined)
        return { kind: 'pattern', steps, json: pattern };
    return element.binding?.strength === 'required' ? { kind: 'codes', steps, valueSet: element.binding.valueSet } : undefined;
}
function isUrl(steps) {
    return steps.length === 1 && steps[0]?.keys[0] === 'url';
}
/** The definition of the extension a slice stands for: its canonical is the url to look for. */
function toExtensionProfile(slice) {
    return slice.types.flatMap((type) => (type.code === 'Extension' ? type.profiles : []))[0];
}
/** Gathers the fixed values below an element into one pattern: `coding.system` and `coding.code` must meet in the same coding. */
function toPattern(element) {
    if (element.value !== undefined)
        return element.value.json;
    const parts = element.children.flatMap((child) => {
        const inner = toPattern(child);
        if (inner === undefined || child.choice)
            return [];
        return [[child.name, child.list && !Array.isArray(inner) ? [inner] : inner]];
    });
    return parts.length === 0 ? undefined : Object.fromEntries(parts);
}
//# sourceMappingURL=selector.js.map