import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { toCaseOptions } from '../validate/conformance/case-options.ts';
import { readSuite } from '../validate/conformance/read-suite.ts';
import type { SuiteCase } from '../validate/conformance/read-suite.ts';
import { scoreSuite } from '../validate/conformance/score-suite.ts';
import type { JudgedCase } from '../validate/conformance/score-suite.ts';
import { isObject } from '../validate/json.ts';
import type { JsonObject } from '../validate/json.ts';
import { judgeText, parseJson } from '../validate/text/judge-text.ts';
import { loadValidator } from '../validate/load-validator.ts';
import type { ValidationResult, Validator } from '../validate/validator.ts';
import { printScore } from './print-score.ts';

/** A suite cannot be read. */
class SuiteFault extends Error {
  override readonly name = 'SuiteFault';
}

/** Adds `titian conformance DIR [--json]`: how often we agree with the reference verdicts of a suite. */
export function addConformanceCommand(program: Command): void {
  program
    .command('conformance')
    .description(
      'jalankan kumpulan uji dengan putusan acuan, yang ditulis dalam FOLDER/manifest.json / run a suite with reference verdicts, laid out in FOLDER/manifest.json',
    )
    .argument('<folder>')
    .option('--json', 'satu objek JSON / one JSON object', false)
    .action(async (folder: string, { json }: { readonly json: boolean }) => {
      printScore(await runSuite(folder), { json, out: process.stdout, err: process.stderr });
    });
}

/** What running a suite gave: the verdicts, and what of the cases could not be honoured, by its name. */
export interface SuiteRun {
  readonly tiers: ReturnType<typeof scoreSuite>;
  readonly ignored: ReadonlyMap<string, number>;
}

/** Judges every case of a suite. Rejects with SuiteFault where the manifest or a file it names cannot be read. */
export async function runSuite(folder: string): Promise<SuiteRun> {
  const { cases, faults } = readSuite(await readJson(join(folder, 'manifest.json')));
  if (faults.length > 0) throw new SuiteFault(`manifest.json: tidak terbaca / cannot be read: ${faults.join(', ')}`);
  const validator = await loadValidator();
  const judged: JudgedCase[] = [];
  for (const given of cases) judged.push({ given, valid: (await judgeCase(validator, folder, given)).valid });
  return { tiers: scoreSuite(judged), ignored: countIgnored(cases) };
}

/** Judges the text, the resource and its profiles of one case; it holds when nothing graver than a warning is found. */
export async function judgeCase(validator: Validator, folder: string, given: SuiteCase): Promise<ValidationResult> {
  const own = given.profiles.filter(isFile);
  const definitions = await Promise.all([...new Set([...given.supporting, ...own])].map((file) => readJson(join(folder, file))));
  const text = await readText(join(folder, given.file));
  const profiles = await Promise.all(
    given.profiles.map(async (profile) => (isFile(profile) ? toUrl(await readJson(join(folder, profile))) : profile)),
  );
  const { options } = toCaseOptions(given.options);
  return judgeText(definitions.length === 0 ? validator : validator.with(definitions.flatMap(unpack)), text, { profiles, options }).result;
}

/** A profile is named by its file in the suite or by its canonical. */
function isFile(profile: string): boolean {
  return profile.endsWith('.json') && !/^[a-z]+:/.test(profile);
}

function toUrl(definition: JsonObject): string {
  return String(definition['url']);
}

/** A Bundle stands for the definitions in it. */
function unpack(definition: JsonObject): readonly JsonObject[] {
  const entries = definition['resourceType'] === 'Bundle' ? definition['entry'] : undefined;
  if (!Array.isArray(entries)) return [definition];
  return entries.map((entry: unknown) => (isObject(entry) ? entry['resource'] : undefined)).filter(isObject);
}

function countIgnored(cases: readonly SuiteCase[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const names = cases.flatMap(({ options, packages }) => [...toCaseOptions(options).ignored, ...packages.map((name) => `package ${name}`)]);
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

async function readJson(file: string): Promise<JsonObject> {
  const text = await readText(file);
  const { ok, value } = parseJson(text);
  if (!ok) throw new SuiteFault(`${file}: bukan JSON / is not JSON`);
  if (!isObject(value)) throw new SuiteFault(`${file}: bukan objek JSON / is no JSON object`);
  return value;
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SuiteFault(`${file}: tidak dapat dibaca / cannot be read`, { cause });
  });
}
