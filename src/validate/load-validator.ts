import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { packageRoot } from '../root.ts';
import type { Diagnosis } from './collector.ts';
import type { Manifest } from './compile-definitions.ts';
import { createLibrary } from './definitions/library.ts';
import { createRuleCompiler } from './invariants.ts';
import type { ValueSetIr } from './ir.ts';
import type { FastCheck } from './registry.ts';
import type { CheckModule } from './runtime.ts';
import { createValidator } from './validator.ts';
import type { Validator } from './validator.ts';

/** The validator has not been built, or what was built cannot be read. */
export class ValidatorNotBuilt extends Error {
  override readonly name = 'ValidatorNotBuilt';
}

/** Loads the compiled validator from `generated/` (about a tenth of a second). Rejects with ValidatorNotBuilt when there is none. */
export async function loadValidator(folder: string = join(packageRoot, 'generated')): Promise<Validator> {
  try {
    const [manifest, valueSets, baseFast, baseDiagnose, profilesFast, profilesDiagnose] = await Promise.all([
      readManifest(folder),
      readExpansions(folder),
      readModule<FastCheck>(folder, 'base-fast'),
      readModule<Diagnosis>(folder, 'base-diagnose'),
      readModule<FastCheck>(folder, 'profiles-fast'),
      readModule<Diagnosis>(folder, 'profiles-diagnose'),
    ]);
    const { resourceTypes, profileTypes, ownDomain } = manifest;
    const parts = { resourceTypes, ownDomain, valueSets, profileTypes: new Map(profileTypes), compileRule: createRuleCompiler() };
    return createValidator({
      ...parts,
      library: createLibrary(() => readLibraryText(folder)),
      baseFast,
      baseDiagnose,
      profilesFast,
      profilesDiagnose,
    });
  } catch (cause) {
    throw new ValidatorNotBuilt(`The compiled validator in ${folder} cannot be loaded. Run npm run build.`, { cause });
  }
}

// The files below are written by build-validators.ts in the same version: they are read as what that wrote.
async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

function readLibraryText(folder: string): string {
  return gunzipSync(readFileSync(join(folder, 'library.gz'))).toString('utf8');
}

async function readExpansions(folder: string): Promise<readonly ValueSetIr[]> {
  return JSON.parse(await readFile(join(folder, 'value-sets.json'), 'utf8')) as readonly ValueSetIr[];
}

async function readModule<Check>(folder: string, name: string): Promise<CheckModule<Check>> {
  const module = (await import(pathToFileURL(join(folder, `${name}.js`)).href)) as { readonly create: CheckModule<Check> };
  return module.create;
}
