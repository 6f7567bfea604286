import { readDefinitions } from '../validate/read-set.ts';
import type { Judge } from './judge.ts';
import { createLantana } from './lantana.ts';
import { createMedplum } from './medplum.ts';
import { createOfficialSchema } from './official-schema.ts';
import { buildTitian, createTitian } from './titian.ts';

/** Ours and the others, ready to judge; with the folder ours was compiled to. */
interface Judges {
  readonly folder: string;
  readonly titian: Judge;
  readonly medplum: Judge;
  readonly profiledMedplum: Judge;
  readonly lantana: Judge;
  readonly officialSchema: Judge;
}

/** Makes every validator that is compared, all with the same definitions as far as they take any. */
export async function createJudges(): Promise<Judges> {
  const definitions = readDefinitions();
  const folder = buildTitian(definitions);
  const { base, profiled } = createMedplum(definitions);
  return {
    folder,
    titian: await createTitian(folder),
    medplum: base,
    profiledMedplum: profiled,
    lantana: createLantana(),
    officialSchema: createOfficialSchema(),
  };
}
