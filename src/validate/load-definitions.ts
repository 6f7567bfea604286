import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readPackage } from './definitions/read-package.ts';
import type { PackedFile } from './definitions/read-package.ts';
import { isObject, toObjects } from './json.ts';
import type { JsonObject } from './json.ts';

/** A file that gave no definition although it should have. */
export interface FileProblem {
  readonly file: string;
  readonly reason: 'unreadable' | 'too-large' | 'not-json' | 'not-fhir' | 'not-a-package';
}

/** What was found in files, folders and packages; hand `resources` to `Validator.with`. */
interface LoadedDefinitions {
  readonly resources: readonly JsonObject[];
  readonly problems: readonly FileProblem[];
}

/** Larger than the largest code systems that guides publish. */
const LARGEST_FILE = 128 * 1024 * 1024;
const NOTHING: LoadedDefinitions = { resources: [], problems: [] };

/**
 * Reads definitions from JSON files, folders of them (and below), and FHIR packages (`package.tgz`, `.tar.gz`); a Bundle stands for what is in it.
 * What one package needs of another is found by its canonical, so that the order does not matter. Never rejects: what cannot be read is a problem,
 * except JSON in folders and packages that is no FHIR resource, which is passed over.
 */
export async function loadDefinitions(paths: readonly string[]): Promise<LoadedDefinitions> {
  const parts: LoadedDefinitions[] = [];
  for (const path of paths) parts.push(await loadPath(path));
  return gather(parts);
}

async function loadPath(path: string): Promise<LoadedDefinitions> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await loadFolder(path);
    return found.size > LARGEST_FILE ? toProblem(path, 'too-large') : await loadFile(path);
  } catch {
    // Gone, or not for us to read: which of them, the caller can see by looking.
    return toProblem(path, 'unreadable');
  }
}

async function loadFile(path: string): Promise<LoadedDefinitions> {
  const bytes = await readFile(path);
  if (/\.(?:tgz|tar\.gz)$/.test(path)) return loadPackage(path, bytes);
  return toResources(path, bytes.toString('utf8'), toProblem(path, 'not-fhir'));
}

async function loadFolder(folder: string): Promise<LoadedDefinitions> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(?:json|tgz|tar\.gz)$/.test(name));
  const parts: LoadedDefinitions[] = [];
  for (const name of names.sort()) {
    const file = join(folder, name);
    parts.push(name.endsWith('.json') ? await loadText(file) : await loadPath(file));
  }
  return gather(parts);
}

async function loadText(file: string): Promise<LoadedDefinitions> {
  const { size } = await stat(file);
  return size > LARGEST_FILE ? toProblem(file, 'too-large') : toResources(file, await readFile(file, 'utf8'), NOTHING);
}

async function loadPackage(path: string, bytes: Buffer): Promise<LoadedDefinitions> {
  let files: readonly PackedFile[];
  try {
    files = await readPackage(bytes);
  } catch {
    return toProblem(path, 'not-a-package');
  }
  return gather(files.map(({ name, text }) => toResources(`${path}:${name}`, text, NOTHING)));
}

/** The resources a text holds; `otherwise` is the answer for JSON that is no resource. */
function toResources(file: string, text: string, otherwise: LoadedDefinitions): LoadedDefinitions {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return toProblem(file, 'not-json');
  }
  if (!isObject(json) || typeof json['resourceType'] !== 'string') return otherwise;
  return { resources: unpack(json), problems: [] };
}

function unpack(resource: JsonObject): readonly JsonObject[] {
  if (resource['resourceType'] !== 'Bundle') return [resource];
  return toObjects(resource['entry'])
    .map((entry) => entry['resource'])
    .filter(isObject);
}

function toProblem(file: string, reason: FileProblem['reason']): LoadedDefinitions {
  return { resources: [], problems: [{ file, reason }] };
}

function gather(parts: readonly LoadedDefinitions[]): LoadedDefinitions {
  return { resources: parts.flatMap((part) => part.resources), problems: parts.flatMap((part) => part.problems) };
}
