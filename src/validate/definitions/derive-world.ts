import type { Issue } from '../../fhir/issue.ts';
import { toBareCanonical } from '../ir.ts';
import { toText } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { toIssue } from '../messages.ts';
import { readSnapshot } from '../read-snapshot.ts';
import { BASE } from '../registry.ts';
import type { Lookup } from '../registry.ts';
import { withValueSets } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { createCompletion } from './complete-definition.ts';
import type { CompleteDefinition } from './complete-definition.ts';
import { compileLoaded } from './compile-loaded.ts';
import type { LoadedProfile } from './compile-loaded.ts';
import { createDefinitionIndex } from './definition-index.ts';
import { createFinder } from './find-definition.ts';
import type { Library } from './library.ts';
import type { Terminology } from '../terminology/terminology.ts';
import type { World } from './world.ts';

/** What every world of one validator shares: the runtime, the profiles compiled by the build, and the definitions of R4 themselves. */
export interface Origin {
  readonly runtime: Runtime;
  readonly generated: ReadonlyMap<string, LoadedProfile>;
  readonly library: Library;
  readonly terminology: Terminology;
}

/**
 * Makes a world that also knows these definitions. Nothing is compiled before it is asked for, so that a package of hundreds costs little;
 * the profiles and extensions of R4 itself are compiled in the same way.
 * A profile that the build compiled counts as it was handed in; base types cannot be replaced.
 */
export function deriveWorld(origin: Origin, definitions: readonly JsonObject[]): World {
  const index = createDefinitionIndex(definitions);
  const terminology = definitions.length === 0 ? origin.terminology : origin.terminology.with(index.find);
  const profiles = createProfiles({ ...origin, terminology }, index);
  return {
    overlays: { get: (canonical) => profiles.get(canonical)?.fast },
    profileTypes: { get: (canonical) => profiles.get(canonical)?.type },
    diagnoses: { get: (canonical) => profiles.get(canonical)?.diagnosis },
    extensions: { get: (canonical) => profiles.get(canonical)?.extension },
    find: index.find,
    terminology,
    findProblems: () => index.all('StructureDefinition').flatMap((each) => toProblem(profiles.get(toCanonical(each)))),
  };
}

/** Compiles each definition once, when it is first named. Names of nothing are not remembered: they come from data, without end. */
function createProfiles(origin: Origin, index: ReturnType<typeof createDefinitionIndex>): Lookup<LoadedProfile> {
  const { runtime, generated, library, terminology } = origin;
  const isType = (url: string): boolean => url.startsWith(BASE) && runtime.registry.types.has(url.slice(BASE.length));
  const { find, findProfile } = createFinder({ index, library, isType });
  const complete = createCompletion(find);
  const world = {
    runtime: withValueSets(runtime, terminology.toValueSet),
    find,
    complete,
    bases: toLookup((code) => readOrNothing(library('StructureDefinition', BASE + code))),
    typeOf: { get: (canonical: string) => toText(find(canonical)?.['type']) || undefined },
    profileOf: toLookup((canonical) => readQuietly(find(canonical), complete)),
  };
  const made = new Map<JsonObject, LoadedProfile>();
  const toProfile = (definition: JsonObject): LoadedProfile => {
    const profile = made.get(definition) ?? compileLoaded(definition, world);
    made.set(definition, profile);
    return profile;
  };
  // Asked several times for each resource. Without a version there are no more of them than there are definitions.
  const recent = new Map<string, LoadedProfile>();
  const look = (canonical: string): LoadedProfile | undefined => {
    const handedIn = index.find('StructureDefinition', canonical);
    const known = handedIn === undefined ? generated.get(toBareCanonical(canonical)) : undefined;
    if (known !== undefined) return known;
    const definition = findProfile(canonical);
    return definition && toProfile(definition);
  };
  return {
    get: (canonical) => {
      const before = recent.get(canonical);
      if (before !== undefined) return before;
      const profile = look(canonical);
      if (profile !== undefined && !canonical.includes('|')) recent.set(canonical, profile);
      return profile;
    },
  };
}

function readOrNothing(definition: JsonObject | undefined): ReturnType<typeof readSnapshot> {
  return definition && readSnapshot(definition);
}

/** A profile that only helps to tell slices apart; what is wrong with it is said where it is asked for. */
function readQuietly(definition: JsonObject | undefined, complete: CompleteDefinition): ReturnType<typeof readSnapshot> {
  try {
    return definition && readSnapshot(complete(definition));
  } catch {
    return undefined;
  }
}

function toCanonical(definition: JsonObject): string {
  const [url, version] = [toText(definition['url']), toText(definition['version'])];
  return version === '' ? url : `${url}|${version}`;
}

/** Models and types of one's own are no profiles of R4 resources; that is said only where one is asked for. */
function toProblem(profile: LoadedProfile | undefined): readonly Issue[] {
  const problem = profile?.problem;
  if (problem === undefined || problem.code === 'definition-not-profile') return [];
  return [toIssue({ severity: 'error', path: '', came: undefined, code: problem.code, rule: problem.url, expected: problem.detail })];
}

function toLookup<Found>(make: (name: string) => Found | undefined): Lookup<Found> {
  const made = new Map<string, Found>();
  return {
    get: (name) => {
      const found = made.get(name) ?? make(name);
      if (found !== undefined) made.set(name, found);
      return found;
    },
  };
}
