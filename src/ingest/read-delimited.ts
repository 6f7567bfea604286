import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { CheckedLine } from './check-line.ts';
import { checkLine } from './check-line.ts';
import { decodeText } from './decode-text.ts';
import type { DelimitedFormat } from './delimited-format.ts';
import type { RawRecord, TextLine } from './join-records.ts';
import { createRecordJoiner } from './join-records.ts';
import { toBrokenBytesIssue, toTooLongIssue } from './line-issues.ts';
import { toNarrowBytes } from './narrow-bytes.ts';
import type { PeekedStream } from './peek-head.ts';
import { peekHead } from './peek-head.ts';
import type { DeclaredFormat } from './sniff-format.ts';
import { sniffFormat } from './sniff-format.ts';
import type { PhysicalLine } from './split-lines.ts';
import { createLineSplitter } from './split-lines.ts';

/** Limits that keep memory bounded whatever comes, and what the sender declares about the file. */
export interface DelimitedOptions extends DeclaredFormat {
  /** Longest record, default 1 MB: a longer one is refused and passed over. */
  readonly maxLineBytes?: number;
  /** Widest record, default 512 columns: the widest national form has 62. */
  readonly maxColumns?: number;
}

/** A delimited file that has been recognised and can be read once, line by line, no faster than it is asked for. */
export interface DelimitedFile {
  readonly format: DelimitedFormat;
  /** Every record in order, blank ones without cells; one whose issues block is unfit for use, and reading goes on after it. */
  readonly lines: AsyncIterable<CheckedLine>;
}

const headBytes = 65_536;
const byteOfLineEnd = { crlf: 0x0a, lf: 0x0a, cr: 0x0d } as const;

/**
 * Recognises a delimited file by its first 64 KB and opens it for reading, or says what it is instead; issues tell what was
 * found (D24). Memory stays flat for any number of rows. Only a failing stream throws.
 */
export async function readDelimited(bytes: AsyncIterable<Uint8Array>, options: DelimitedOptions = {}): Promise<Checked<DelimitedFile>> {
  const peeked = await peekHead(bytes, headBytes);
  const format = sniffFormat(peeked.head, peeked.complete, options);
  if (!format.ok) {
    await peeked.close();
    return format;
  }
  const limits = { maxLineBytes: options.maxLineBytes ?? 1_048_576, maxColumns: options.maxColumns ?? 512 };
  return open(readLines(peeked, format.value, limits), format.value, format.issues);
}

/** The first line is read at once: a file that fails there is refused before anything of it is kept. */
async function open(
  lines: AsyncGenerator<CheckedLine>,
  format: DelimitedFormat,
  issues: Checked<unknown>['issues'],
): Promise<Checked<DelimitedFile>> {
  const first = await lines.next();
  if (first.done === true) return toPassed({ format, lines }, issues);
  const fatal = first.value.issues.filter((issue) => issue.severity === 'fatal');
  if (fatal.length === 0) return toPassed({ format, lines: prepend(first.value, lines) }, issues);
  await lines.return(undefined);
  return toFailed(...fatal);
}

async function* prepend(first: CheckedLine, rest: AsyncGenerator<CheckedLine>): AsyncGenerator<CheckedLine> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

interface Limits {
  readonly maxLineBytes: number;
  readonly maxColumns: number;
}

async function* readLines(peeked: PeekedStream, format: DelimitedFormat, limits: Limits): AsyncGenerator<CheckedLine> {
  const splitter = createLineSplitter(byteOfLineEnd[format.lineEnding], limits.maxLineBytes);
  const joiner = createRecordJoiner(format.delimiter, limits.maxLineBytes);
  const check = createRecordCheck(format, limits.maxColumns);
  const toText = (line: PhysicalLine): TextLine => toTextLine(line, format, limits.maxLineBytes);
  for await (const chunk of toNarrowBytes(peeked.all, format)) {
    for (const line of splitter.push(chunk)) for (const record of joiner.push(toText(line))) yield check(record);
  }
  for (const line of splitter.end()) for (const record of joiner.push(toText(line))) yield check(record);
  for (const record of joiner.end()) yield check(record);
}

function toTextLine({ line, bytes }: PhysicalLine, format: DelimitedFormat, maxLineBytes: number): TextLine {
  if (bytes === undefined) return { line, text: '', fault: toTooLongIssue(line, maxLineBytes) };
  const text = decodeText(bytes, format.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8');
  return text === undefined ? { line, text: '', fault: toBrokenBytesIssue(line, format.encoding.toUpperCase()) } : { line, text };
}

/** Remembers whether the first full row has come: above it, titles may be narrower than the table. */
function createRecordCheck(format: DelimitedFormat, maxColumns: number): (record: RawRecord) => CheckedLine {
  let inTable = false;
  return (record) => {
    const checked = checkLine(record, format, maxColumns, inTable);
    if (checked.ok && checked.value.cells.length >= format.usualColumns) inTable = true;
    return checked;
  };
}
