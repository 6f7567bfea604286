import { isJsonObject, textAt } from "./json.js";
import { digest } from "./random.js";
/**
 * A short text that is equal for two resources that say the same, whatever their ids and identifiers are.
 * For an Encounter only person, provider and start count: two of these are one visit sent twice.
 */
export function fingerprint(resource) {
    const content = resource['resourceType'] === 'Encounter'
        ? [
            textAt(resource, 'subject', 'reference'),
            textAt(resource, 'serviceProvider', 'reference'),
            textAt(resource, 'period', 'start'),
        ].join('|')
        : sorted({ ...resource, id: undefined, meta: undefined, identifier: undefined });
    return digest(content).toString('base64url').slice(0, 16);
}
function sorted(value) {
    if (Array.isArray(value))
        return `[${value.map(sorted).join(',')}]`;
    if (!isJsonObject(value))
        return JSON.stringify(value ?? null);
    const keys = Object.keys(value)
        .filter((key) => value[key] !== undefined)
        .sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${sorted(value[key])}`).join(',')}}`;
}
//# sourceMappingURL=fingerprint.js.map