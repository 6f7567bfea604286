import { isJsonObject } from "./json.js";
/** Finds every value of a path such as `Encounter.location.location`; a missing step gives one entry without value. */
export function elementsAt(resource, path) {
    const [type = '', ...steps] = path.split('.');
    let found = [{ expression: type, value: resource }];
    for (const step of steps)
        found = found.flatMap((parent) => stepInto(parent, step));
    return found;
}
/** Finds only the values that are there. */
export function presentAt(resource, path) {
    return elementsAt(resource, path).filter((found) => found.value !== undefined);
}
function stepInto(parent, step) {
    const value = isJsonObject(parent.value) ? parent.value[step] : undefined;
    const expression = `${parent.expression}.${step}`;
    if (!Array.isArray(value))
        return [{ expression, value }];
    if (value.length === 0)
        return [{ expression, value: undefined }];
    return value.map((item, index) => ({ expression: `${expression}[${String(index)}]`, value: item }));
}
//# sourceMappingURL=element-path.js.map