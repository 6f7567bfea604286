import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** One case of a suite: a file, what it is validated with, and the verdict of the reference validator. */
export interface SuiteCase {
  readonly id: string;
  /** Relative to the suite's folder, as every other file of a case. */
  readonly file: string;
  readonly tier: string;
  readonly expected: 'valid' | 'invalid';
  /** The file of a StructureDefinition, or a canonical. */
  readonly profiles: readonly string[];
  /** Files of definitions and Questionnaires the case stands on. */
  readonly supporting: readonly string[];
  /** Implementation guides the case asks for, which a suite does not bring. */
  readonly packages: readonly string[];
  /** Switches of the reference validator. */
  readonly options: JsonObject;
}

/** Reads the cases of a suite's manifest.json; what has no id, file, tier and verdict is answered as faults, by their place. */
export function readSuite(manifest: unknown): { readonly cases: readonly SuiteCase[]; readonly faults: readonly string[] } {
  const listed = isObject(manifest) ? manifest['cases'] : undefined;
  if (!Array.isArray(listed)) return { cases: [], faults: ['cases'] };
  const read = listed.map(readCase);
  const faults = read.flatMap((each, at) => (each === undefined ? [`cases[${String(at)}]`] : []));
  return { cases: read.filter((each) => each !== undefined), faults };
}

function readCase(written: unknown): SuiteCase | undefined {
  if (!isObject(written)) return undefined;
  const { id, file, tier, expected, options } = written;
  if (typeof id !== 'string' || typeof file !== 'string' || typeof tier !== 'string') return undefined;
  if (expected !== 'valid' && expected !== 'invalid') return undefined;
  const profiles = toTexts(written['profile']);
  const supporting = toTexts(written['supporting']);
  const packages = toTexts(written['packages']);
  return { id, file, tier, expected, profiles, supporting, packages, options: isObject(options) ? options : {} };
}

/** One text, a list of them, or none. */
function toTexts(written: unknown): readonly string[] {
  const listed: readonly unknown[] = Array.isArray(written) ? written : [written];
  return listed.filter((each) => typeof each === 'string');
}
