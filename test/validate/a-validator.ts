import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';
import { OWN_DOMAIN, readBase, readBaseProfiles, readFolder } from '../../src/validate/build-validators.ts';
import type { Diagnosis } from '../../src/validate/collector.ts';
import { compileDefinitions } from '../../src/validate/compile-definitions.ts';
import type { Compiled } from '../../src/validate/compile-definitions.ts';
import { createRuleCompiler } from '../../src/validate/invariants.ts';
import { toObjects } from '../../src/validate/json.ts';
import type { JsonObject } from '../../src/validate/json.ts';
import type { Caps } from '../../src/validate/measure.ts';
import type { FastCheck } from '../../src/validate/registry.ts';
import type { CodeList } from '../../src/validate/terminology/code-list.ts';
import { createValidator } from '../../src/validate/validator.ts';
import type { CheckModule } from '../../src/validate/runtime.ts';
import type { Validator } from '../../src/validate/validator.ts';
import { createLibrary, joinShelves, toLibraryText } from '../../src/validate/definitions/library.ts';
import type { Library } from '../../src/validate/definitions/library.ts';

/** The base definitions, read once a test file. */
export const base: readonly JsonObject[] = readBase();

/** R4's own profiles and extensions. */
const profiles: readonly JsonObject[] = readBaseProfiles();

/** Compiles base R4 with the committed profiles and some of a test's own. */
export function compile(...own: readonly JsonObject[]): Compiled {
  const committed = readFolder(join(packageRoot, 'profiles', 'definitions'));
  return compileDefinitions({ base, profiles, own: [...committed, ...own], ownDomain: OWN_DOMAIN });
}

/** As `compile`, with the profiles and extensions of R4 itself at hand: what the build makes. */
export function compileWhole(...own: readonly JsonObject[]): Compiled {
  const committed = readFolder(join(packageRoot, 'profiles', 'definitions'));
  return compileDefinitions({ base, profiles: readBaseProfiles(), own: [...committed, ...own], ownDomain: OWN_DOMAIN });
}

/** Makes a validator from compiled sources in memory, as the loader does from disk. */
export function toValidator(
  { modules, manifest, valueSets, library }: Compiled,
  caps?: Caps,
  codeLists: readonly CodeList[] = [],
): Validator {
  return createValidator({
    ...manifest,
    profileTypes: new Map(manifest.profileTypes),
    extensions: new Map(manifest.extensions),
    valueSets,
    library: toLibrary(library),
    compileRule: createRuleCompiler(),
    baseFast: toModule<FastCheck>(modules['base-fast']),
    profilesFast: toModule<FastCheck>(modules['profiles-fast']),
    loadDiagnoses: () => ({
      base: toModule<Diagnosis>(modules['base-diagnose']),
      profiles: toModule<Diagnosis>(modules['profiles-diagnose']),
    }),
    codeLists: () => codeLists,
    ...(caps && { caps }),
  });
}

/** Opens the definitions that ship, as the loader does from disk. */
export function toLibrary({ types, profiles, codes, sets }: Compiled['library']): Library {
  const open = (definitions: readonly JsonObject[]): Library => createLibrary(() => toLibraryText(definitions));
  return joinShelves({ types: open(types), profiles: open(profiles), codes: open(codes), sets: open(sets) });
}

function toModule<Check>(source: string): CheckModule<Check> {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code under test is code that was generated
  return (new Function(`return (${source}\n)`) as unknown as () => CheckModule<Check>)();
}

/** A profile of a base type: the base snapshot, with elements changed by their id and others added (parents first). */
export function aProfile(type: string, name: string, elements: Readonly<Record<string, JsonObject>>): JsonObject {
  const definition = base.find((each) => each['resourceType'] === 'StructureDefinition' && each['id'] === type);
  const snapshot = definition?.['snapshot'] as { readonly element: readonly JsonObject[] };
  const changed = toObjects(snapshot.element).map((element) => ({ ...element, ...elements[String(element['id'])] }));
  const known = new Set(changed.map((element) => (element as JsonObject)['id']));
  const added = Object.entries(elements).filter(([id]) => !known.has(id));
  return {
    ...{
      resourceType: 'StructureDefinition',
      url: testProfile(name),
      type,
      kind: definition?.['kind'],
      derivation: 'constraint',
      abstract: false,
    },
    snapshot: {
      element: [...changed, ...added.map(([id, element]) => ({ id, path: id.replaceAll(/:[^.]+/g, ''), min: 0, max: '1', ...element }))],
    },
  };
}

/** The canonical of a test's own profile. */
export function testProfile(name: string): string {
  return `${OWN_DOMAIN}/StructureDefinition/test-${name}`;
}

/** The codes of the errors found, with their places, in order: what R4 asks of vital signs besides would tell a defect of theirs twice. */
export function toErrors(validator: Validator, resource: unknown, profiles: readonly string[] = []): readonly string[] {
  const errors = validator.validate(resource, profiles, { vitalSigns: 'ignored' }).issues.filter((issue) => issue.severity === 'error');
  return errors.map((issue) => `${issue.code} ${issue.expression ?? ''}`.trim());
}
