import { isObject } from '../json.ts';
import { toDeclared, toStanding } from '../registry.ts';
import type { Registry, Standing } from '../registry.ts';
import type { JsonObject } from '../json.ts';
import { ask, enter } from './steps.ts';
import type { Steps } from './steps.ts';

/** Whether values follow profiles, for generated code and for a validator that is asked for one. */
export interface ProfileChecks {
  /** True when a value follows one of the profiles its type names; one that is not known is not followed. */
  readonly follows: (node: unknown, urls: readonly string[]) => boolean;
  /** Like `follows`, but only to tell slices apart: nothing is noticed on the way. */
  readonly conforms: (node: unknown, urls: readonly string[]) => boolean;
  /** True when a resource follows what it declares; what is not known there is only worth a warning. */
  readonly followsDeclared: (resource: JsonObject) => boolean;
  /** True when a whole resource follows a profile it is asked for. */
  readonly followsAsked: (resource: unknown, url: string) => boolean;
}

/** Makes the checks of profiles for one walk after the other. */
export function createProfileChecks(walk: Steps, registry: Registry): ProfileChecks {
  const followsOne = (node: unknown, url: string): boolean => followsSo(node, url, toStanding(registry, url, node));
  const followsSo = (node: unknown, url: string, standing: Standing): boolean => {
    return standing === 'profile' ? registry.overlays.get(url)?.(node) !== false : standing === 'base';
  };
  const followsAny = (node: unknown, urls: readonly string[]): boolean =>
    urls.every((url) => isKnown(registry, url, node)) && urls.some((url) => ask(walk, () => followsOne(node, url)));
  return {
    follows: (node, urls) => (urls.length === 1 ? followsOne(node, urls[0] ?? '') : followsAny(node, urls)),
    conforms: (node, urls) => urls.some((url) => ask(walk, () => stepIn(walk, node) && followsOne(node, url))),
    followsDeclared: (resource) => {
      for (const url of toDeclared(resource, walk.options)) {
        if (typeof url !== 'string') continue;
        const standing = toStanding(registry, url, resource);
        if (standing === 'foreign') walk.warned = true;
        else if (!followsSo(resource, url, standing)) return false;
      }
      return true;
    },
    followsAsked: (resource, url) => {
      const leave = isObject(resource) ? enter(walk, resource, false) : undefined;
      const sound = followsOne(resource, url);
      leave?.();
      return sound;
    },
  };
}

function isKnown(registry: Registry, url: string, node: unknown): boolean {
  const standing = toStanding(registry, url, node);
  return standing !== 'missing' && standing !== 'foreign';
}

/** A resource inside another is looked at from within. */
function stepIn(walk: Steps, node: unknown): boolean {
  const outer = walk.resource;
  if (!isObject(node) || node === outer || typeof node['resourceType'] !== 'string') return true;
  const contained = isObject(outer) && Array.isArray(outer['contained']) && outer['contained'].includes(node);
  enter(walk, node, contained);
  return true;
}
