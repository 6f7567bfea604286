import { completeResource, danglingReferences, drawId } from './complete-resource.ts';
import { duplicateOf, findDuplicates } from './duplicate-check.ts';
import { businessRule } from './refusal.ts';
import { isJsonObject, textAt, type JsonObject } from './json.ts';
import { holdsRealNik, refuseRealNik } from './nik-guard.ts';
import { createReach } from './reach.ts';
import { notFound, refusal, refuse, type Answer, type Refusal } from './refusal.ts';
import { checkResource } from './rules/check-resource.ts';
import type { RuleContext } from './rules/rule.ts';
import type { Call, World } from './world.ts';

/** Answers `POST /{Type}`: 201 with the resource as stored, or a refusal that has written nothing. */
export function createResource(world: World, type: string, call: Call): Answer {
  const resource = readBody(call.body, type);
  if ('status' in resource) return resource;
  const refused = refusals(world, resource.body, call.client.organization);
  if (refused.length > 0) return refuse(refused.includes(businessRule) ? 403 : 400, ...refused);
  const exists = ifNoneExist(world, type, call.ifNoneExist);
  if (exists !== undefined) return exists;
  const duplicates = findDuplicates(world, resource.body);
  if (duplicates.length > 0) return refuse(400, ...duplicates);
  return store(world, resource.body, { id: drawId(world, type), status: 201, call });
}

/** Answers `PUT /{Type}/{id}`: the whole resource is replaced; nothing is created by it. */
export function replaceResource(world: World, type: string, id: string, call: Call): Answer {
  const resource = readBody(call.body, type);
  if ('status' in resource) return resource;
  if (textAt(resource.body, 'id') !== id) return refuse(400, refusal('structure', 'resource_mismatch', `${type}.id`));
  const former = world.store.find(type, id);
  if (former === undefined) return notFound(type, id);
  // Field report 2026: an episode is closed by PATCH only; types whose PUT nobody saw are refused alike unless the settings take them.
  if (former.organization !== call.client.organization || !world.settings.takes('PUT', type)) return refuse(403, businessRule);
  const refused = [...refusals(world, resource.body, call.client.organization), ...findDuplicates(world, resource.body, id)];
  return refused.length > 0 ? refuse(400, ...refused) : store(world, resource.body, { id, status: 200, call });
}

/** Answers `GET /{Type}/{id}`. */
export function readResource(world: World, type: string, id: string): Answer {
  const record = world.store.find(type, id);
  if (record === undefined) return notFound(type, id);
  return { status: 200, body: world.store.read(record), headers: { etag: `W/"${record.versionId}"` } };
}

/** SATUSEHAT's own way with If-None-Exist: no match lets the create through, one is refused as duplicate, more give 412. */
export function ifNoneExist(world: World, type: string, condition: string | undefined): Answer | undefined {
  if (condition === undefined) return undefined;
  const keys = [...new URLSearchParams(condition)].map(([key, value]) => `${key}=${value}`);
  const matches = world.store.search(type, keys).length;
  if (matches === 0) return undefined;
  return matches === 1 ? refuse(400, duplicateOf(type)) : refuse(412, refusal('multiple-matches', 'multiple_matches'));
}

/** Everything the platform refuses in one resource that stands for itself. */
export function refusals(world: World, resource: JsonObject, organization: string): readonly Refusal[] {
  const reach = createReach(world, organization, new Map());
  const context: RuleContext = { now: world.now(), organization, reach, settings: world.settings.current.rules };
  const type = textAt(resource, 'resourceType') ?? '';
  const dangling = danglingReferences(resource, new Map(), type).map((place) =>
    refusal('value', `Reference is mandatory : ${place}`, place),
  );
  const refused = checkResource(resource, context);
  if (refused.length > 0) return refused;
  // Field report 2026-09-21: who has not opted in is not written about.
  return world.consents.forbids(resource) ? [businessRule] : dangling;
}

function readBody(body: unknown, type: string): Answer | { readonly body: JsonObject } {
  if (!isJsonObject(body)) return refuse(400, refusal('structure', 'Failed to read request payload (RuleNumber: 20005)'));
  if (body['resourceType'] !== type)
    return refuse(400, refusal('structure', 'Failed to unmarshal request payload (RuleNumber: 20008)', 'resourceType'));
  return holdsRealNik(body) ? refuseRealNik() : { body };
}

/** Stores one resource and answers with it. */
export function store(
  world: World,
  resource: JsonObject,
  as: { readonly id: string; readonly status: number; readonly call: Call },
): Answer {
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
