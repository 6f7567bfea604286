import type { Issue } from '../../fhir/issue.ts';
import { toBareCanonical } from '../ir.ts';
import type { ProfileIr } from '../ir.ts';
import { toText } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { toIssue } from '../messages.ts';
import { readSnapshot } from '../read-snapshot.ts';
import { BASE } from '../registry.ts';
import type { Lookup } from '../registry.ts';
import { withValueSets } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { compileLoaded } from './compile-loaded.ts';
import type { LoadedProfile } from './compile-loaded.ts';
import { createDefinitionIndex } from './definition-index.ts';
import { expandLoaded } from './expand-loaded.ts';
import type { Library } from './library.ts';
import type { World } from './world.ts';

/** What a world is derived from: the runtime it shares, the world it adds to, and the definitions of R4 themselves. */
interface Origin {
  readonly runtime: Runtime;
  readonly base: World;
  readonly library: Library;
}

/**
 * Makes a world that also knows these definitions. Nothing is compiled before it is asked for, so that a package of hundreds costs little.
 * A profile that is also in the base world counts as it was handed in; base types cannot be replaced.
 */
export function deriveWorld({ runtime, base, library }: Origin, definitions: readonly JsonObject[]): World {
  const index = createDefinitionIndex(definitions);
  const isType = (url: string): boolean => url.startsWith(BASE) && runtime.registry.types.has(url.slice(BASE.length));
  const findLoaded = (canonical: string): JsonObject | undefined =>
    isType(toBareCanonical(canonical)) ? undefined : index.find('StructureDefinition', canonical);
  const find = (canonical: string): JsonObject | undefined =>
    findLoaded(canonical) ?? library('StructureDefinition', toBareCanonical(canonical));
  const bases = toLookup((code) => toBase(library('StructureDefinition', BASE + code)));
  const typeOf = { get: (canonical: string) => toText(find(canonical)?.['type']) || undefined };
  const own = withValueSets(runtime, expandLoaded(runtime.toValueSet, index, library));
  const profiles = toLookup((canonical): LoadedProfile | undefined => {
    const definition = findLoaded(canonical);
    return definition && compileLoaded(definition, { runtime: own, find, bases, typeOf });
  });
  return {
    overlays: { get: (canonical) => profiles.get(canonical)?.fast ?? base.overlays.get(canonical) },
    profileTypes: { get: (canonical) => profiles.get(canonical)?.type ?? base.profileTypes.get(canonical) },
    diagnoses: { get: (canonical) => profiles.get(canonical)?.diagnosis ?? base.diagnoses.get(canonical) },
    find: index.find,
    findProblems: () => index.all('StructureDefinition').flatMap((each) => toProblem(profiles.get(toCanonical(each)))),
  };
}

function toBase(definition: JsonObject | undefined): ProfileIr | undefined {
  return definition && readSnapshot(definition);
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

function toLookup<Found>(make: (canonical: string) => Found | undefined): Lookup<Found> {
  const made = new Map<string, Found | undefined>();
  return {
    get: (canonical) => {
      if (!made.has(canonical)) made.set(canonical, make(canonical));
      return made.get(canonical);
    },
  };
}
