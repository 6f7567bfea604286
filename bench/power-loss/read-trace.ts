import { execFile } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { EventReader, type TraceEvent, type TracedCall } from './trace-event.ts';

/** A trace that is read on while strace still writes it. */
export interface TraceFile {
  /** The events of every line that has become whole since the last time. */
  read(): Generator<TraceEvent>;
  /** Gives back the disk under what was read, where the file system can. */
  forget(): Promise<void>;
  close(): void;
}

const chunkBytes = 1 << 20;
const newline = 0x0a;
const unfinished = Buffer.from(' <unfinished ...>');

/**
 * Opens the trace of `strace -f -ttt -T -yy`. One tracer sees every stop of every process, one after the other: the order of its lines
 * is the order in which calls were made and had returned, and a process goes on only after its line.
 */
export function openTrace(path: string, root: string): TraceFile {
  const file = openSync(path, 'r');
  const lines = new LineReader(root);
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let rest: Buffer[] = [];
  let passed = 0;
  return {
    read: function* () {
      for (let count = readSync(file, chunk); count > 0; count = readSync(file, chunk)) {
        passed += count;
        let from = 0;
        for (let end = chunk.indexOf(newline); end !== -1 && end < count; end = chunk.indexOf(newline, from)) {
          yield* lines.read(Buffer.concat([...rest, chunk.subarray(from, end)]));
          rest = [];
          from = end + 1;
        }
        rest.push(Buffer.from(chunk.subarray(from, count)));
      }
    },
    forget: async () => {
      await promisify(execFile)('fallocate', ['--punch-hole', '--offset', '0', '--length', String(passed), path]).catch(() => undefined);
    },
    close: () => {
      closeSync(file);
    },
  };
}

interface Begun {
  readonly name: string;
  readonly args: Buffer;
  readonly atMs: number;
}

/** Reads line by line, and joins the two halves of a call during which others were seen. */
export class LineReader {
  private readonly events: EventReader;
  private readonly root: string;
  private readonly waiting = new Map<number, Begun>();

  constructor(root: string) {
    this.root = root;
    this.events = new EventReader(root);
  }

  *read(line: Buffer): Generator<TraceEvent> {
    const head = /^(\d+) +(\d+\.\d+) (?:<\.\.\. (\w+) resumed>|(\w+)\()/.exec(line.toString('latin1', 0, 80));
    if (head === null) return;
    const [start, pidText, seconds, resumed, name = ''] = head;
    const pid = Number(pidText);
    const atMs = Number(seconds) * 1000;
    const rest = line.subarray(start.length);
    if (resumed !== undefined) yield* this.resume(pid, rest, atMs);
    else if (isOfInterest(rest, this.root, name)) yield* this.begin({ pid, name, atMs }, rest);
  }

  private *begin({ pid, name, atMs }: { pid: number; name: string; atMs: number }, rest: Buffer): Generator<TraceEvent> {
    const halved = rest.subarray(-unfinished.length).equals(unfinished);
    const { args, result, tookMs } = halved ? { args: rest.subarray(0, -unfinished.length), result: '', tookMs: 0 } : splitResult(rest);
    const call: TracedCall = { pid, name, args, result, atMs };
    yield* present(this.events.begun(call));
    if (halved) this.waiting.set(pid, { name, args, atMs });
    else yield* present(this.events.ended(call, atMs + tookMs));
  }

  private *resume(pid: number, rest: Buffer, endedMs: number): Generator<TraceEvent> {
    const begun = this.waiting.get(pid);
    if (begun === undefined) return;
    this.waiting.delete(pid);
    const { args, result } = splitResult(Buffer.concat([begun.args, rest]));
    yield* present(this.events.ended({ pid, name: begun.name, args, result, atMs: begun.atMs }, endedMs));
  }
}

/** Most lines are the gateway's talk with its database and the platform. */
function isOfInterest(rest: Buffer, root: string, name: string): boolean {
  if (!/^(p?writev?|pwrite64|f(data)?sync|ftruncate|openat)$/.test(name)) return true;
  return rest.subarray(0, 400).includes(root) || rest.subarray(0, 200).includes('"HTTP/1.1 202 ') || name === 'openat';
}

/** `ARGS) = RESULT <SECONDS>` */
function splitResult(rest: Buffer): { readonly args: Buffer; readonly result: string; readonly tookMs: number } {
  const at = rest.lastIndexOf(') = ');
  if (at === -1) return { args: rest, result: '-', tookMs: 0 };
  const [, result = '-', seconds = '0'] = /^(.*?)(?: <(\d+\.\d+)>)?$/.exec(rest.toString('latin1', at + 4)) ?? [];
  return { args: rest.subarray(0, at), result, tookMs: Number(seconds) * 1000 };
}

function present(event: TraceEvent | undefined): readonly TraceEvent[] {
  return event === undefined ? [] : [event];
}
