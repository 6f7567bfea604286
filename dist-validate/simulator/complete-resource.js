import { isJsonObject, textAt } from "./json.js";
import { drawUuid } from "./random.js";
import { newcomerOf } from "./reach.js";
import { simulationTag } from "./refusal.js";
import { creatorSystem } from "./search-keys.js";
/** Draws an id that no stored resource of the type has yet. */
export function drawId(world, type) {
    for (;;) {
        const id = drawUuid(world.random);
        if (world.store.find(type, id) === undefined)
            return id;
    }
}
/**
 * Adds what the platform adds by itself: id, version, time, the creator's identifier and the patient's name beside the reference.
 * The name is there because the real platform returns it too, and logs must withstand that.
 */
export function completeResource(world, resource, id, organization) {
    const now = world.now();
    const micros = String(Math.floor(world.random() * 1_000_000)).padStart(6, '0');
    const meta = isJsonObject(resource['meta']) ? resource['meta'] : {};
    return {
        ...resource,
        ...identifierWithCreator(resource['identifier'], organization),
        ...withPatientName(world, resource, 'subject'),
        ...withPatientName(world, resource, 'patient'),
        id,
        meta: {
            ...meta,
            versionId: Buffer.from(`${String(now.getTime())}${micros}`).toString('base64url'),
            lastUpdated: now.toISOString().replace(/(\d{3})Z$/, `$1${micros.slice(0, 3)}+00:00`),
            tag: [simulationTag],
        },
    };
}
/** Rewrites references within a transaction to the new ids. */
export function resolveReferences(value, newcomers) {
    if (Array.isArray(value))
        return value.map((item) => resolveReferences(item, newcomers));
    if (!isJsonObject(value))
        return value;
    const entries = Object.entries(value).filter((entry) => entry[1] !== undefined);
    return Object.fromEntries(entries.map(([key, item]) => [
        key,
        key === 'reference' && typeof item === 'string' ? resolved(item, newcomers) : resolveReferences(item, newcomers),
    ]));
}
/** The places, as expressions, of `urn:uuid:` references that lead nowhere. */
export function danglingReferences(value, newcomers, expression) {
    if (Array.isArray(value))
        return value.flatMap((item, index) => danglingReferences(item, newcomers, `${expression}[${String(index)}]`));
    if (!isJsonObject(value))
        return [];
    const reference = textAt(value, 'reference');
    const dangling = reference?.startsWith('urn:uuid:') === true && newcomerOf(reference, newcomers) === undefined;
    return [
        ...(dangling ? [expression] : []),
        ...Object.entries(value).flatMap(([key, item]) => danglingReferences(item, newcomers, `${expression}.${key}`)),
    ];
}
function resolved(reference, newcomers) {
    const newcomer = newcomerOf(reference, newcomers);
    return newcomer === undefined ? reference : `${newcomer.type}/${newcomer.id}`;
}
function identifierWithCreator(identifier, organization) {
    // The identifier of a QuestionnaireResponse is a single object and stays as it came.
    if (isJsonObject(identifier))
        return {};
    const given = Array.isArray(identifier) ? identifier.filter((item) => textAt(item, 'system') !== creatorSystem) : [];
    return { identifier: [...given, { system: creatorSystem, value: organization }] };
}
function withPatientName(world, resource, key) {
    const reference = resource[key];
    const ihs = /^Patient\/(.+)$/.exec(textAt(reference, 'reference') ?? '')?.[1];
    const person = ihs === undefined ? undefined : world.people.patient(ihs);
    return person === undefined || !isJsonObject(reference) ? {} : { [key]: { ...reference, display: person.name } };
}
//# sourceMappingURL=complete-resource.js.map