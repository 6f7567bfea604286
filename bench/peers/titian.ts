import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';
import { buildValidators } from '../../src/validate/build-validators.ts';
import type { JsonObject } from '../../src/validate/json.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';
import type { Judge } from './judge.ts';

/** Compiles our validator with more profiles than it ships, as the build does; answers the folder it can be loaded from. */
export function buildTitian(definitions: readonly JsonObject[]): string {
  const folder = join(packageRoot, '.bench', 'definitions');
  const generated = join(packageRoot, '.bench', 'generated');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  definitions.forEach((definition, at) => {
    writeFileSync(join(folder, `${String(at).padStart(4, '0')}.json`), JSON.stringify(definition));
  });
  buildValidators(folder, generated);
  return generated;
}

/** Makes a judge of our validator: the path that answers without explaining. */
export async function createTitian(folder: string): Promise<Judge> {
  const validator = await loadValidator(folder);
  return { name: 'titian', accepts: (text) => validator.judge(JSON.parse(text)) !== 'invalid' };
}
