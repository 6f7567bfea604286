import type { CheckWorld } from '../checks/check.ts';
import { toStandpoint } from '../checks/entry-index.ts';
import type { Standpoint } from '../checks/entry-index.ts';
import { resolveInBundle } from '../checks/resolve-in-bundle.ts';
import { isObject, toObjects, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** What a reference leads to inside what is validated, with the resources around it, outermost first. */
export interface Target {
  readonly resource: JsonObject;
  readonly around: readonly JsonObject[];
  readonly place: 'contained' | 'bundled';
}

/** Finds the target of a literal reference among the contained resources, the entries of a Bundle or the parameters around (R4 2.3.0.2, 2.36.4.1); undefined when it is elsewhere. */
export function resolveTarget(reference: string, world: CheckWorld): Target | undefined {
  if (reference.startsWith('#')) return findContained(reference.slice(1), world);
  if (world.resources.length < 2) return undefined;
  return findEntry(reference, world) ?? findParameter(reference, world);
}

function findContained(id: string, { resources, root }: CheckWorld): Target | undefined {
  const last = resources.length - 1;
  const first = resources.findLastIndex((each) => each === root);
  if (id === '') return first < last ? toTarget(resources[first], resources.slice(0, first), 'contained') : undefined;
  for (let at = last; at >= Math.max(0, first); at--) {
    const inner = toObjects(resources[at]?.['contained']).find((each) => each['id'] === id);
    if (inner !== undefined) return toTarget(inner, resources.slice(0, at + 1), 'contained');
  }
  return undefined;
}

function toTarget(resource: JsonObject | undefined, around: readonly JsonObject[], place: Target['place']): Target | undefined {
  return resource && { resource, around, place };
}

function findEntry(reference: string, world: CheckWorld): Target | undefined {
  const standpoint = toStandpoint(world);
  if (standpoint === undefined) return undefined;
  return toTarget(findMatch(reference, standpoint), toAround(world, standpoint.bundle), 'bundled');
}

/** Where a urn leads to any resource of that number, the type the reference names decides. */
function findMatch(reference: string, standpoint: Standpoint): JsonObject | undefined {
  const { matches, type } = resolveInBundle(reference, standpoint);
  return (type === '' ? matches[0] : matches.find((entry) => entry.type === type))?.resource;
}

/** The type of resource a urn leads to in the Bundle around, without asking where it stands; undefined for any other reference. */
export function findTypeOfUrn(reference: string, world: CheckWorld): unknown {
  const standpoint = reference.startsWith('urn:') ? toStandpoint(world) : undefined;
  return standpoint && findMatch(reference, standpoint)?.['resourceType'];
}

function findParameter(reference: string, world: CheckWorld): Target | undefined {
  const parameters = world.resources.findLast((resource) => resource['resourceType'] === 'Parameters');
  if (parameters === undefined) return undefined;
  const found = listParameters(parameters['parameter']).find((resource) => toName(resource) === reference);
  return toTarget(found, toAround(world, parameters), 'bundled');
}

function toAround({ resources }: CheckWorld, group: JsonObject): readonly JsonObject[] {
  return resources.slice(0, resources.lastIndexOf(group) + 1);
}

function listParameters(parameters: unknown): readonly JsonObject[] {
  return toObjects(parameters).flatMap(({ resource, part }) => [...(isObject(resource) ? [resource] : []), ...listParameters(part)]);
}

function toName(resource: JsonObject): string {
  return `${toText(resource['resourceType'])}/${toText(resource['id'])}`;
}
