import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { types } from 'node:util';
import type { Command } from 'commander';
import { CsvError, parse } from 'csv-parse';
import { GrowthDataError, loadGrowthTables } from '../ingest/growth-tables.ts';
import { toFailed } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import type { GrowthTables } from '../insight/growth/parse-growth-tables.ts';
import { growthCaseColumns, readGrowthCase } from '../insight/growth/read-growth-case.ts';
import { growthResultColumns, toGrowthCaseResult } from '../insight/growth/to-growth-case-result.ts';
import { toGrowthScores } from '../insight/growth/to-growth-scores.ts';
import { packageRoot } from '../root.ts';

/** What the command prints with: CSV or one JSON object a line, and where to. */
export interface GrowthPrinting {
  readonly json: boolean;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

const moreCells: Issue = {
  severity: 'error',
  type: 'structure',
  code: 'sel-pertumbuhan',
  text: 'sel lebih banyak dari kepala kolom. Apit angka berkoma dengan tanda kutip, atau pisahkan kolom dengan titik koma.',
  diagnostics: 'more cells than the header has. Quote numbers that have a comma, or part the columns with semicolons.',
};

interface GrowthRow {
  readonly record: Readonly<Record<string, string | undefined>>;
  readonly info: { readonly lines: number; readonly columns: readonly unknown[]; readonly error?: { readonly record?: readonly string[] } };
}

const cannotBeOpened = 'tidak dapat dibuka, periksa jalur dan haknya / cannot be opened, check its path and rights';

class GrowthFileError extends Error {
  override readonly name = 'GrowthFileError';
}

/** Adds `titian growth FILE.csv [--json]`: WHO z-scores for every row of a file with the columns of WHO's anthro package. */
export function addGrowthCommand(program: Command): void {
  program
    .command('growth')
    .description('hitung z-score WHO untuk setiap baris berkas CSV / compute WHO z-scores for every row of a CSV file')
    .argument('<file>', `CSV: ${[...growthCaseColumns.required, ...growthCaseColumns.optional].join(', ')}`)
    .option('--json', 'satu objek JSON per baris / one JSON object a line', false)
    .action(async (file: string, options: { readonly json: boolean }) => {
      process.exitCode = await printGrowth(file, { json: options.json, out: process.stdout, err: process.stderr });
    });
}

/** Prints the scores of every row; gives 0 when all rows could be read, 1 when a cell could not, 2 when the file could not. */
export async function printGrowth(file: string, printing: GrowthPrinting): Promise<0 | 1 | 2> {
  const progress = { headed: false, faults: 0 };
  try {
    const tables = await loadGrowthTables(packageRoot);
    const parser = createParser(await findDelimiter(file), progress);
    const toText = (rows: AsyncIterable<GrowthRow>): AsyncGenerator<string> => writeRows(rows, tables, printing, progress);
    await pipeline(createReadStream(file), parser, toText, printing.out, { end: false });
    if (!progress.headed) throw new GrowthFileError('berkas kosong, kepala kolom tidak ada / the file is empty, there is no header');
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const isOurs = error instanceof GrowthFileError || error instanceof GrowthDataError || error instanceof CsvError;
    printing.err.write(`${file}: ${isOurs ? error.message : cannotBeOpened}\n`);
    return 2;
  }
  return progress.faults === 0 ? 0 : 1;
}

/** Lines without a single value are no rows. */
function createParser(delimiter: string, progress: { headed: boolean }): ReturnType<typeof parse> {
  return parse({
    bom: true,
    delimiter,
    info: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    relax_column_count: true,
    columns: (header: readonly string[]) => {
      progress.headed = true;
      return checkHeader(header);
    },
  });
}

/** What parts the columns of the header: a spreadsheet of an Indonesian computer writes semicolons. A pipe cannot be looked at twice. */
async function findDelimiter(file: string): Promise<string> {
  if (!(await stat(file)).isFile()) return ',';
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const [header = ''] = buffer.toString('utf8', 0, bytesRead).split(/[\r\n]/);
    const countOf = (mark: string): number => header.split(mark).length;
    return [',', ';', '\t'].reduce((best, mark) => (countOf(mark) > countOf(best) ? mark : best));
  } finally {
    await handle.close();
  }
}

async function* writeRows(
  rows: AsyncIterable<GrowthRow>,
  tables: GrowthTables,
  printing: GrowthPrinting,
  progress: { readonly headed: boolean; faults: number },
): AsyncGenerator<string> {
  let header = printing.json ? '' : `${growthResultColumns.join(',')}\n`;
  for await (const row of rows) {
    const read = hasMoreCells(row) ? toFailed(moreCells) : readGrowthCase(row.record);
    if (!read.ok) {
      progress.faults += 1;
      writeFaults(read.issues, row.info.lines, printing.err);
    }
    const result = read.ok
      ? toGrowthCaseResult(read.value, toGrowthScores(read.value.input, tables))
      : { case_id: row.record['case_id'], issues: read.issues };
    yield header + (printing.json ? `${JSON.stringify(result)}\n` : toCsvLine(result));
    header = '';
  }
  if (progress.headed) yield header;
}

/** A decimal comma where commas part the columns moves every cell after it: nothing of such a row is read. */
function hasMoreCells({ info: { columns, error } }: GrowthRow): boolean {
  return (error?.record ?? []).slice(columns.length).some((cell) => cell.trim() !== '');
}

function writeFaults(issues: readonly Issue[], line: number, err: NodeJS.WritableStream): void {
  for (const issue of issues) err.write(`baris ${String(line)}, ${issue.text} / line ${String(line)}, ${issue.diagnostics}\n`);
}

function toCsvLine(result: Readonly<Record<string, unknown>>): string {
  return `${growthResultColumns.map((column) => toCsvCell(result[column])).join(',')}\n`;
}

function toCsvCell(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function checkHeader(header: readonly string[]): string[] {
  const columns = header.map((name) => name.trim().toLowerCase());
  const missing = growthCaseColumns.required.filter((name) => !columns.includes(name));
  if (missing.length === 0) return columns;
  throw new GrowthFileError(
    `kolom ${missing.join(', ')} tidak ada, tambahkan pada baris kepala (pemisah koma, titik koma atau tab) / column ${missing.join(', ')} is missing, add it to the header (separated by comma, semicolon or tab)`,
  );
}

function isUnreadable(error: unknown): error is Error {
  if (error instanceof GrowthFileError || error instanceof GrowthDataError || error instanceof CsvError) return true;
  return types.isNativeError(error) && 'code' in error && ['ENOENT', 'EISDIR', 'EACCES'].includes(String(error.code));
}
