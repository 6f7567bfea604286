import { completeResource, danglingReferences, drawId } from "./complete-resource.js";
import { duplicateOf, findDuplicates } from "./duplicate-check.js";
import { isJsonObject, textAt } from "./json.js";
import { holdsRealNik, refuseRealNik } from "./nik-guard.js";
import { createReach } from "./reach.js";
import { notFound, refusal, refuse } from "./refusal.js";
import { checkResource } from "./rules/check-resource.js";
/** Answers `POST /{Type}`: 201 with the resource as stored, or a refusal that has written nothing. */
export function createResource(world, type, call) {
    const resource = readBody(call.body, type);
    if ('status' in resource)
        return resource;
    const refused = refusals(world, resource.body, call.client.organization);
    if (refused.length > 0)
        return refuse(400, ...refused);
    const exists = ifNoneExist(world, type, call.ifNoneExist);
    if (exists !== undefined)
        return exists;
    const duplicates = findDuplicates(world, resource.body);
    if (duplicates.length > 0)
        return refuse(400, ...duplicates);
    return store(world, resource.body, { id: drawId(world, type), status: 201, call });
}
/** Answers `PUT /{Type}/{id}`: the whole resource is replaced; nothing is created by it. */
export function replaceResource(world, type, id, call) {
    const resource = readBody(call.body, type);
    if ('status' in resource)
        return resource;
    if (textAt(resource.body, 'id') !== id)
        return refuse(400, refusal('structure', 'resource_mismatch', `${type}.id`));
    const former = world.store.find(type, id);
    if (former === undefined)
        return notFound(type, id);
    // Field report 2026: an episode is closed by PATCH only.
    if (former.organization !== call.client.organization || type === 'EpisodeOfCare')
        return refuse(403, businessRule);
    const refused = [...refusals(world, resource.body, call.client.organization), ...findDuplicates(world, resource.body, id)];
    return refused.length > 0 ? refuse(400, ...refused) : store(world, resource.body, { id, status: 200, call });
}
/** Answers `GET /{Type}/{id}`. */
export function readResource(world, type, id) {
    const record = world.store.find(type, id);
    if (record === undefined)
        return notFound(type, id);
    return { status: 200, body: world.store.read(record), headers: { etag: `W/"${record.versionId}"` } };
}
/** SATUSEHAT's own way with If-None-Exist: no match lets the create through, one is refused as duplicate, more give 412. */
export function ifNoneExist(world, type, condition) {
    if (condition === undefined)
        return undefined;
    const keys = [...new URLSearchParams(condition)].map(([key, value]) => `${key}=${value}`);
    const matches = world.store.search(type, keys).length;
    if (matches === 0)
        return undefined;
    return matches === 1 ? refuse(400, duplicateOf(type)) : refuse(412, refusal('multiple-matches', 'multiple_matches'));
}
const businessRule = refusal('forbidden', 'Operation cannot be performed due to business rules, consent or privacy rules, or access permission constraint');
function refusals(world, resource, organization) {
    const reach = createReach(world, organization, new Map());
    const context = { now: world.now(), organization, reach };
    const type = textAt(resource, 'resourceType') ?? '';
    const dangling = danglingReferences(resource, new Map(), type).map((place) => refusal('value', `Reference is mandatory : ${place}`, place));
    const refused = checkResource(resource, context);
    return refused.length > 0 ? refused : dangling;
}
function readBody(body, type) {
    if (!isJsonObject(body))
        return refuse(400, refusal('structure', 'Failed to read request payload (RuleNumber: 20005)'));
    if (body['resourceType'] !== type)
        return refuse(400, refusal('structure', 'Failed to unmarshal request payload (RuleNumber: 20008)', 'resourceType'));
    return holdsRealNik(body) ? refuseRealNik() : { body };
}
function store(world, resource, as) {
    const { organization } = as.call.client;
    const complete = completeResource(world, resource, as.id, organization);
    const [record] = world.store.commit([complete], organization);
    const type = record?.type ?? '';
    const version = record?.versionId ?? '';
    return {
        status: as.status,
        body: complete,
        headers: { etag: `W/"${version}"`, location: `${as.call.base}/${type}/${as.id}/_history/${version}` },
    };
}
//# sourceMappingURL=write-resource.js.map