import type { BindingIr } from './ir.ts';
import { correctDefinition } from './corrections.ts';
import { generateBase } from './generate/generate-base.ts';
import { IMPLIED_PROFILES } from './implied-profiles.ts';
import { toBareCanonical } from './ir.ts';
import type { ElementIr, ExtensionIr, ProfileIr, ValueSetIr } from './ir.ts';
import type { Shelf } from './definitions/library.ts';
import { createCompletion } from './definitions/complete-definition.ts';
import { trimDefinition } from './definitions/trim-definition.ts';
import { toText } from './json.ts';
import type { JsonObject } from './json.ts';
import { compileProfiles, createTargetTypes } from './compile-profiles.ts';
import { readSnapshot } from './read-snapshot.ts';
import { hasContent, readCodeSystem } from './terminology/code-system.ts';
import { expandValueSet } from './terminology/expand-value-set.ts';
import type { ExpansionSource } from './terminology/expand-value-set.ts';
import { toSlimTerminology } from './terminology/slim-terminology.ts';

/** StructureDefinitions, ValueSets and CodeSystems: the base specification's and ours. */
interface Definitions {
  readonly base: readonly JsonObject[];
  readonly own: readonly JsonObject[];
  /** Profiles and extensions of R4: those that data must follow without naming them are compiled here, others where data names them. */
  readonly profiles?: readonly JsonObject[];
  /** Canonicals beginning so are ours; naming one that does not exist is an error. */
  readonly ownDomain: string;
}

/** What the loader needs beside the generated modules. */
export interface Manifest {
  readonly resourceTypes: readonly string[];
  readonly profileTypes: readonly (readonly [string, string])[];
  readonly extensions: readonly (readonly [string, ExtensionIr])[];
  readonly ownDomain: string;
  /** Required value sets of the base that could not be expanded. */
  readonly notExpanded: readonly string[];
}

/** Everything a build writes: four modules, the expansions, the manifest and the intermediate form of the base. */
export interface Compiled {
  readonly modules: Readonly<Record<'base-fast' | 'base-diagnose' | 'profiles-fast' | 'profiles-diagnose', string>>;
  readonly valueSets: readonly ValueSetIr[];
  readonly manifest: Manifest;
  readonly ir: readonly ProfileIr[];
  /** The definitions of R4 that ship, for profiles compiled at run time. */
  readonly library: Readonly<Record<Shelf, readonly JsonObject[]>>;
}

/**
 * Compiles definitions to the source of a validator. Pure and deterministic: the same definitions give the same bytes, in whatever order they come.
 * Throws for one of our own profiles that cannot be compiled, because a profile that is silently not checked is worse than none.
 */
export function compileDefinitions(definitions: Definitions): Compiled {
  const corrected = definitions.base.map(correctDefinition).filter((each) => each !== undefined);
  const base = toProfiles(corrected);
  const types = base.filter((profile) => profile.derivation === 'specialization' || profile.url.endsWith('/Element'));
  const bases = new Map(types.map((profile) => [profile.type, profile]));
  const own = toOwnProfiles(definitions.own, bases);
  const implied = (definitions.profiles ?? []).filter((each) => IMPLIED_PROFILES.includes(toText(each['url'])));
  const quantities = base.filter((profile) => profile.type === 'Quantity' && profile.derivation === 'constraint');
  const profiles = [...quantities, ...toProfiles(implied), ...own];
  const typeOf = new Map([...types, ...profiles].map((profile) => [profile.url, profile.type]));
  const profileOf = new Map([...types, ...profiles].map((profile) => [profile.url, profile]));
  const toTargetTypes = createTargetTypes(typeOf);
  const terms = toSlimTerminology([...definitions.base, ...definitions.own]);
  const source = toSource(terms);
  const needed = toNeeded([...types, ...profiles]);
  const valueSets = needed.map((url) => toExpansion(url, source));
  const open = new Set(valueSets.filter((set) => set.reason !== undefined).map((set) => set.url));
  return {
    modules: {
      'base-fast': generateBase(types, 'fast', toTargetTypes),
      'base-diagnose': generateBase(types, 'diagnose', toTargetTypes),
      'profiles-fast': compileProfiles(profiles, 'fast', { bases, typeOf, profileOf }),
      'profiles-diagnose': compileProfiles(profiles, 'diagnose', { bases, typeOf, profileOf }),
    },
    valueSets,
    manifest: {
      resourceTypes: types.filter((type) => type.kind === 'resource' && !type.abstract).map((type) => type.type),
      profileTypes: profiles.map((profile) => [profile.url, profile.type] as const),
      extensions: profiles.flatMap(({ url, extension }) => (extension === undefined ? [] : [[url, extension] as const])),
      ownDomain: definitions.ownDomain,
      notExpanded: toNeeded(types, 'required').filter((url) => open.has(url)),
    },
    ir: types,
    library: { ...toStructures(corrected, [...(definitions.profiles ?? []), ...definitions.own]), ...toTerms(terms) },
  };
}

