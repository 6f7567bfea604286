import { CsvError, parse } from 'csv-parse/sync';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { toSiteIssue } from './site-issue.ts';

/** One filled row of a register with its physical line; every column of the register is there, blank where left out. */
export interface RegisterRow {
  readonly line: number;
  readonly cell: (column: string) => string;
}

/** A register of a site: its file name, and its columns with those that must be there. */
export interface RegisterShape {
  readonly file: string;
  readonly columns: readonly string[];
  readonly required: readonly string[];
}

interface RawRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a register as strict CSV, comma or semicolon, header in line 1; lines that begin with # are remarks. */
export function readRegister(text: string, shape: RegisterShape): Checked<readonly RegisterRow[]> {
  const raw = readRecords(text.replace(/^\uFEFF/, ''), shape.file);
  if (!raw.ok) return raw;
  const [head, ...body] = raw.value;
  const header = (head?.record ?? []).map((name) => name.trim().toLowerCase());
  const issues = toHeaderIssues(header, head?.info.lines ?? 1, shape);
  if (issues.length > 0) return toFailed(...issues);
  const ragged = body.filter((row) => row.record.length !== header.length).map((row) => toRaggedIssue(row, header.length, shape.file));
  if (ragged.length > 0) return toFailed(...ragged);
  return toPassed(body.filter((row) => row.record.some((cell) => cell !== '')).map((row) => toRow(row, header)));
}

function readRecords(text: string, file: string): Checked<readonly RawRow[]> {
  const header = text.split('\n', 1)[0] ?? '';
  const delimiter = header.includes(';') ? ';' : ',';
  try {
    const records: readonly unknown[] = parse(text, {
      delimiter,
      info: true,
      comment: '#',
      comment_no_infix: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return toPassed(records as readonly RawRow[]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return toFailed(
      toSiteIssue({ file, line }, 'tanda kutip tidak berpasangan; perbaiki tanda kutipnya.', 'quotes do not match; mend them.'),
    );
  }
}

function toHeaderIssues(header: readonly string[], line: number, shape: RegisterShape): readonly Issue[] {
  const { file, columns, required } = shape;
  const missing = required.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !columns.includes(column));
  const twice = header.filter((column, index) => header.indexOf(column) < index);
  return [
    ...missing.map((column) =>
      toSiteIssue(
        { file, line, column },
        'kolom ini tidak ada; tambahkan ke baris judul.',
        'this column is missing; add it to the header.',
      ),
    ),
    ...unknown.map((column) =>
      toSiteIssue(
        { file, line, column },
        `kolom ini tidak dikenal; kolom yang ada: ${columns.join(', ')}.`,
        `this column is unknown; the columns are ${columns.join(', ')}.`,
      ),
    ),
    ...twice.map((column) =>
      toSiteIssue({ file, line, column }, 'kolom ini tertulis dua kali; hapus salah satu.', 'this column stands twice; remove one.'),
    ),
  ];
}

function toRaggedIssue(row: RawRow, width: number, file: string): Issue {
  const came = row.record.length;
  return toSiteIssue(
    { file, line: row.info.lines },
    `diharapkan ${width} kolom, ada ${came}; periksa pemisah dan tanda kutip.`,
    `expected ${width} columns, got ${came}; look at delimiters and quotes.`,
  );
}

function toRow(row: RawRow, header: readonly string[]): RegisterRow {
  return { line: row.info.lines, cell: (column) => row.record[header.indexOf(column)] ?? '' };
}
