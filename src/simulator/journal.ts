import { fdatasyncSync, mkdirSync, openSync, closeSync, readSync, ftruncateSync, fstatSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isJsonObject, parseJson, type Json, type JsonObject } from './json.ts';

/** A line found again at start, with the place of its first byte in the file. */
export interface JournalLine {
  readonly value: JsonObject;
  readonly offset: number;
  readonly length: number;
}

/** What was found when a journal was opened. */
export interface JournalOpening {
  readonly lines: number;
  /** Bytes of a last line that a power cut left unfinished; they were never answered for and are cut off. */
  readonly tornBytes: number;
}

/** The journal cannot be read or written; nothing may be answered that is not in it. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * An append-only file of JSON lines that outlives the process.
 * Lines are numbered by offset at once and written behind; `settled` waits until all of them are on the disk, one fdatasync for all who wait.
 */
export class Journal {
  private pending: Buffer[] = [];
  private waiters: Waiter[] = [];
  private running = false;
  private failure: JournalError | undefined;
  private end: number;
  private readonly file: FileHandle;
  private readonly reader: number;
  /** What is appended outlives the process, so that texts need not be held in memory. */
  readonly durable: boolean = true;
  readonly counts = { lines: 0, syncs: 0 };

  private constructor(file: FileHandle, reader: number, end: number) {
    this.file = file;
    this.reader = reader;
    this.end = end;
  }

  /** Opens the journal, hands every whole line to `replay` in order, and cuts off a torn last line. */
  static async open(path: string, replay: (line: JournalLine) => void): Promise<{ journal: Journal; opening: JournalOpening }> {
    mkdirSync(dirname(path), { recursive: true });
    const { lines, end, size } = replayFile(path, replay);
    const journal = new Journal(await open(path, 'a'), openSync(path, 'r'), end);
    return { journal, opening: { lines, tornBytes: size - end } };
  }

  /** The length of the file once everything appended so far is written. */
  get bytes(): number {
    return this.end;
  }

  /** Takes a line; it stands in the file only after `settled`. Returns the offset of its first byte. */
  append(line: Buffer): number {
    if (this.failure !== undefined) throw this.failure;
    const offset = this.end;
    this.pending.push(line);
    this.end += line.length;
    this.counts.lines += 1;
    return offset;
  }

  /** Waits until everything appended before this call is on the disk. */
  settled(): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    if (this.pending.length === 0 && !this.running) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.waiters.push({ resolve, reject });
      if (!this.running) void this.flush();
    });
  }

  /** Reads bytes that are already on the disk. */
  read(offset: number, length: number): string {
    const bytes = Buffer.allocUnsafe(length);
    const count = readSync(this.reader, bytes, 0, length, offset);
    if (count !== length) throw new JournalError('the journal is shorter than its index: was it changed while the simulator ran?');
    return bytes.toString('utf8');
  }

  /** Forgets every line, as if nothing had ever been written. */
  async empty(): Promise<void> {
    while (this.pending.length > 0 || this.running) await this.settled();
    ftruncateSync(this.file.fd, 0);
    this.end = 0;
  }

  /** Writes what is pending and closes the file. */
  async close(): Promise<void> {
    await this.settled().catch(() => undefined);
    closeSync(this.reader);
    await this.file.close();
  }

  private async flush(): Promise<void> {
    this.running = true;
    while (this.failure === undefined && (this.pending.length > 0 || this.waiters.length > 0)) {
      const [lines, waiters] = [this.pending, this.waiters];
      this.pending = [];
      this.waiters = [];
      await this.writeDown(lines).catch((cause: unknown) => {
        this.failure = new JournalError('the journal could not be written; the simulator answers nothing more', { cause });
      });
      for (const waiter of waiters) this.release(waiter);
    }
    for (const waiter of this.waiters.splice(0)) this.release(waiter);
    this.running = false;
  }

  private async writeDown(lines: readonly Buffer[]): Promise<void> {
    if (lines.length === 0) return;
    await this.file.appendFile(Buffer.concat(lines));
    await this.file.datasync();
    this.counts.syncs += 1;
  }

  private release(waiter: Waiter): void {
    if (this.failure === undefined) waiter.resolve();
    else waiter.reject(this.failure);
  }
}

function replayFile(path: string, replay: (line: JournalLine) => void): { lines: number; end: number; size: number } {
  const file = openSync(path, 'a+');
  try {
    const size = fstatSync(file).size;
    let [lines, end] = [0, 0];
    for (const { bytes, offset } of linesOf(file)) {
      const value = readLine(bytes);
      // A broken line that ends in a newline but is not the last was not torn: somebody changed the file.
      if (value === undefined && offset + bytes.length + 1 < size)
        throw new JournalError(`the journal is damaged at byte ${String(offset)}`);
      if (value === undefined) break;
      replay({ value, offset, length: bytes.length });
      end = offset + bytes.length + 1;
      lines += 1;
    }
    if (end < size) {
      ftruncateSync(file, end);
      fdatasyncSync(file);
    }
    return { lines, end, size };
  } finally {
    closeSync(file);
  }
}

/** Walks over the lines that end in a newline; a rest without one is torn and is not given out. */
function* linesOf(file: number): Generator<{ bytes: Buffer; offset: number }> {
  const chunk = Buffer.allocUnsafe(1 << 20);
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for (
    let position = 0, count = readSync(file, chunk, 0, chunk.length, 0);
    count > 0;
    count = readSync(file, chunk, 0, chunk.length, position)
  ) {
    position += count;
    rest = Buffer.concat([rest, chunk.subarray(0, count)]);
    for (let newline = rest.indexOf(10); newline !== -1; newline = rest.indexOf(10)) {
      yield { bytes: rest.subarray(0, newline), offset };
      rest = rest.subarray(newline + 1);
      offset += newline + 1;
    }
  }
}

function readLine(bytes: Buffer): JsonObject | undefined {
  try {
    const value: Json = parseJson(bytes.toString('utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
