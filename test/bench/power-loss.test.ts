// Longer than 200 lines because a log and a trace have to be written before they can be read; what writes them stands here.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { toCrc32c } from '../../bench/power-loss/crc32c.ts';
import { DurableDisk } from '../../bench/power-loss/durable-disk.ts';
import { proveAnswers } from '../../bench/power-loss/prove-answers.ts';
import { readCString } from '../../bench/power-loss/read-c-string.ts';
import { LineReader } from '../../bench/power-loss/read-trace.ts';
import type { TraceEvent } from '../../bench/power-loss/trace-event.ts';
import { createWalReader, pageBytes, segmentBytes, toLsn, toSegmentName } from '../../bench/power-loss/wal-reader.ts';

/** As strace(1) writes strings: letters for what has one, octal digits for the rest, three of them before another digit. */
function toStraceString(bytes: Uint8Array): string {
  const letters: Readonly<Record<number, string>> = { 9: 't', 10: 'n', 11: 'v', 12: 'f', 13: 'r', 34: '"', 92: '\\' };
  const written = [...bytes].map((byte, at) => {
    if (letters[byte] !== undefined) return `\\${letters[byte]}`;
    if (byte >= 32 && byte < 127) return String.fromCharCode(byte);
    const next = bytes[at + 1] ?? 0;
    return `\\${byte.toString(8).padStart(next >= 48 && next <= 57 ? 3 : 1, '0')}`;
  });
  return `"${written.join('')}"`;
}

describe('a string of the trace', () => {
  test('is read back byte by byte, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const text = Buffer.from(toStraceString(bytes), 'latin1');
        expect([...readCString(text, 0).bytes]).toEqual([...bytes]);
      }),
    );
  });

  test('that was cut short is refused, because half a write proves nothing', () => {
    expect(() => readCString(Buffer.from('"half of it"...'), 0)).toThrow('cut a string short');
  });
});

const root = '/data/postgres';
const segment = `${root}/pg_wal/000000010000000000000001`;

function readLines(...lines: readonly string[]): readonly TraceEvent[] {
  const reader = new LineReader(root);
  return lines.flatMap((line) => [...reader.read(Buffer.from(line, 'latin1'))]);
}

describe('a line of the trace', () => {
  test('tells which bytes went where in a file of the server', () => {
    const [event] = readLines(`7 1.5 pwrite64(3<${segment}>, "ab\\0c", 4, 8192) = 4 <0.001>`);
    expect(event).toEqual({ kind: 'written', file: 'pg_wal/000000010000000000000001', offset: 8192, bytes: Buffer.from('ab\0c') });
  });

  test('tells of a sync that others were seen during when it began and when it had ended', () => {
    const events = readLines(
      `7 1.000 fdatasync(3<${segment}> <unfinished ...>`,
      `8 1.001 pwrite64(4<${segment}>, "x", 1, 0) = 1 <0.0001>`,
      '7 1.002 <... fdatasync resumed>) = 0 <0.002>',
    );
    expect(events.map(({ kind }) => kind)).toEqual(['sync-began', 'written', 'synced']);
    expect(events[2]).toMatchObject({ pid: 7, atMs: 1002 });
  });

  test('counts what was really written, not what was asked for', () => {
    const [event] = readLines(`7 1.5 pwrite64(3<${segment}>, "abcd", 4, 0) = 2 (DELAYED) <0.001>`);
    expect(event).toMatchObject({ bytes: Buffer.from('ab') });
  });

  test.each([
    ['a call that failed', `7 1.5 pwrite64(3<${segment}>, "abcd", 4, 0) = -1 ENOSPC (No space left on device) <0.001>`],
    ['a file of somebody else', '7 1.5 pwrite64(3</somewhere/else>, "abcd", 4, 0) = 4 <0.001>'],
    [
      'an answer that is no 202',
      '7 1.5 writev(21<TCP:[127.0.0.1:1->127.0.0.1:2]>, [{iov_base="HTTP/1.1 200 OK", iov_len=15}], 1) = 15 <0.001>',
    ],
  ])('says nothing where it is about %s', (_what, line) => {
    expect(readLines(line)).toEqual([]);
  });

  test.each([
    ['selesai', true],
    ['diproses', false],
  ])('tells that an answer 202 that says %s is about to leave', (state, read) => {
    const id = '01930000-0000-7000-8000-000000000000';
    const answer = Buffer.from(`HTTP/1.1 202 Accepted\r\nLocation: /v1/submissions/${id}\r\n\r\n{"id":"${id}","state":"${state}"}`);
    const events = readLines(`7 2.000 write(21<TCP:[127.0.0.1:1->127.0.0.1:2]>, ${toStraceString(answer)}, 120 <unfinished ...>`);
    expect(events).toEqual([{ kind: 'answered', submission: id, read, atMs: 2000 }]);
  });
});

