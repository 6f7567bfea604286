import { systems } from "./systems.js";
/** The fullUrl of a resource inside a Bundle (R4 2.36.4.1: `urn:uuid:` where no server has given an address). */
export function toFullUrl(id) {
    return `urn:uuid:${id}`;
}
/** Refers to a resource of the same Bundle by its fullUrl. */
export function toEntryReference(id) {
    return { reference: toFullUrl(id) };
}
/** Refers to a place by its code in jejaring: a logical reference is legal wherever the target has no address yet (R4 2.3.0.1). */
export function toPlaceReference(type, place) {
    return { type, identifier: { system: systems.place, value: place.code }, display: place.name };
}
//# sourceMappingURL=reference.js.map