import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parseJson } from '../validate/judge-text.ts';
import { isObject, toObjects } from '../validate/json.ts';
import type { JsonObject } from '../validate/json.ts';

/** A definition, folder or package cannot be read. */
export class DefinitionsFault extends Error {
  override readonly name = 'DefinitionsFault';
}

/** What a package may unpack to: the largest public guides stay below. */
const largestPackage = 1024 * 1048576;
const block = 512;

/**
 * Reads definitions from JSON files, folders of them (and below), and FHIR packages (`package.tgz`). A Bundle stands for what is in it;
 * of folders and packages what is no FHIR resource is passed over. Rejects with DefinitionsFault.
 */
export async function readDefinitions(paths: readonly string[]): Promise<readonly JsonObject[]> {
  return (await Promise.all(paths.map(readPath))).flat().flatMap(unpack);
}

async function readPath(path: string): Promise<readonly JsonObject[]> {
  try {
    if ((await stat(path)).isDirectory()) return await readFolder(path);
    const bytes = await readFile(path);
    if (/\.(?:tgz|tar\.gz)$/.test(path)) return await readPackage(bytes);
    return [toResource(bytes.toString('utf8')) ?? toFault(path)];
  } catch (cause) {
    if (cause instanceof DefinitionsFault) throw cause;
    throw new DefinitionsFault(`${path}: definisi tidak dapat dibaca / definitions cannot be read`, { cause });
  }
}

async function readFolder(folder: string): Promise<readonly JsonObject[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map(toResource).filter((each) => each !== undefined);
}

/** A tar archive is headers of 512 bytes, each with a name and an octal size, each followed by its file (POSIX 1003.1, ustar). */
async function readPackage(bytes: Buffer): Promise<readonly JsonObject[]> {
  const tar = await promisify(gunzip)(bytes, { maxOutputLength: largestPackage });
  const resources: JsonObject[] = [];
  for (let at = 0; at + block <= tar.length;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8);
    const from = at + block;
    const resource = /^package\/[^/]+\.json$/.test(name) ? toResource(tar.toString('utf8', from, from + size)) : undefined;
    if (resource !== undefined) resources.push(resource);
    at = from + (Number.isNaN(size) ? 0 : Math.ceil(size / block) * block);
  }
  return resources;
}

function toResource(text: string): JsonObject | undefined {
  const { value } = parseJson(text.replace(/^\uFEFF/, ''));
  return isObject(value) && typeof value['resourceType'] === 'string' ? value : undefined;
}

function toFault(path: string): never {
  throw new DefinitionsFault(`${path}: bukan resource FHIR dalam JSON / is no FHIR resource in JSON`);
}

function unpack(resource: JsonObject): readonly JsonObject[] {
  if (resource['resourceType'] !== 'Bundle') return [resource];
  return toObjects(resource['entry'])
    .map((entry) => entry['resource'])
    .filter(isObject);
}
