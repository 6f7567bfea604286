import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { TraceFault } from './trace-fault.ts';
import type { TraceEvent } from './trace-event.ts';

interface Write {
  readonly order: number;
  readonly offset: number;
  readonly bytes: Buffer;
}

/**
 * The data directory as a power cut is certain to leave it: of each file only what had been written when an fsync or fdatasync of it
 * began that has returned. Names, lengths and removals count at once, as a journaling file system keeps them in order.
 */
export class DurableDisk {
  readonly dir: string;
  private readonly pending = new Map<string, Write[]>();
  /** By process: the file it is syncing, and the last write that this sync is sure to cover. */
  private readonly syncing = new Map<number, { readonly file: string; readonly upTo: number }>();
  private order = 0;

  /** `dir` is a copy of the data directory made when all of it was on the disk. */
  constructor(dir: string) {
    this.dir = dir;
  }

  /** Takes an event in; true when more has become durable. */
  take(event: TraceEvent): boolean {
    if (event.kind === 'synced') return this.finishSync(event.pid, event.file);
    if (event.kind === 'sync-began') this.syncing.set(event.pid, { file: event.file, upTo: this.order });
    else if (event.kind === 'written') this.keepWrite(event.file, event.offset, event.bytes);
    else if (event.kind !== 'answered') this.changeNames(event);
    return false;
  }

  /** Reads what is durable of a file; fewer bytes where it ends, undefined where there is no such file. */
  read(file: string, offset: number, length: number): Buffer | undefined {
    const bytes = Buffer.allocUnsafe(length);
    try {
      const open = openSync(join(this.dir, file), 'r');
      const count = readSync(open, bytes, 0, length, offset);
      closeSync(open);
      return bytes.subarray(0, count);
    } catch {
      return undefined;
    }
  }

  private keepWrite(file: string, offset: number, bytes: Buffer): void {
    this.order += 1;
    this.pendingOf(file).push({ order: this.order, offset, bytes });
  }

  private pendingOf(file: string): Write[] {
    const known = this.pending.get(file) ?? [];
    this.pending.set(file, known);
    return known;
  }

  private finishSync(pid: number, file: string): boolean {
    const sync = this.syncing.get(pid);
    this.syncing.delete(pid);
    if (sync?.file !== file) throw new TraceFault(`The trace has the end of a sync of ${file} without its beginning`);
    const writes = this.pendingOf(file);
    const covered = writes.filter(({ order }) => order <= sync.upTo);
    this.pending.set(
      file,
      writes.filter(({ order }) => order > sync.upTo),
    );
    if (covered.length === 0) return false;
    const path = join(this.dir, file);
    mkdirSync(dirname(path), { recursive: true });
    const open = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    for (const { offset, bytes } of covered) writeSync(open, bytes, 0, bytes.length, offset);
    closeSync(open);
    return true;
  }

  private changeNames(event: Extract<TraceEvent, { readonly kind: 'cut' | 'renamed' | 'linked' | 'removed' }>): void {
    const path = join(this.dir, event.file);
    switch (event.kind) {
      case 'removed':
        this.pending.delete(event.file);
        rmSync(path, { force: true });
        return;
      case 'cut':
        this.cut(event.file, event.length);
        return;
      case 'linked':
        tolerateAbsence(() => {
          copyFileSync(path, join(this.dir, event.to));
        });
        return;
      case 'renamed':
        this.pending.set(event.to, this.pending.get(event.file) ?? []);
        this.pending.delete(event.file);
        rmSync(join(this.dir, event.to), { force: true });
        tolerateAbsence(() => {
          renameSync(path, join(this.dir, event.to));
        });
    }
  }

  private cut(file: string, length: number): void {
    this.pending.set(
      file,
      this.pendingOf(file)
        .filter(({ offset }) => offset < length)
        .map((write) => ({ ...write, bytes: write.bytes.subarray(0, length - write.offset) })),
    );
    tolerateAbsence(() => {
      const open = openSync(join(this.dir, file), 'r+');
      // Only shorter: a length alone makes nothing durable.
      if (fstatSync(open).size > length) ftruncateSync(open, length);
      closeSync(open);
    });
  }
}

/** A file that was never synced is not among the durable ones. */
function tolerateAbsence(act: () => void): void {
  try {
    act();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  }
}
