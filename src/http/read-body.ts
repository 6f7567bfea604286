import type { IncomingMessage } from 'node:http';
import type { Issue } from '../fhir/issue.ts';
import { isJson } from '../ingest/is-answered-at-once.ts';
import { Refusal } from './refusal.ts';

/** Limits of a body: all of it, and one line of it, in bytes. */
export interface BodyLimits {
  readonly bodyBytes: number;
  readonly lineBytes: number;
}

/** What a body is read with. */
export interface BodyReading extends BodyLimits {
  /** Length that the sender announced; absent where it sends until it ends. */
  readonly announced?: number | undefined;
  /** Asks for room for bytes that were not announced; throws where there is none. */
  readonly grow?: (bytes: number) => void;
}

/** Refuses a body that is too large by its own account, before any of it is read. */
export function refuseAnnounced(announced: number | undefined, { bodyBytes }: BodyLimits): void {
  if (announced !== undefined && announced > bodyBytes) throw tooLarge(bodyBytes);
}

/**
 * Collects the bytes of a request within the limits. A body or a line beyond them is refused as soon as it is seen,
 * with the line number and the remedy, and the rest is left to the caller.
 */
export async function readBody(request: IncomingMessage, reading: BodyReading): Promise<Buffer> {
  const { announced, grow = () => undefined, bodyBytes, lineBytes } = reading;
  const pieces = announced === undefined ? createPile(grow) : createFill(announced);
  const seen = { bytes: 0, line: 1, lineBytes: 0 };
  let isJsonBody: boolean | undefined;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    seen.bytes += chunk.length;
    if (seen.bytes > bodyBytes) throw tooLarge(bodyBytes);
    countLines(chunk, seen);
    isJsonBody ??= isJson(chunk);
    // A JSON document may stand on one line; its reader bounds each record.
    if (!isJsonBody && seen.lineBytes > lineBytes) throw lineTooLong(seen.line, lineBytes);
    pieces.add(chunk);
  }
  return pieces.all();
}

interface Pieces {
  add(chunk: Buffer): void;
  all(): Buffer;
}

/** A body of known length is written into one place, so that it is never in memory twice. */
function createFill(length: number): Pieces {
  const body = Buffer.allocUnsafe(length);
  let filled = 0;
  return {
    add: (chunk) => {
      filled += chunk.copy(body, filled);
    },
    all: () => body.subarray(0, filled),
  };
}

/** A body of unknown length is put together from its pieces in the end, and so is there twice. */
function createPile(grow: (bytes: number) => void): Pieces {
  const chunks: Buffer[] = [];
  return {
    add: (chunk) => {
      grow(2 * chunk.length);
      chunks.push(chunk);
    },
    all: () => Buffer.concat(chunks),
  };
}

function countLines(chunk: Buffer, seen: { line: number; lineBytes: number }): void {
  let from = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
    seen.line += 1;
    seen.lineBytes = 0;
    from = at + 1;
  }
  seen.lineBytes += chunk.length - from;
}

function tooLarge(limit: number): Refusal {
  const megabytes = String(Math.round(limit / 1048576));
  const issue: Issue = {
    severity: 'fatal',
    type: 'too-long',
    code: 'file-terlalu-besar',
    text: `File lebih besar dari ${megabytes} MB. Bagi menjadi beberapa file, masing-masing dengan baris kepala, lalu kirim satu per satu.`,
    diagnostics: `The file is larger than ${megabytes} MB. Split it, each part with its header row, and send the parts one by one.`,
  };
  return new Refusal(413, [issue]);
}

function lineTooLong(line: number, limit: number): Refusal {
  const megabytes = String(Math.round(limit / 1048576));
  const issue: Issue = {
    severity: 'fatal',
    type: 'too-long',
    code: 'baris-terlalu-panjang',
    text: `Baris ${String(line)} lebih panjang dari ${megabytes} MB; ini bukan baris tabel. Periksa tanda kutip yang tidak ditutup atau pemisah baris yang hilang, lalu simpan ulang sebagai CSV.`,
    diagnostics: `Line ${String(line)} is longer than ${megabytes} MB, which is no row of a table. Look for an unclosed quote or missing line breaks and save again as CSV.`,
    cell: `baris ${String(line)}`,
  };
  return new Refusal(413, [issue]);
}
