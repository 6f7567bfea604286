import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import type { Issue } from '../fhir/issue.ts';
import { openRows } from '../gateway/open-rows.ts';
import { loadTables } from '../load-tables.ts';
import type { Tables } from '../load-tables.ts';
import { convertRows } from '../map/convert/convert-rows.ts';
import type { Conversion } from '../map/convert/convert-rows.ts';
import { isLocalDate } from '../map/days.ts';
import { toGiven } from '../map/given.ts';
import { createReadingLog, type ReadingLog } from '../map/lineage/reading-log.ts';
import { toLineage, type LineageSetting } from '../map/lineage/to-lineage.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import { toNearestWord } from '../map/nearest-word.ts';
import { resolvePlace } from '../map/places/resolve-place.ts';
import type { Site } from '../map/place.ts';
import { readMonth } from '../map/conversions/read-month.ts';
import type { RowContext } from '../map/rows/row-context.ts';
import type { Source } from '../map/source.ts';
import type { LocalDate } from '../map/visit.ts';
import { readSiteFolder } from '../open-titian.ts';
import { packageRoot } from '../root.ts';
import { conversionEnvironment, conversionIdOf, toConvertedBundle } from './compose-bundle.ts';
import { toLocalToday } from './local-today.ts';
import { printConversion } from './print-conversion.ts';
import type { BundleOf } from './print-conversion.ts';
import { printLineage } from './print-lineage.ts';
import { printProvenance } from './print-provenance.ts';
import { printValues } from './print-values.ts';

/** What `titian convert` is told beside the file. */
export interface ConvertOptions {
  readonly source: string;
  readonly place?: string;
  readonly date?: string;
  readonly month?: string;
  readonly asOf?: string;
  readonly site?: string;
  readonly sources?: string;
  readonly programme?: string;
  readonly json: boolean;
  readonly values?: boolean;
  readonly lineage?: boolean;
  readonly provenance?: boolean;
}

/** Where the command prints, what day it is, and how a visit becomes a bundle (left out where nobody wires it). */
export interface ConvertPrinting {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly today: LocalDate;
  readonly toBundle?: (tables: Tables, site: Site) => BundleOf;
  /** The ids and the environment that the resources of a conversion have. */
  readonly naming?: Pick<LineageSetting, 'idOf' | 'environment'>;
}

/** What a file came to, with the issues of the file itself. */
export interface ConvertedFile {
  readonly conversion: Conversion;
  readonly issues: readonly Issue[];
}

/** The command was called with something that does not exist, or that is no date. */
export class ConvertCallError extends Error {
  override readonly name = 'ConvertCallError';
}

/** Adds `titian convert`: reads a file into an empty gateway, without platform, history or database, and prints what comes of it. */
export function addConvertCommand(program: Command): void {
  program
    .command('convert')
    .description('baca berkas tanpa menyimpan atau mengirim / read a file without storing or sending')
    .argument('<file>', 'berkas setempat / local file')
    .requiredOption('--source <name>', 'nama sumber, folder di sources/ / name of the source')
    .option('--place <name>', 'tempat, bila tidak ada di berkas / place')
    .option('--date <date>', 'tanggal kunjungan YYYY-MM-DD, bila tidak ada di berkas / visit date')
    .option('--month <month>', 'bulan YYYY-MM, bila tidak ada di berkas / month')
    .option('--as-of <date>', 'hari pembacaan, bawaan hari ini / day of reading')
    .option('--site <dir>', 'folder jejaring, bawaan site-example / site folder')
    .option('--sources <dir>', 'folder sumber tambahan / further folder of sources')
    .option('--programme <dir>', "folder tabel program sendiri / folder of programme tables of one's own")
    .option('--values', 'isi yang terbaca, sel demi sel, untuk dicocokkan dengan berkas / what was read, to compare with the file', false)
    .option('--lineage', 'sel, konversi dan aturan asal tiap unsur FHIR / source cell, conversion and rule of every FHIR element', false)
    .option('--provenance', 'Provenance tiap kunjungan, satu Bundle per baris / Provenance of every visit, one Bundle a line', false)
    .option('--json', 'satu objek JSON per baris / one JSON object a line', false)
    .action(async (file: string, options: ConvertOptions) => {
      const naming = { idOf: conversionIdOf, environment: conversionEnvironment };
      const printing = { out: process.stdout, err: process.stderr, today: toLocalToday(new Date()), toBundle: toConvertedBundle, naming };
      process.exitCode = await convertAndPrint(file, options, printing);
    });
}

