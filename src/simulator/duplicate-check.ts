import { itemsOf, textAt, valueAt, type JsonObject } from './json.ts';
import { refusal, type Refusal } from './refusal.ts';
import { uniqueIdentifiersOf } from './search-keys.ts';
import type { World } from './world.ts';

/** Says whether a resource exists already: by identifier (rule 20002) or, for an episode, one that is still active. */
export function findDuplicates(world: World, resource: JsonObject, ownId?: string): readonly Refusal[] {
  const type = textAt(resource, 'resourceType') ?? '';
  const taken = uniqueIdentifiersOf(resource).some((identifier) =>
    world.store.search(type, [`identifier=${identifier}`]).some((record) => record.id !== ownId),
  );
  if (taken) return [duplicateOf(type)];
  return type === 'EpisodeOfCare' ? activeEpisode(world, resource, ownId) : [];
}

/** The refusal by rule 20002. */
export function duplicateOf(type: string): Refusal {
  return refusal('duplicate', `Found duplicate resource: ${type} (RuleNumber: 20002)`);
}

/** One active episode per patient and type in the whole country; the refusal carries no id and is spelled differently. */
function activeEpisode(world: World, resource: JsonObject, ownId: string | undefined): readonly Refusal[] {
  if (resource['status'] !== 'active') return [];
  const types = itemsOf(resource['type']).flatMap((type) => itemsOf(valueAt(type, 'coding')).map((coding) => textAt(coding, 'code') ?? ''));
  const patient = textAt(resource, 'patient', 'reference') ?? '';
  const active = types
    .flatMap((type) => world.store.search('EpisodeOfCare', [`subject=${patient}`, 'status=active', `type=${type}`]))
    .some(({ id }) => id !== ownId);
  if (!active) return [];
  return [10109, 10110].map((rule) =>
    refusal('value', `found duplicated EpisodeOfCare Type with status active. (Rule Number: ${String(rule)})`, 'EpisodeOfCare.type'),
  );
}
