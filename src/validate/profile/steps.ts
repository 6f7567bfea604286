import type { CheckWorld } from '../checks/check.ts';
import type { JsonObject } from '../json.ts';

/** Where a walk stands, and what it remembers that a side step must leave as it was. */
export interface Steps extends CheckWorld {
  warned: boolean;
  /** The nearest resource, for rules that ask for %resource. */
  resource: unknown;
  root: unknown;
  readonly resources: JsonObject[];
  /** What resources were found to be, by profile. While one is being judged it counts as sound: two that refer to each other must end. */
  readonly judged: Map<JsonObject, Map<string, boolean>>;
}

/** Steps into a resource; the answer steps out again. Both paths step alike. */
export function enter(walk: Steps, resource: JsonObject, contained: boolean): () => void {
  const { resource: outer, root } = walk;
  walk.resource = resource;
  if (!contained) walk.root = resource;
  walk.resources.push(resource);
  return () => {
    walk.resource = outer;
    walk.root = root;
    walk.resources.pop();
  };
}

/** Runs a check that is only asked for its answer: what it noticed on the way, and where it stood, is forgotten. */
export function ask(walk: Steps, check: () => boolean): boolean {
  const { warned, resource, root } = walk;
  const depth = walk.resources.length;
  const sound = check();
  walk.warned = warned;
  walk.resource = resource;
  walk.root = root;
  walk.resources.length = depth;
  return sound;
}
