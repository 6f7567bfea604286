import { DurableDisk } from './durable-disk.ts';
import { openTrace } from './read-trace.ts';
import { createWalReader, segmentBytes, toSegmentName, type Lsn } from './wal-reader.ts';

/** When something was seen: its place among all events of the trace, and the clock. */
export interface Moment {
  readonly order: number;
  readonly atMs: number;
}

/** An answer 202 whose first bytes were about to be written. */
export interface TracedAnswer extends Moment {
  readonly submission: string;
  /** False where it says that rows are still being read: it then promises the bytes only. */
  readonly read: boolean;
}

/** What a trace says so far. */
export interface Follower {
  readonly disk: DurableDisk;
  readonly answers: readonly TracedAnswer[];
  /** When the commit of a transaction had become durable: the sync that covered its last byte, and all of the log before it, had returned. */
  readonly durableAt: ReadonlyMap<number, Moment>;
  /** Reads the trace to its end; answers how many of the events that were new touched the disk. */
  follow(): number;
  /** Where the durable log ends. */
  durable(): Lsn;
  /** How many syncs of the log were seen. */
  syncs(): number;
  /** Gives back the disk under what was read, where the file system can: a trace with whole contents is long. */
  forget(): Promise<void>;
  close(): void;
}

/** Where the server's data lies, a copy of it that is kept as durable as the trace shows, and where the log is read from. */
export interface Following {
  readonly pgData: string;
  readonly disk: string;
  readonly start: Lsn;
}

const timeline = 1;

/** Follows a trace from its beginning. */
export function followTrace(path: string, { pgData, disk: dir, start }: Following): Follower {
  const trace = openTrace(path, pgData);
  const disk = new DurableDisk(dir);
  const wal = createWalReader(start, (lsn, length) => disk.read(`pg_wal/${toSegmentName(lsn, timeline)}`, lsn % segmentBytes, length));
  const answers: TracedAnswer[] = [];
  const durableAt = new Map<number, Moment>();
  let [order, syncs] = [0, 0];
  const follow = (): number => {
    let touched = 0;
    for (const event of trace.read()) {
      order += 1;
      if (event.kind === 'answered') {
        answers.push({ submission: event.submission, read: event.read, order, atMs: event.atMs });
        continue;
      }
      touched += 1;
      const more = disk.take(event);
      if (!more || event.kind !== 'synced' || !event.file.startsWith('pg_wal/')) continue;
      syncs += 1;
      for (const xid of wal.advance()) durableAt.set(xid, { order, atMs: event.atMs });
    }
    return touched;
  };
  return {
    ...{ disk, answers, durableAt, follow },
    durable: () => wal.position(),
    syncs: () => syncs,
    forget: () => trace.forget(),
    close: () => {
      trace.close();
    },
  };
}
