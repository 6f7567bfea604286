import type { JsonObject } from '../validate/json.ts';
import { loadDefinitions } from '../validate/load-definitions.ts';
import type { FileProblem } from '../validate/load-definitions.ts';

/** A definition, folder or package cannot be read. */
export class DefinitionsFault extends Error {
  override readonly name = 'DefinitionsFault';
}

const SAID: Readonly<Record<FileProblem['reason'], string>> = {
  unreadable: 'definisi tidak dapat dibaca / definitions cannot be read',
  'too-large': 'definisi terlalu besar / definitions too large',
  'not-json': 'definisi bukan JSON / definitions are no JSON',
  'not-fhir': 'bukan resource FHIR dalam JSON / is no FHIR resource in JSON',
  'not-a-package': 'paket tidak dapat dibuka / package cannot be opened',
};

/** Reads definitions from JSON files, folders of them (and below), and FHIR packages. Rejects with DefinitionsFault for the first that cannot be read. */
export async function readDefinitions(paths: readonly string[]): Promise<readonly JsonObject[]> {
  const { resources, problems } = await loadDefinitions(paths);
  const [problem] = problems;
  if (problem !== undefined) throw new DefinitionsFault(`${problem.file}: ${SAID[problem.reason]}`);
  return resources;
}