/** Sorts what ships beside value sets and code systems: the types, every other profile of R4 and our own. */
function toStructures(base: readonly JsonObject[], more: readonly JsonObject[]): Pick<Compiled['library'], 'types' | 'profiles'> {
  const structures = [...base, ...more.map(correctDefinition).filter((each) => each !== undefined)].filter(isUsable);
  const byUrl = new Map(structures.map((each) => [toText(each['url']), each]));
  const complete = createCompletion((canonical) => byUrl.get(toBareCanonical(canonical)));
  const isProfile = (each: JsonObject): boolean => each['derivation'] === 'constraint';
  return {
    types: structures.filter((each) => !isProfile(each)).map(trimDefinition),
    profiles: structures.filter(isProfile).map((each) => trimDefinition(complete(each))),
  };
}

function isUsable(definition: JsonObject): boolean {
  return definition['resourceType'] === 'StructureDefinition' && definition['kind'] !== 'logical' && definition['snapshot'] !== undefined;
}

function toProfiles(definitions: readonly JsonObject[]): readonly ProfileIr[] {
  const profiles = definitions.filter((each) => each['resourceType'] === 'StructureDefinition').flatMap((each) => readSnapshot(each) ?? []);
  const unique = new Map(profiles.map((profile) => [profile.url, profile]));
  return [...unique.values()].sort((left, right) => (left.url < right.url ? -1 : 1));
}

function toOwnProfiles(definitions: readonly JsonObject[], bases: ReadonlyMap<string, ProfileIr>): readonly ProfileIr[] {
  const wanted = definitions.filter((each) => each['resourceType'] === 'StructureDefinition' && each['kind'] !== 'logical');
  for (const each of wanted) {
    const profile = readSnapshot(each);
    if (profile === undefined) throw new Error(`${toText(each['url'])} has no snapshot; run npm run profiles`);
    if (!bases.has(profile.type)) throw new Error(`${profile.url} constrains ${profile.type}, which R4 does not have`);
  }
  return toProfiles(wanted);
}

/** What is not held is said so once and for all, so that nothing is opened for it when a validator starts. */
function toExpansion(url: string, source: ExpansionSource): ValueSetIr {
  const expansion = expandValueSet(url, source) ?? { codes: {}, open: [], beyond: true, reason: 'value-set-not-held' };
  return { ...expansion, url };
}

/** Nearly every resource needs a code system, few a value set that is not expanded already. */
function toTerms(terms: readonly JsonObject[]): Pick<Compiled['library'], 'codes' | 'sets'> {
  const isSystem = (each: JsonObject): boolean => each['resourceType'] === 'CodeSystem';
  return { codes: terms.filter(isSystem), sets: terms.filter((each) => !isSystem(each)) };
}

/** Looks terms up by canonical; the versions are R4's own. */
function toSource(terminology: readonly JsonObject[]): ExpansionSource {
  const byUrl = new Map(terminology.map((each) => [`${toText(each['resourceType'])} ${toText(each['url'])}`, each]));
  return {
    toValueSet: (canonical) => byUrl.get(`ValueSet ${toBareCanonical(canonical)}`),
    toCodeSystem: (canonical) => {
      const system = byUrl.get(`CodeSystem ${toBareCanonical(canonical)}`);
      return system === undefined || !hasContent(system) ? undefined : readCodeSystem(system);
    },
  };
}

/** The value sets that profiles bind, of one strength or of any. */
function toNeeded(profiles: readonly ProfileIr[], strength?: 'required'): readonly string[] {
  const urls = new Set<string>();
  const visit = (element: ElementIr): void => {
    for (const bound of toBindings(element)) {
      if (strength === undefined || bound.strength === strength) urls.add(bound.valueSet);
      if (strength === undefined && bound.most !== undefined) urls.add(bound.most);
    }
    element.children.forEach(visit);
    for (const slice of element.slices) visit(slice.element);
  };
  for (const profile of profiles) visit(profile.root);
  return [...urls].sort();
}

function toBindings({ binding }: ElementIr): readonly BindingIr[] {
  const all = binding === undefined ? [] : [binding, ...(binding.also ?? [])];
  return all.filter(({ strength }) => strength !== 'none');
}
