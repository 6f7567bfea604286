import { loadDefinitions } from '../validate/load-definitions.ts';
import type { FileProblem } from '../validate/load-definitions.ts';
import type { JsonObject } from '../validate/json.ts';

/** Definitions that were named cannot be read; the message says which files, and why. */
export class DefinitionsFault extends Error {
  override readonly name = 'DefinitionsFault';
}

const WHYS: Readonly<Record<FileProblem['reason'], string>> = {
  unreadable: 'tidak dapat dibaca; periksa nama dan izinnya / cannot be read; check its name and permissions',
  'too-large': 'terlalu besar untuk definisi / too large for definitions',
  'not-json': 'bukan JSON / is not JSON',
  'not-fhir': 'bukan resource FHIR / is no FHIR resource',
  'not-a-package': 'bukan paket FHIR (package.tgz) / is no FHIR package (package.tgz)',
};

/** Reads the definitions a command names. Rejects with DefinitionsFault: to validate without some of them would pass in silence. */
export async function readDefinitions(paths: readonly string[]): Promise<readonly JsonObject[]> {
  const { resources, problems } = await loadDefinitions(paths);
  if (problems.length > 0) throw new DefinitionsFault(problems.map(({ file, reason }) => `${file}: ${WHYS[reason]}`).join('\n'));
  return resources;
}
