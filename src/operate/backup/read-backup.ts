import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { OperateFault } from '../operate-fault.ts';
import { damaged, parseHeader, parseSeal, parseSection, type BackupHeader, type TableDigest } from './archive.ts';

/** A table of a backup; its rows come in whole lines and must be read to their end. */
export interface TableSection {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<Buffer>;
}

/** A backup being read from its beginning to its end. Throws an OperateFault as soon as something does not match. */
export interface BackupReader {
  readonly header: BackupHeader;
  /** The next table, or undefined after the last one; then everything has been compared with the manifest and the file's SHA-256. */
  next(): Promise<TableSection | undefined>;
  /** What the manifest says; empty before the last table was read. */
  manifest(): readonly TableDigest[];
  close(): void;
}

const newline = 10;
const endOfRows = Buffer.from('\\.\n');
const endAfterRow = Buffer.from('\n\\.\n');

/** Opens a backup and reads its first line. Memory stays flat: never more than one row beside a piece of the file. */
export async function openBackup(file: string): Promise<BackupReader> {
  const source = createReadStream(file, { highWaterMark: 262_144 });
  const plain = createGunzip({ chunkSize: 262_144 });
  source.on('error', (cause) =>
    plain.destroy(new OperateFault(`Berkas ${file} tidak dapat dibaca.`, `The file ${file} cannot be read.`, cause)),
  );
  const lines = createLineReader(source.pipe(plain));
  const digests: TableDigest[] = [];
  let promised: readonly TableDigest[] = [];
  const header = parseHeader(await lines.line());
  const close = (): void => {
    source.destroy();
    plain.destroy();
  };
  const next = async (): Promise<TableSection | undefined> => {
    const section = parseSection(await lines.line());
    if ('table' in section) return { ...section, rows: digesting(section.table, lines.rows(), digests) };
    const sha256 = lines.hash.copy().digest('hex');
    if (parseSeal(await lines.line()) !== sha256 || (await lines.hasMore())) throw damaged();
    refuseDifference(section, digests);
    promised = section;
    close();
    return undefined;
  };
  return { header, next, manifest: () => promised, close };
}

/** Passes rows on and notes, when they have ended, how many there were and what they hash to. */
async function* digesting(table: string, rows: AsyncIterable<Buffer>, digests: TableDigest[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const piece of rows) {
    hash.update(piece);
    count += countLines(piece);
    yield piece;
  }
  digests.push({ table, rows: count, sha256: hash.digest('hex') });
}

function countLines(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(newline); at !== -1; at = piece.indexOf(newline, at + 1)) count += 1;
  return count;
}

function refuseDifference(promised: readonly TableDigest[], found: readonly TableDigest[]): void {
  const same = promised.every(({ table, rows, sha256 }, at) => {
    const one = found[at];
    return one?.table === table && one.rows === rows && one.sha256 === sha256;
  });
  if (!same || promised.length !== found.length) throw damaged();
}

interface LineReader {
  readonly hash: Hash;
  /** The next line without its end. */
  line(): Promise<string>;
  rows(): AsyncIterable<Buffer>;
  hasMore(): Promise<boolean>;
}

function createLineReader(plain: Readable): LineReader {
  const hash = createHash('sha256');
  const blocks = wholeLines(plain);
  let block: Buffer = Buffer.alloc(0);
  const hasMore = async (): Promise<boolean> => {
    while (block.length === 0) {
      const next = await blocks.next();
      if (next.done === true) return false;
      block = next.value;
    }
    return true;
  };
  /** Takes bytes off the front of the block, which always ends with a line. */
  const take = (bytes: number): Buffer => {
    const taken = block.subarray(0, bytes);
    block = block.subarray(bytes);
    hash.update(taken);
    return taken;
  };
  const line = async (): Promise<string> => {
    if (!(await hasMore())) throw damaged();
    return take(block.indexOf(newline) + 1)
      .toString('utf8')
      .trimEnd();
  };
  const rows = async function* (): AsyncGenerator<Buffer> {
    while (await hasMore()) {
      const ends = block.subarray(0, endOfRows.length).equals(endOfRows) ? -1 : block.indexOf(endAfterRow);
      const whole = ends === -1 && !block.subarray(0, endOfRows.length).equals(endOfRows);
      if (whole) {
        yield take(block.length);
        continue;
      }
      if (ends !== -1) yield take(ends + 1);
      take(endOfRows.length);
      return;
    }
    throw damaged();
  };
  return { hash, line, rows, hasMore };
}

/** Cuts a stream into blocks that end where a line ends. */
async function* wholeLines(plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer, undefined> {
  let begun: Buffer[] = [];
  try {
    for await (const piece of plain) {
      const last = piece.lastIndexOf(newline);
      begun.push(last === -1 ? piece : piece.subarray(0, last + 1));
      if (last === -1) continue;
      yield Buffer.concat(begun);
      begun = last + 1 < piece.length ? [piece.subarray(last + 1)] : [];
    }
  } catch (cause) {
    throw cause instanceof OperateFault ? cause : damaged(cause);
  }
  if (begun.length > 0) throw damaged();
  return undefined;
}
