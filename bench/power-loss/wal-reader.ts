import { toCrc32c } from './crc32c.ts';

/** A place in PostgreSQL's write-ahead log, in bytes from its beginning. */
export type Lsn = number;

/** Bytes of the log as they lie on the disk; undefined where none were ever made durable. */
export type ReadDurable = (lsn: Lsn, length: number) => Uint8Array | undefined;

/** Reads the log as a recovery would: record by record, as far as whole and valid records go. */
export interface WalReader {
  /** Goes on as far as it can, and answers the numbers of the transactions whose commit it has passed. */
  advance(): readonly number[];
  /** Where the last whole record ends: a recovery would go to here. */
  position(): Lsn;
}

/** Bytes in a page of the log and in a segment, as PostgreSQL is built and as initdb makes them unless told otherwise. */
export const pageBytes = 8192;
export const segmentBytes = 16 * 1024 * 1024;

// xlog_internal.h: sizes of the page headers, the long one opens a segment; xlogrecord.h: size of a record's header and where its CRC stands.
const longHeaderBytes = 40;
const headerBytes = 24;
const recordHeaderBytes = 24;
const crcAt = 20;
/** xlogrecord.h, XLogRecordMaxSize. */
const mostRecordBytes = 1020 * 1024 * 1024;
// rmgrlist.h: 0 = XLOG, 1 = Transaction. xact.h: 0x00 commits, 0x30 commits what was prepared. pg_control.h: 0x40 leaves the rest of a segment empty.
const [xlogManager, transactionManager] = [0, 1];
const [commitKind, commitPreparedKind, kindMask] = [0x00, 0x30, 0x70];
const switchKind = 0x40;

interface WalRecord {
  readonly xid: number;
  readonly manager: number;
  readonly info: number;
  readonly end: Lsn;
}

/** Creates a reader that begins at a place where a record begins. */
export function createWalReader(start: Lsn, read: ReadDurable): WalReader {
  let position = start;
  return {
    advance: () => {
      const committed: number[] = [];
      for (let record = readRecord(position, read); record !== undefined; record = readRecord(position, read)) {
        if (isCommit(record)) committed.push(record.xid);
        position = isSwitch(record) ? Math.ceil(record.end / segmentBytes) * segmentBytes : Math.ceil(record.end / 8) * 8;
      }
      return committed;
    },
    position: () => position,
  };
}

function isCommit({ manager, info }: WalRecord): boolean {
  const kind = info & kindMask;
  return manager === transactionManager && (kind === commitKind || kind === commitPreparedKind);
}

function isSwitch({ manager, info }: WalRecord): boolean {
  return manager === xlogManager && (info & 0xf0) === switchKind;
}

/** The record at a place; undefined where it is not whole, or not valid. */
function readRecord(at: Lsn, read: ReadDurable): WalRecord | undefined {
  const head = collect(at, recordHeaderBytes, read);
  if (head === undefined) return undefined;
  const total = head.bytes.readUInt32LE(0);
  if (total < recordHeaderBytes || total > mostRecordBytes) return undefined;
  const rest = collect(head.end, total - recordHeaderBytes, read);
  if (rest === undefined) return undefined;
  if (toCrc32c(rest.bytes, head.bytes.subarray(0, crcAt)) !== head.bytes.readUInt32LE(crcAt)) return undefined;
  return { xid: head.bytes.readUInt32LE(4), info: head.bytes[16] ?? 0, manager: head.bytes[17] ?? 0, end: rest.end };
}

/** Bytes of a record, which runs on over the headers of pages. */
function collect(from: Lsn, length: number, read: ReadDurable): { readonly bytes: Buffer; readonly end: Lsn } | undefined {
  const pieces: Uint8Array[] = [];
  let at = from;
  if (!isPage(at - (at % pageBytes), read)) return undefined;
  for (let left = length; left > 0;) {
    if (at % pageBytes === 0) {
      if (!isPage(at, read)) return undefined;
      at += at % segmentBytes === 0 ? longHeaderBytes : headerBytes;
    }
    const count = Math.min(left, pageBytes - (at % pageBytes));
    const piece = read(at, count);
    if (piece?.length !== count) return undefined;
    pieces.push(piece);
    at += count;
    left -= count;
  }
  return { bytes: Buffer.concat(pieces), end: at };
}

/** A page says its own address; one of a segment that was used before says another. */
function isPage(at: Lsn, read: ReadDurable): boolean {
  const header = read(at, headerBytes);
  if (header?.length !== headerBytes) return false;
  return Buffer.from(header.buffer, header.byteOffset, header.length).readBigUInt64LE(8) === BigInt(at);
}

/** The segment file that holds a place of the log. */
export function toSegmentName(lsn: Lsn, timeline: number): string {
  const segment = Math.floor(lsn / segmentBytes);
  const perLog = 2 ** 32 / segmentBytes;
  return [timeline, Math.floor(segment / perLog), segment % perLog]
    .map((part) => part.toString(16).toUpperCase().padStart(8, '0'))
    .join('');
}

/** Reads a place as PostgreSQL writes it, such as `0/1A2B3C8`. */
export function toLsn(text: string): Lsn {
  const [high = '', low = ''] = text.split('/');
  return Number.parseInt(high, 16) * 2 ** 32 + Number.parseInt(low, 16);
}
