import { readDelimited } from '../../../src/ingest/read-delimited.ts';
import type { SourceCell } from '../../../src/map/lineage/source-cell.ts';

/** A cell of a file as its text holds it, and the file with another content there. */
export interface FileCell {
  /** `3|BB` of a table, `$.data[0]|nama` of a document, `2|judul` of a line above the table. */
  readonly names: readonly string[];
  readonly text: string;
  /** The heading or the path of the field. */
  readonly column: string;
  readonly with: (text: string) => string;
}

/** The name of a cell as the lineage gives it. */
export function toName({ is, row = '', column = '' }: SourceCell): string {
  return is === 'judul' ? `${String(row)}|judul` : `${String(row)}|${column}`;
}

async function* toBytes(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield Buffer.from(text);
}

/** Every filled or open cell of a table: those of rows below the header line, and the lines above it; a header of several lines is told. */
export async function listTableCells(text: string, headerLine: number, headings?: readonly string[]): Promise<readonly FileCell[]> {
  const read = await readDelimited(toBytes(text), {});
  if (!read.ok) throw new Error('not a table');
  const lines: (readonly string[])[] = [];
  for await (const line of read.value.lines) lines.push(line.ok ? line.value.cells : []);
  const header = headings ?? lines[headerLine - 1] ?? [];
  const write = (at: number, place: number, content: string): string =>
    lines.map((cells, row) => cells.map((cell, column) => quote(row === at && column === place ? content : cell)).join(';')).join('\n');
  return lines.flatMap((cells, at) =>
    at === headerLine - 1
      ? []
      : cells.map((cell, place): FileCell => ({
          names: [at < headerLine ? `${String(at + 1)}|judul` : `${String(at + 1)}|${header[place] ?? ''}`],
          column: at < headerLine ? 'judul' : (header[place] ?? ''),
          text: cell,
          with: (content) => write(at, place, content),
        })),
  );
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Every primitive of a document, under each name that rows at any level could give it. */
export function listDocumentCells(text: string): readonly FileCell[] {
  const document = JSON.parse(text) as Json;
  return list(document, []).map(({ steps, value }): FileCell => ({
    names: toNames(steps),
    column: steps.filter((step) => typeof step === 'string').join('.'),
    text: value === null ? '' : String(value),
    with: (content) => JSON.stringify(replace(document, steps, toTyped(value, content))),
  }));
}

type Steps = readonly (string | number)[];

function list(value: Json, steps: Steps): readonly { readonly steps: Steps; readonly value: null | boolean | number | string }[] {
  if (Array.isArray(value)) return value.flatMap((inner: Json, at) => list(inner, [...steps, at]));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, inner]) => list(inner, [...steps, name]));
  return [{ steps, value: value }];
}

/** The row is any beginning of the path, the column what is left of it, without the numbers of lists. */
function toNames(steps: Steps): readonly string[] {
  const names: string[] = [];
  for (let cut = 0; cut < steps.length; cut += 1) {
    const row = `$${steps
      .slice(0, cut)
      .map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${step}`))
      .join('')}`;
    const rest = steps.slice(cut).map((step, at, all) => (typeof step === 'string' ? `.${step}` : at === all.length - 1 ? '' : '[*]'));
    names.push(`${row}|${rest.join('').replace(/^\./, '')}`);
  }
  return names;
}

function replace(value: Json, [step, ...rest]: Steps, content: Json): Json {
  if (step === undefined) return content;
  if (Array.isArray(value)) return value.map((inner: Json, at) => (at === step ? replace(inner, rest, content) : inner));
  const object = value as Readonly<Record<string, Json>>;
  return Object.fromEntries(Object.entries(object).map(([name, inner]) => [name, name === step ? replace(inner, rest, content) : inner]));
}

function toTyped(before: Json, content: string): Json {
  if (typeof before === 'boolean' && (content === 'true' || content === 'false')) return content === 'true';
  return typeof before === 'number' && content.trim() !== '' && !Number.isNaN(Number(content)) ? Number(content) : content;
}
