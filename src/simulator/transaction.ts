import { checkBundle, type Entry } from './bundle-rules.ts';
import { completeResource, danglingReferences, drawId, resolveReferences } from './complete-resource.ts';
import { duplicateOf, findDuplicates } from './duplicate-check.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { holdsRealNik, refuseRealNik } from './nik-guard.ts';
import { createReach, type Newcomers } from './reach.ts';
import { businessRule, refusal, refuse, simulationTag, type Answer, type Refusal } from './refusal.ts';
import type { StoredRecord } from './resource-store.ts';
import { checkResource } from './rules/check-resource.ts';
import { uniqueIdentifiersOf } from './search-keys.ts';
import { ifNoneExist } from './write-resource.ts';
import type { Call, World } from './world.ts';

/** Answers a transaction Bundle: either every entry is stored and answered in its order, or nothing is stored at all. */
export function submitTransaction(world: World, call: Call): Answer {
  if (!isJsonObject(call.body)) return refuse(400, refusal('structure', 'Failed to read request payload (RuleNumber: 20005)'));
  if (holdsRealNik(call.body)) return refuseRealNik();
  const { entries, refused } = checkBundle(call.body);
  if (refused.length > 0) return refuse(400, ...refused);
  const newcomers: Newcomers = new Map(entries.map((entry) => [entry.uuid, { type: entry.type, id: drawId(world, entry.type) }]));
  const refusedEntries = checkEntries(world, entries, newcomers, call);
  if (refusedEntries.length > 0) return refuse(400, ...refusedEntries);
  const complete = entries.map((entry) => {
    const resolved = resolveReferences(entry.resource, newcomers);
    const id = newcomers.get(entry.uuid)?.id ?? '';
    return completeResource(world, isJsonObject(resolved) ? resolved : entry.resource, id, call.client.organization);
  });
  const records = world.store.commit(complete, call.client.organization);
  return { status: 200, body: toResponse(records, call.base) };
}

/** The first entry that is refused says why; every entry after it is refused because of it (rule 20012). */
function checkEntries(world: World, entries: readonly Entry[], newcomers: Newcomers, call: Call): readonly Refusal[] {
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const refused = checkEntry(world, entry, { newcomers, call, seen });
    if (refused.length > 0)
      return [
        ...refused.map((each) => within(each, entry, index)),
        ...entries.slice(index + 1).map((later, offset) => dueToEarlier(later, index + 1 + offset)),
      ];
  }
  return [];
}

interface EntryContext {
  readonly newcomers: Newcomers;
  readonly call: Call;
  readonly seen: Set<string>;
}

function checkEntry(world: World, entry: Entry, { newcomers, call, seen }: EntryContext): readonly Refusal[] {
  const { organization } = call.client;
  const reach = createReach(world, organization, newcomers);
  const refused = checkResource(entry.resource, { now: world.now(), organization, reach, settings: world.settings.current.rules });
  if (refused.length > 0) return refused;
  if (world.consents.forbids(entry.resource)) return [businessRule];
  const dangling = danglingReferences(entry.resource, newcomers, entry.type);
  if (dangling.length > 0) return dangling.map((place) => refusal('value', `Reference is mandatory : ${place}`, place));
  if (ifNoneExist(world, entry.type, entry.ifNoneExist) !== undefined) return [duplicateOf(entry.type)];
  const identifiers = uniqueIdentifiersOf(entry.resource).map((identifier) => `${entry.type}?${identifier}`);
  if (identifiers.some((identifier) => seen.has(identifier))) return [duplicateOf(entry.type)];
  for (const identifier of identifiers) seen.add(identifier);
  return findDuplicates(world, entry.resource);
}

/** Expressions inside a Bundle begin with the entry, as the FHIR store prints them: `Bundle.entry[2].resource.performer`. */
function within(refused: Refusal, entry: Entry, index: number): Refusal {
  const place = `Bundle.entry[${String(index)}].resource`;
  const { expression } = refused;
  if (expression === undefined) return { ...refused, expression: place };
  return {
    ...refused,
    expression: expression.startsWith(`${entry.type}.`) ? `${place}.${expression.slice(entry.type.length + 1)}` : `${place}.${expression}`,
  };
}

function dueToEarlier(entry: Entry, index: number): Refusal {
  return refusal(
    'forbidden',
    `Forbidden resource ${entry.type} due to previous error (RuleNumber: 20012)`,
    `Bundle.entry[${String(index)}].resource`,
  );
}

function toResponse(records: readonly StoredRecord[], base: string): JsonObject {
  const entry = records.map((record) => ({
    response: {
      etag: `W/"${record.versionId}"`,
      lastModified: record.lastUpdated,
      location: `${base}/${record.type}/${record.id}/_history/${record.versionId}`,
      status: '201 Created',
      // The last two are no FHIR, but the platform sends them.
      resourceType: record.type,
      resourceID: record.id,
    },
  }));
  return { resourceType: 'Bundle', type: 'transaction-response', meta: { tag: [simulationTag] }, total: entry.length, entry };
}