/** Converts and prints; 0 = every row is accepted, 1 = some are quarantined, 2 = the file or the call cannot be used. */
export async function convertAndPrint(file: string, options: ConvertOptions, printing: ConvertPrinting): Promise<0 | 1 | 2> {
  const tables = await loadTablesOf(options);
  const site = await readSiteFolder(options.site ?? join(packageRoot, 'site-example'));
  const source = tables.sources.get(options.source);
  if (source === undefined) throw new ConvertCallError(toUnknownSource(options.source, tables.sources.keys()));
  const context: RowContext = {
    programme: tables.programme,
    growth: tables.growth,
    asOf: toDate(options.asOf ?? printing.today, '--as-of'),
    request: toRequest(file, options),
    resolvePlace: (written, on) => resolvePlace(site, written, undefined, on),
  };
  const log = toLog(options);
  const traced = log === undefined ? context : { ...context, trace: log.trace };
  const { conversion, issues } = await convertFile(file, source, { tables, site, context: traced });
  const bundleOf = toGiven({ bundleOf: printing.toBundle?.(tables, site) });
  const show = { json: options.json, out: printing.out, elements: tables.programme.elements, ...bundleOf };
  printConversion(file, conversion, issues, show);
  printValues(conversion, { ...show, isAsked: options.values === true && !options.json });
  printOrigins(conversion, log, { ...printing, ...options, source, site, context, thresholds: tables.thresholds });
  return toVerdict(conversion, issues);
}

/** Readings are noted down only where somebody asks where something comes from. */
function toLog({ lineage, provenance }: ConvertOptions): ReadingLog | undefined {
  return lineage === true || provenance === true ? createReadingLog() : undefined;
}

interface Origins extends Omit<LineageSetting, 'idOf' | 'environment'>, Pick<ConvertPrinting, 'out' | 'naming'> {
  readonly json: boolean;
  readonly lineage?: boolean;
  readonly provenance?: boolean;
}

function printOrigins(conversion: Conversion, log: ReadingLog | undefined, { naming, ...of }: Origins): void {
  if (log === undefined || naming === undefined) return;
  const lineages = [...toLineage(conversion, log, { ...of, ...naming })];
  if (of.lineage === true) printLineage(lineages, of);
  if (of.provenance === true) printProvenance(conversion, lineages, { ...of, ...naming });
}

function toVerdict({ rows }: Conversion, issues: readonly Issue[]): 0 | 1 | 2 {
  if (issues.some(({ severity }) => severity === 'fatal')) return 2;
  return rows.some(({ row }) => row.status === 'quarantined') ? 1 : 0;
}

/** The tables of the package, with those of the folders that the call names. */
function loadTablesOf({ sources, programme }: ConvertOptions): Promise<Tables> {
  const named = (dir: string | undefined): readonly string[] => (dir === undefined ? [] : [dir]);
  return loadTables([join(packageRoot, 'sources'), ...named(sources)], named(programme));
}

interface FileSetting {
  readonly tables: Omit<Tables, 'validator'>;
  readonly site: Site;
  readonly context: RowContext;
}

/** Reads one file through a source into an empty gateway. Only a file that cannot be opened throws. */
export async function convertFile(file: string, source: Source, { tables, site, context }: FileSetting): Promise<ConvertedFile> {
  const opened = await openRows(createReadStream(file), source, { row: context, others: [...tables.sources.values()] }).catch(
    (cause: unknown) => {
      throw new ConvertCallError(`${file}: tidak dapat dibuka, periksa jalur dan haknya / cannot be opened, check its path and rights`, {
        cause,
      });
    },
  );
  const rows: MappedRow[] = [];
  if (opened.ok) for await (const row of opened.value.rows) rows.push(row);
  const numbers = { person: 0, visit: 0 };
  const conversion = convertRows(rows, {
    ...tables,
    source,
    site,
    asOf: context.asOf,
    newPersonId: () => `orang-${String((numbers.person += 1))}`,
    newVisitId: () => `kunjungan-${String((numbers.visit += 1))}`,
  });
  return { conversion, issues: opened.ok ? opened.value.issues() : opened.issues };
}

function toRequest(file: string, options: ConvertOptions): RowContext['request'] {
  const month = options.month === undefined ? null : readMonth(options.month);
  if (options.month !== undefined && month === null) throw new ConvertCallError(`--month: seharusnya YYYY-MM / expected YYYY-MM`);
  return {
    fileName: basename(file),
    ...toGiven({ place: options.place, month, date: options.date === undefined ? undefined : toDate(options.date, '--date') }),
  };
}

function toDate(text: string, option: string): LocalDate {
  if (isLocalDate(text)) return text;
  throw new ConvertCallError(`${option}: seharusnya tanggal YYYY-MM-DD / expected a date YYYY-MM-DD`);
}

function toUnknownSource(name: string, known: Iterable<string>): string {
  const all = [...known];
  const nearest = toNearestWord(name, all);
  const list = all.join(', ');
  const meant = nearest === undefined ? '' : ` Mungkin maksudnya "${nearest}". / Perhaps "${nearest}" was meant.`;
  return `Sumber "${name}" tidak ada. Yang ada: ${list}. / There is no source "${name}". There are: ${list}.${meant}`;
}
