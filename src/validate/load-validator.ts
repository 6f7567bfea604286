import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { packageRoot } from '../root.ts';
import type { Diagnosis } from './collector.ts';
import type { Manifest } from './compile-definitions.ts';
import { createLibrary, joinShelves } from './definitions/library.ts';
import type { Library, Shelf } from './definitions/library.ts';
import { createRuleCompiler } from './invariants.ts';
import type { ValueSetIr } from './ir.ts';
import { loadModule } from './load-module.ts';
import type { FastCheck } from './registry.ts';
import type { CheckModule } from './runtime.ts';
import type { CodeList } from './terminology/code-list.ts';
import { createValidator } from './validator.ts';
import type { Validator } from './validator.ts';

/** The validator has not been built, or what was built cannot be read. */
export class ValidatorNotBuilt extends Error {
  override readonly name = 'ValidatorNotBuilt';
}

/**
 * Loads the compiled validator from `generated/` (some hundredths of a second); what explains faults and what R4 itself defines is opened
 * at its first use. Codes of systems of others that a site holds are added to the ministry's. Rejects with ValidatorNotBuilt when there is none.
 */
export function loadValidator(folder: string = join(packageRoot, 'generated'), codeLists: readonly CodeList[] = []): Promise<Validator> {
  return new Promise((resolve) => {
    resolve(openValidator(folder, loadModule, codeLists));
  });
}

/** Puts a validator together from a folder, with modules as `load` gives them. Throws ValidatorNotBuilt when there is none. */
export function openValidator(folder: string, load: typeof loadModule = loadModule, codeLists: readonly CodeList[] = []): Validator {
  try {
    const { resourceTypes, profileTypes, extensions, ownDomain } = readManifest(folder);
    return createValidator({
      ...{
        resourceTypes,
        ownDomain,
        profileTypes: new Map(profileTypes),
        extensions: new Map(extensions),
        compileRule: createRuleCompiler(),
      },
      valueSets: readExpansions(folder),
      library: toLibrary(folder),
      codeLists: () => [...readCodeLists(folder), ...codeLists],
      baseFast: load(folder, 'base-fast').run() as CheckModule<FastCheck>,
      profilesFast: load(folder, 'profiles-fast').run() as CheckModule<FastCheck>,
      loadDiagnoses: () => ({
        base: load(folder, 'base-diagnose').run() as CheckModule<Diagnosis>,
        profiles: load(folder, 'profiles-diagnose').run() as CheckModule<Diagnosis>,
      }),
    });
  } catch (cause) {
    throw new ValidatorNotBuilt(`The compiled validator in ${folder} cannot be loaded. Run npm run build.`, { cause });
  }
}

/** Where a part of the definitions of R4 lies. */
export function toShelfFile(folder: string, shelf: Shelf): string {
  return join(folder, `library-${shelf}.gz`);
}

// The files below are written by build-validators.ts in the same version: they are read as what that wrote.
function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

function readExpansions(folder: string): readonly ValueSetIr[] {
  return JSON.parse(readFileSync(join(folder, 'value-sets.json'), 'utf8')) as readonly ValueSetIr[];
}

function readCodeLists(folder: string): readonly CodeList[] {
  return JSON.parse(readFileSync(join(folder, 'code-lists.json'), 'utf8')) as readonly CodeList[];
}

function toLibrary(folder: string): Library {
  const open = (shelf: Shelf): Library => createLibrary(() => gunzipSync(readFileSync(toShelfFile(folder, shelf))).toString('utf8'));
  return joinShelves({ types: open('types'), profiles: open('profiles'), codes: open('codes'), sets: open('sets') });
}
