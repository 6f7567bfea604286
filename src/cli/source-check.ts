import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { toFinding } from '../kit/check/check-finding.ts';
import type { WrittenOutcome } from '../kit/check/compare-outcome.ts';
import { judgeBundles, toBundleFindings } from '../kit/check/judge-bundles.ts';
import type { ReadSample } from '../kit/check/judge-sample.ts';
import { judgeSample } from '../kit/check/judge-sample.ts';
import { judgeTables, judgeUses } from '../kit/check/judge-tables.ts';
import { watchSource } from '../kit/check/watch-source.ts';
import { loadTables } from '../load-tables.ts';
import type { Tables } from '../load-tables.ts';
import { compileSource } from '../map/compile-source.ts';
import { toGiven } from '../map/given.ts';
import { isLocalDate } from '../map/days.ts';
import type { Source } from '../map/source.ts';
import type { LocalDate } from '../map/visit.ts';
import type { TableFile } from '../map/tables/read-table.ts';
import { packageRoot } from '../root.ts';
import { readSnapshot } from '../validate/read-snapshot.ts';
import { isObject } from '../validate/json.ts';
import type { CheckedFolder } from './checked-folder.ts';
import { toConvertedBundle } from './compose-bundle.ts';
import { printCheck, printFaults } from './print-check.ts';
import type { SourcePrinting } from './source-new.ts';
import { SourceCallError } from './source-new.ts';
import type { Trial } from './try-file.ts';
import { tryFile } from './try-file.ts';
import type { Language } from './validate-options.ts';

/** What `titian source check` is told beside the folder. */
export interface CheckSourceOptions {
  readonly site?: string;
  readonly programme?: string;
  readonly json: boolean;
  readonly lang: Language;
}

/** Checks a source folder; 0 = ready, 1 = there is something to do, 2 = its tables cannot be used. */
export async function checkSource(dir: string, options: CheckSourceOptions, printing: SourcePrinting): Promise<0 | 1 | 2> {
  const files = await readTables(dir);
  const tables = await loadTables([join(packageRoot, 'sources')], [options.programme ?? []].flat());
  const compiled = compileSource(basename(resolve(dir)), files, tables.programme);
  if (!compiled.ok) {
    printFaults(dir, compiled.issues, { ...options, ...printing });
    return 2;
  }
  const checked = await checkFolder({ dir, files, source: compiled.value, tables }, options, printing.today);
  printCheck(checked, { ...options, ...printing });
  return checked.findings.some(({ weight }) => weight === 'kerjakan') ? 1 : 0;
}

interface Folder {
  readonly dir: string;
  readonly files: readonly TableFile[];
  readonly source: Source;
  readonly tables: Tables;
}

async function checkFolder({ dir, files, source, tables }: Folder, { site }: CheckSourceOptions, today: LocalDate): Promise<CheckedFolder> {
  const watched = watchSource(source);
  const names = await listSamples(dir);
  const samples: { readonly name: string; readonly trial: Trial; readonly read: ReadSample }[] = [];
  for (const name of names)
    samples.push(await readSample(join(dir, 'samples', name), watched.source, { tables, today, ...toGiven({ site }) }));
  const bundles = judgeBundles(
    samples.flatMap(({ trial }) => toBundles(trial, tables)),
    await readProfiles(),
    tables.validator,
  );
  const uses = watched.uses();
  const { elements } = tables.programme.elements;
  const isShown = (target: string): boolean =>
    (elements.get(target)?.kerahasiaan ?? (target.startsWith('person.sex') ? 'umum' : '')) === 'umum';
  const findings = [
    ...judgeTables(files, source),
    ...(names.length === 0 ? [noSample] : judgeUses(uses, isShown)),
    ...samples.flatMap(({ read }) => judgeSample(read)),
    ...toBundleFindings(bundles),
  ];
  return { dir, source, samples, uses, bundles, findings };
}

const noSample = toFinding('kerjakan', 'tanpa-contoh', 'samples', {
  id: 'tidak ada contoh; taruh satu berkas berisi orang rekaan di samples/',
  en: 'there is no sample; put a file with invented people into samples/',
});

function toBundles({ conversion, site }: Trial, tables: Tables): readonly unknown[] {
  const toBundle = toConvertedBundle(tables, site);
  return conversion.visits.map((visit) => toBundle(visit));
}

async function readSample(
  path: string,
  source: Source,
  setting: { readonly tables: Tables; readonly today: LocalDate; readonly site?: string },
) {
  const outcome = await readOutcome(path.replace(/\.\w+$/, '.expected.json'));
  const { place, asOf } = outcome?.assumptions ?? {};
  const today = asOf !== undefined && isLocalDate(asOf) ? asOf : setting.today;
  const trial = await tryFile(path, source, { ...setting, today, request: toGiven({ place }) });
  const { isRefused, issues, conversion } = trial;
  const text = await readFile(path, 'latin1');
  return { name: basename(path), trial, read: { name: basename(path), text, isRefused, issues, conversion, ...toGiven({ outcome }) } };
}

async function readOutcome(path: string): Promise<WrittenOutcome | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as WrittenOutcome;
  } catch (cause) {
    throw new SourceCallError(`${path}: bukan JSON / is not JSON`, { cause });
  }
}

async function listSamples(dir: string): Promise<readonly string[]> {
  const names = await readdir(join(dir, 'samples')).catch((): string[] => []);
  return names.filter((name) => !name.endsWith('.expected.json') && !name.startsWith('.') && !name.endsWith('.md')).sort();
}

async function readTables(dir: string): Promise<readonly TableFile[]> {
  const isFolder = await stat(dir).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new SourceCallError(`${dir}: bukan folder sumber / is no folder of a source`);
  const names = (await readdir(dir)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => ({ path: join(dir, name), text: await readFile(join(dir, name), 'utf8') })));
}

/** Every profile of ours, as it was published. */
async function readProfiles() {
  const folder = join(packageRoot, 'profiles', 'definitions');
  const names = (await readdir(folder)).filter((name) => name.startsWith('StructureDefinition-')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => {
    const definition: unknown = JSON.parse(text);
    const profile = isObject(definition) ? readSnapshot(definition) : undefined;
    return profile === undefined ? [] : [profile];
  });
}
