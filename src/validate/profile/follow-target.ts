import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { toStanding } from '../registry.ts';
import type { Registry } from '../registry.ts';
import { toReferredType } from '../values.ts';
import { findTypeOfUrn, resolveTarget } from './resolve-target.ts';
import type { Target } from './resolve-target.ts';
import { ask } from './steps.ts';
import type { Steps } from './steps.ts';

/** The checks of a reference's target, for generated code. */
export interface TargetChecks {
  readonly targetFollows: (reference: unknown, urls: readonly string[]) => boolean;
  readonly isAggregated: (reference: unknown, modes: readonly string[]) => boolean;
  readonly pointsAt: (reference: unknown, allowed: ReadonlySet<string>) => boolean;
  readonly resolve: (reference: string) => JsonObject | undefined;
}

/** Makes the checks of targets for one walk after the other. */
export function createTargetChecks(walk: Steps, registry: Registry): TargetChecks {
  return {
    targetFollows: (value, urls) => {
      const target = toTarget(walk, value);
      return target === undefined || followsAny(walk, registry, target, urls);
    },
    isAggregated: (value, modes) => {
      const reference = toReference(value);
      return reference === undefined || isPlaced(reference, toTarget(walk, value), modes);
    },
    pointsAt: (value, allowed) => {
      const reference = toReference(value);
      return reference === undefined || isAllowed(walk, registry, reference, allowed);
    },
    resolve: (reference) => resolveTarget(reference, walk)?.resource,
  };
}

/** A literal reference names its type; of others it is known only where the target is at hand. */
function isAllowed(walk: Steps, registry: Registry, reference: string, allowed: ReadonlySet<string>): boolean {
  const type = toReferredType(reference);
  if (allowed.has(type)) return true;
  if (registry.resourceTypes.has(type)) return false;
  const actual = findTypeOfUrn(reference, walk) ?? resolveTarget(reference, walk)?.resource['resourceType'];
  return typeof actual !== 'string' || allowed.has(actual) || !registry.resourceTypes.has(actual);
}

function toReference(value: unknown): string | undefined {
  const reference = isObject(value) ? value['reference'] : undefined;
  return typeof reference === 'string' ? reference : undefined;
}

function toTarget(walk: Steps, value: unknown): Target | undefined {
  const reference = toReference(value);
  return reference === undefined ? undefined : resolveTarget(reference, walk);
}

/** Any one of the profiles made for its type will do; one that is not known cannot be followed. A target of another type is told by its type alone. */
function followsAny(walk: Steps, registry: Registry, target: Target, urls: readonly string[]): boolean {
  let fitting = false;
  let follows = false;
  for (const url of urls) {
    const standing = toStanding(registry, url, target.resource);
    if (standing === 'missing' || standing === 'foreign') return false;
    if (standing === 'wrong-type') continue;
    fitting = true;
    follows ||= standing === 'base' || isJudgedSound(walk, registry, target, url);
  }
  return follows || !fitting;
}

function isJudgedSound(walk: Steps, registry: Registry, target: Target, url: string): boolean {
  const known = walk.judged.get(target.resource) ?? new Map<string, boolean>();
  walk.judged.set(target.resource, known);
  const before = known.get(url);
  if (before !== undefined) return before;
  known.set(url, true);
  const sound = judge(walk, target, () => registry.overlays.get(url)?.(target.resource) ?? true);
  known.set(url, sound);
  return sound;
}

/** Asks with the target's own surroundings in place of the reference's. */
function judge(walk: Steps, { resource, around, place }: Target, check: () => boolean): boolean {
  const stood = [...walk.resources];
  const sound = ask(walk, () => {
    walk.resources.length = 0;
    walk.resources.push(...around, resource);
    walk.resource = resource;
    if (place === 'bundled') walk.root = resource;
    return check();
  });
  walk.resources.length = 0;
  walk.resources.push(...stood);
  return sound;
}

function isPlaced(reference: string, target: Target | undefined, modes: readonly string[]): boolean {
  if (reference.startsWith('#')) return modes.includes('contained');
  return modes.includes('referenced') || (target?.place === 'bundled' && modes.includes('bundled'));
}