describe('the durable disk', () => {
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'titian-disk-'));
    await writeFile(join(dir, 'table'), 'aaaa');
  });
  afterAll(() => rm(dir, { recursive: true }));

  test('keeps of a file what had been written before a sync began that has returned, and nothing else', () => {
    const disk = new DurableDisk(dir);
    const write = (offset: number, text: string): TraceEvent => ({ kind: 'written', file: 'table', offset, bytes: Buffer.from(text) });
    const seen: (string | undefined)[] = [];
    const take = (event: TraceEvent): void => {
      disk.take(event);
      seen.push(disk.read('table', 0, 10)?.toString());
    };
    take(write(0, 'b'));
    take({ kind: 'sync-began', pid: 7, file: 'table' });
    take(write(1, 'c'));
    take({ kind: 'synced', pid: 7, file: 'table', atMs: 0 });
    take({ kind: 'sync-began', pid: 8, file: 'table' });
    take({ kind: 'synced', pid: 8, file: 'table', atMs: 0 });
    expect(seen).toEqual(['aaaa', 'aaaa', 'aaaa', 'baaa', 'baaa', 'bcaa']);
  });

  test('takes no sync for done whose beginning it has not seen', () => {
    const disk = new DurableDisk(dir);
    expect(() => disk.take({ kind: 'synced', pid: 9, file: 'table', atMs: 0 })).toThrow('without its beginning');
  });
});

interface Written {
  readonly manager: number;
  readonly info: number;
  readonly xid: number;
  readonly bytes: number;
}

/** A log as PostgreSQL lays it out, of one segment that begins at `start`. */
function writeLog(start: number, records: readonly Written[]): Buffer {
  const log = Buffer.alloc(64 * pageBytes);
  let at = 0;
  const put = (bytes: Uint8Array): void => {
    for (const byte of bytes) {
      if (at % pageBytes === 0) at += writePageHeader(log, start, at);
      log[at] = byte;
      at += 1;
    }
  };
  for (const record of records) {
    put(toRecord(record));
    at = Math.ceil(at / 8) * 8;
  }
  return log;
}

function writePageHeader(log: Buffer, start: number, at: number): number {
  log.writeUInt16LE(0xd118, at);
  log.writeBigUInt64LE(BigInt(start + at), at + 8);
  return at === 0 ? 40 : 24;
}

function toRecord({ manager, info, xid, bytes }: Written): Buffer {
  const record = Buffer.alloc(24 + bytes, 0xab);
  record.fill(0, 0, 24);
  record.writeUInt32LE(record.length, 0);
  record.writeUInt32LE(xid, 4);
  record[16] = info;
  record[17] = manager;
  record.writeUInt32LE(toCrc32c(record.subarray(24), record.subarray(0, 20)), 20);
  return record;
}

