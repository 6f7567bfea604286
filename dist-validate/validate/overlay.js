import { toSelectors } from "./selector.js";
/** Reduces a profile to what it says beyond its base type, so that both walks together check everything once. */
export function toOverlay(profile, bases) {
    const base = bases.get(profile.type)?.root;
    return prune(profile.root, base, bases) ?? toEmpty(profile.root);
}
function toEmpty(element) {
    return { element: { ...element, min: 0, max: null, constraints: [] }, dropped: [], slices: [], children: [] };
}
function prune(element, base, bases) {
    const bounds = toBounds(element, base);
    const overlay = {
        element: { ...toRest(element, base), ...bounds },
        ...(bounds.max === 0 ? { dropped: [], slices: [], children: [] } : toInner(element, base, bases)),
        ...(element.slicing && { slicing: element.slicing }),
    };
    return saysSomething(overlay) ? overlay : undefined;
}
function toBounds({ min, max }, base) {
    return { min: min <= (base?.min ?? 0) ? 0 : min, max: max === base?.max ? null : max };
}
function toInner(element, base, bases) {
    return { dropped: toDropped(element, base), slices: toSlices(element, base, bases), children: toChildren(element, base, bases) };
}
function saysSomething({ element, dropped, slices, children }) {
    return (element.min > 0 ||
        element.max !== null ||
        element.value !== undefined ||
        element.binding !== undefined ||
        dropped.length + slices.length + children.length + element.constraints.length > 0 ||
        element.types.some((type) => type.profiles.length + type.targets.length > 0));
}
function toRest(element, base) {
    const { binding, ...rest } = element;
    const added = binding && (binding.valueSet !== base?.binding?.valueSet || binding.strength !== base.binding.strength);
    return {
        ...rest,
        ...(added && { binding }),
        types: element.types.map((type) => toAddedType(type, base)),
        constraints: element.constraints.filter((rule) => !hasRule(base, rule)),
    };
}
function hasRule(base, rule) {
    return base?.constraints.some((other) => other.key === rule.key) === true;
}
function toAddedType(type, base) {
    const other = base?.types.find((each) => each.code === type.code);
    return {
        code: type.code,
        profiles: other?.profiles.join() === type.profiles.join() ? [] : type.profiles,
        targets: other?.targets.join() === type.targets.join() ? [] : type.targets,
    };
}
function toDropped(element, base) {
    const allowed = new Set(element.types.map((type) => type.code));
    return (base?.types ?? []).map((type) => type.code).filter((code) => base?.choice === true && !allowed.has(code));
}
function toSlices(element, base, bases) {
    const { slicing } = element;
    if (slicing === undefined)
        return [];
    // A slice of a slice is named `outer/inner`; its outer slice keeps the members, so counting it here would be a false alarm.
    const outer = element.slices.filter(({ name }) => !name.includes('/'));
    return outer.map(({ name, element: slice }) => {
        const pruned = prune(slice, base && { ...base, choice: false }, bases) ?? toEmpty(slice);
        return { name, min: slice.min, max: slice.max, selectors: toSelectors(slice, slicing), overlay: pruned };
    });
}
function toChildren(element, base, bases) {
    if (element.children.length === 0)
        return [];
    const known = toBaseChildren(element, base, bases);
    return element.children.flatMap((child) => prune(child, known.get(child.name), bases) ?? []);
}
function toBaseChildren(element, base, bases) {
    const referred = base?.contentReference === undefined ? base : findElement(base.contentReference, bases);
    const own = referred?.children ?? [];
    const typed = own.length > 0 ? own : element.types.flatMap((type) => bases.get(type.code)?.root.children ?? []);
    return new Map(typed.map((child) => [child.name, child]));
}
/** Finds the base element at a path such as `Questionnaire.item`, for content references. */
export function findElement(path, bases) {
    const [type = '', ...names] = path.split('.');
    const root = bases.get(type)?.root;
    return names.reduce((element, name) => element?.children.find((child) => child.name === name), root);
}
//# sourceMappingURL=overlay.js.map