import { parse } from 'yaml';
import { readProgrammeFiles } from '../../../src/ingest/programme-files.ts';
import type { SettledFhir } from '../../../src/map/tables/fhir-schema.ts';
import { packageRoot } from '../../../src/root.ts';

/** Every option that is not the default, by its setting. */
export async function listOptions(): Promise<readonly (readonly [string, string])[]> {
  const files = (await readProgrammeFiles(packageRoot)).filter(({ path }) => path.includes('elements/'));
  const tables = files.map(({ text }) => parse(text) as Readonly<Record<string, { readonly fhir?: Partial<SettledFhir> }>>);
  const settled = tables.flatMap((table) => Object.values(table)).flatMap(({ fhir }) => (fhir?.setting === undefined ? [] : [fhir]));
  return settled.flatMap(({ setting = '', default: usual, options = {} }) =>
    Object.keys(options).flatMap((option) => (option === usual ? [] : [[setting, option] as const])),
  );
}
