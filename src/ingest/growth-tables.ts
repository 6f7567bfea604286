import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Checked } from '../fhir/checked.ts';
import type { GrowthTableName, GrowthTables } from '../insight/growth/parse-growth-tables.ts';
import { growthTableForms, parseGrowthTables } from '../insight/growth/parse-growth-tables.ts';
import type { GrowthThresholds } from '../insight/growth/growth-thresholds-schema.ts';
import { readProgrammeTable } from './programme-files.ts';
import { parseGrowthThresholds } from '../insight/growth/parse-growth-thresholds.ts';

/** The growth data of the programme cannot be read: the installation is damaged or a threshold was mistyped. */
export class GrowthDataError extends Error {
  override readonly name = 'GrowthDataError';
}

/** Reads the WHO tables below `root`/programme/growth, or throws a GrowthDataError that names file and line. */
export async function loadGrowthTables(root: string): Promise<GrowthTables> {
  const read = (name: GrowthTableName): Promise<string> => readText(join(root, 'programme', 'growth', growthTableForms[name].file));
  const [weightForAge, lengthForAge, bmiForAge, headForAge, armForAge] = await Promise.all([
    read('weightForAge'),
    read('lengthForAge'),
    read('bmiForAge'),
    read('headForAge'),
    read('armForAge'),
  ]);
  const [weightForLength, weightForHeight, bmiForMonth, heightForMonth, weightForMonth] = await Promise.all([
    read('weightForLength'),
    read('weightForHeight'),
    read('bmiForMonth'),
    read('heightForMonth'),
    read('weightForMonth'),
  ]);
  const byDay = { weightForAge, lengthForAge, bmiForAge, headForAge, armForAge };
  return valueOf(parseGrowthTables({ ...byDay, weightForLength, weightForHeight, bmiForMonth, heightForMonth, weightForMonth }));
}

/** Reads the bands of nutritional status and the weighing rules of `root`/programme/thresholds-growth.yaml or of an `own` folder, or throws a GrowthDataError. */
export async function loadGrowthThresholds(root: string, own: readonly string[] = []): Promise<GrowthThresholds> {
  const { path, text } = await readProgrammeTable(root, 'programme/thresholds-growth.yaml', own);
  return valueOf(parseGrowthThresholds(parseYaml(text, path), path));
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (cause) {
    throw new GrowthDataError(`${file}: bukan YAML yang sah / not valid YAML`, { cause });
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new GrowthDataError(`${path}: tidak terbaca, pulihkan dari paket Titian / cannot be read, restore it from the Titian package`, {
      cause,
    });
  }
}

function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new GrowthDataError(checked.issues.map((issue) => `${issue.text} / ${issue.diagnostics}`).join('\n'));
}
