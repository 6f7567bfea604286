import type { ElementIr, ProfileIr } from '../ir.ts';
import { toBareCanonical } from '../ir.ts';
import { isObject, toObjects, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { readSnapshot } from '../read-snapshot.ts';
import type { Lookup } from '../registry.ts';
import type { CompleteDefinition } from './complete-definition.ts';
import { DefinitionFault } from './definition-fault.ts';
import { findUnsafeName } from './find-unsafe-name.ts';

/** Why a definition cannot be used; `code` has a page in the catalogue, `detail` is a canonical, an element or a limit. */
export interface DefinitionProblem {
  readonly code: string;
  readonly url: string;
  readonly detail: string;
}

/** Finds StructureDefinitions by canonical, the base's too. */
type FindDefinition = (canonical: string) => JsonObject | undefined;

/** What a definition is read with. */
export interface ReadingWorld {
  readonly find: FindDefinition;
  readonly complete: CompleteDefinition;
  readonly bases: Lookup<ProfileIr>;
}

/** Far beyond any published profile (the largest of R4 have some 400 elements), small enough to be compiled within a second. */
const MOST_ELEMENTS = 20_000;
const DEEPEST = 40;
/** Slices are compared with one another, so that their number counts by its square. */
const MOST_SLICES = 300;

/**
 * Reads a profile that was loaded beside the base into the intermediate form, or says why that cannot be.
 * Never throws: what a definition says is data.
 */
export function readProfile(definition: JsonObject, { find, complete, bases }: ReadingWorld): ProfileIr | DefinitionProblem {
  const url = toText(definition['url']);
  const fault = findFault(definition, find);
  if (fault !== undefined) return { url, ...fault };
  const profile = readOrFault(definition, complete);
  if ('code' in profile) return { url, ...profile };
  const unsafe = findUnsafeName(profile.root);
  if (unsafe !== undefined) return { url, code: 'definition-broken', detail: unsafe };
  if (countSlices(profile.root) > MOST_SLICES) return { url, code: 'definition-too-large', detail: String(MOST_SLICES) };
  if (bases.get(profile.type) === undefined) return { url, code: 'definition-base-unknown', detail: profile.type };
  return profile;
}

/** True for a reason, false for a profile. */
export function isProblem(profile: ProfileIr | DefinitionProblem): profile is DefinitionProblem {
  return 'code' in profile;
}

/** The largest number of slices that one element has. */
function countSlices({ slices, children }: ElementIr): number {
  return [...children, ...slices.map((slice) => slice.element)].reduce((most, each) => Math.max(most, countSlices(each)), slices.length);
}

type Fault = Omit<DefinitionProblem, 'url'>;

function findFault(definition: JsonObject, find: FindDefinition): Fault | undefined {
  if (definition['derivation'] !== 'constraint' || definition['kind'] === 'logical') {
    return { code: 'definition-not-profile', detail: toText(definition['kind']) };
  }
  const elements = [definition['snapshot'], definition['differential']].flatMap((part) =>
    isObject(part) ? toObjects(part['element']) : [],
  );
  if (elements.length > MOST_ELEMENTS) return { code: 'definition-too-large', detail: String(MOST_ELEMENTS) };
  const deep = elements.find((element) => toText(element['id']).split('.', DEEPEST + 1).length > DEEPEST);
  if (deep !== undefined) return { code: 'definition-too-large', detail: String(DEEPEST) };
  return findCircle(definition, find);
}

/** Follows baseDefinition upwards; meeting a profile twice means the chain never ends at a type. */
function findCircle(definition: JsonObject, find: FindDefinition): Fault | undefined {
  const seen = new Set<string>([toText(definition['url'])]);
  for (let base = toText(definition['baseDefinition']); base !== ''; base = toText(find(base)?.['baseDefinition'])) {
    const url = toBareCanonical(base);
    if (seen.has(url)) return { code: 'definition-circular', detail: url };
    seen.add(url);
  }
  return undefined;
}

function readOrFault(definition: JsonObject, complete: CompleteDefinition): ProfileIr | Fault {
  try {
    return readSnapshot(complete(definition)) ?? { code: 'definition-broken', detail: 'snapshot' };
  } catch (error) {
    if (error instanceof DefinitionFault) return { code: error.code, detail: error.detail };
    // Whatever else the reader stumbles over (a stack too deep among it), it is this one definition that cannot be used.
    return { code: 'definition-broken', detail: toText(definition['name']) };
  }
}