const insert = (xid: number, bytes: number): Written => ({ manager: 10, info: 0, xid, bytes });
const commit = (xid: number): Written => ({ manager: 1, info: 0x80, xid, bytes: 30 });
const abort = (xid: number): Written => ({ manager: 1, info: 0x20, xid, bytes: 30 });

describe('the reader of the log', () => {
  const start = 3 * segmentBytes;
  const readerOf = (log: Buffer) =>
    createWalReader(start, (lsn, length) => (lsn < start ? undefined : log.subarray(lsn - start, lsn - start + length)));

  test('has the CRC of the standard', () => {
    expect(toCrc32c(Buffer.from('123456789'))).toBe(0xe3069283);
  });

  test('passes the commits of records that run on over many pages', () => {
    const reader = readerOf(writeLog(start, [insert(5, 20_000), commit(5), insert(6, 9000), abort(6), insert(7, 100), commit(7)]));
    expect(reader.advance()).toEqual([5, 7]);
  });

  test('stops where a byte of a record is not yet durable, and goes on when it is', () => {
    const whole = writeLog(start, [insert(5, 20_000), commit(5), commit(6)]);
    const disk = Buffer.from(whole.subarray(0, 2 * pageBytes));
    const log = Buffer.concat([disk, Buffer.alloc(62 * pageBytes)]);
    const reader = readerOf(log);
    expect(reader.advance()).toEqual([]);
    whole.copy(log);
    expect(reader.advance()).toEqual([5, 6]);
  });

  test('takes no page of a segment that was used before for one of this log', () => {
    const log = writeLog(start, [commit(5)]);
    writePageHeader(log, start - segmentBytes, 0);
    expect(readerOf(log).advance()).toEqual([]);
  });

  test('takes no record whose bytes were changed', () => {
    const log = writeLog(start, [commit(5), commit(6)]);
    const second = log.lastIndexOf(0xab);
    log[second] = 0xac;
    expect(readerOf(log).advance()).toEqual([5]);
  });

  test('leaves the rest of a segment that was switched from', () => {
    const first = writeLog(start, [commit(5), { manager: 0, info: 0x40, xid: 0, bytes: 0 }]);
    const second = writeLog(start + segmentBytes, [commit(6)]);
    const read = (lsn: number, length: number) =>
      lsn >= start + segmentBytes
        ? second.subarray(lsn - start - segmentBytes, lsn - start - segmentBytes + length)
        : first.subarray(lsn - start, lsn - start + length);
    expect(createWalReader(start, read).advance()).toEqual([5, 6]);
  });

  test('knows the names of segments', () => {
    expect(toSegmentName(toLsn('2/FE000028'), 1)).toBe('0000000100000002000000FE');
  });
});

describe('the proof of an answer', () => {
  const answer = { submission: 'a', read: true, order: 10, atMs: 100 };
  const stored = new Map([['a', { submission: 'a', received: [1], verdicts: [2] }]]);
  const durable = (order: number) => new Map([1, 2].map((xid) => [xid, { order: xid === 1 ? 3 : order, atMs: 99 }] as const));

  test('says how long before the answer its last commit was durable', () => {
    expect(proveAnswers([answer], stored, durable(9))).toMatchObject({ flushedBefore: 1, marginsMs: [1], unproved: [] });
  });

  test.each([
    ['whose verdicts were synced after it', answer, stored, durable(11)],
    ['whose commit was never synced', answer, stored, new Map()],
    ['whose submission is not stored', answer, new Map(), durable(9)],
    ['of a submission that no transaction stored', answer, new Map([['a', { submission: 'a', received: [], verdicts: [] }]]), durable(9)],
  ])('fails for one %s', (_what, one, by, at) => {
    expect(proveAnswers([one], by, at)).toMatchObject({ answers: 1, flushedBefore: 0 });
  });

  test('asks of one that says that rows are still being read for the bytes only', () => {
    expect(proveAnswers([{ ...answer, read: false }], stored, durable(11)).flushedBefore).toBe(1);
  });
});
