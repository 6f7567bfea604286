import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';
import { readBase } from '../../src/validate/build-validators.ts';
import { createCompletion } from '../../src/validate/definitions/complete-definition.ts';
import type { JsonObject } from '../../src/validate/json.ts';
import { toText } from '../../src/validate/json.ts';

/** A resource that is timed: the file it stands in, its hash, and its text as it would be sent, without layout. */
export interface TimedResource {
  readonly file: string;
  readonly sha256: string;
  readonly resourceType: string;
  readonly text: string;
}

const OWN_EXAMPLES = 'profiles/examples/valid';
const MORE_RESOURCES = 'bench/validate/resources';
const OWN_DEFINITIONS = 'profiles/definitions';
const MORE_PROFILES = 'bench/validate/profiles';

/** Reads the first example of each of our profiles, and resources of like weight for the types that have none of ours; each names its profile. */
export function readSet(): readonly TimedResource[] {
  const profiles = new Set<string>();
  return [...readTexts(OWN_EXAMPLES), ...readTexts(MORE_RESOURCES)].flatMap(({ file, bytes }) => {
    const resource = JSON.parse(bytes.toString('utf8')) as JsonObject;
    const profile = JSON.stringify((resource['meta'] as JsonObject)['profile']);
    if (profiles.has(profile)) return [];
    profiles.add(profile);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return [{ file, sha256, resourceType: toText(resource['resourceType']), text: JSON.stringify(resource) }];
  });
}

/** Reads the profiles that the timed resources name, ours and those of the bench, each with its snapshot, and the terminology they bind. */
export function readDefinitions(base: readonly JsonObject[] = readBase()): readonly JsonObject[] {
  return [...readJson(OWN_DEFINITIONS), ...readBenchProfiles(base)];
}

/** Reads the profiles of the bench alone and makes the snapshots they are committed without: those weigh fifty times as much. */
export function readBenchProfiles(base: readonly JsonObject[]): readonly JsonObject[] {
  const types = base.filter((definition) => definition['resourceType'] === 'StructureDefinition');
  const byUrl = new Map(types.map((definition) => [toText(definition['url']), definition]));
  return readJson(MORE_PROFILES).map(createCompletion((canonical) => byUrl.get(canonical)));
}

function readJson(folder: string): readonly JsonObject[] {
  return readTexts(folder).map(({ bytes }) => JSON.parse(bytes.toString('utf8')) as JsonObject);
}

function readTexts(folder: string): readonly { readonly file: string; readonly bytes: Buffer }[] {
  const names = readdirSync(join(packageRoot, folder)).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => ({ file: `${folder}/${name}`, bytes: readFileSync(join(packageRoot, folder, name)) }));
}
