import { JournalError, type Journal } from './journal.ts';

/** What the simulated platform asks of a journal. */
export type Keeper = Pick<Journal, 'durable' | 'bytes' | 'counts' | 'append' | 'settled' | 'read' | 'empty' | 'close'>;

/** A journal that keeps nothing: everything is gone when the simulator stops, and nothing waits for a disk. */
export class MemoryJournal implements Keeper {
  readonly durable = false;
  readonly counts = { lines: 0, syncs: 0 };
  private end = 0;

  get bytes(): number {
    return this.end;
  }

  append(line: Buffer): number {
    const offset = this.end;
    this.end += line.length;
    this.counts.lines += 1;
    return offset;
  }

  settled(): Promise<void> {
    return Promise.resolve();
  }

  read(): string {
    throw new JournalError('a journal in memory keeps no text');
  }

  empty(): Promise<void> {
    this.end = 0;
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
