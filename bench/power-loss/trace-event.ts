import { readCString } from './read-c-string.ts';

/** What a line of the trace says about the disk of the server or about an answer. `file` is relative to the data directory. */
export type TraceEvent =
  | { readonly kind: 'written'; readonly file: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'sync-began'; readonly pid: number; readonly file: string }
  | { readonly kind: 'synced'; readonly pid: number; readonly file: string; readonly atMs: number }
  | { readonly kind: 'cut'; readonly file: string; readonly length: number }
  | { readonly kind: 'renamed' | 'linked'; readonly file: string; readonly to: string }
  | { readonly kind: 'removed'; readonly file: string }
  /** The first bytes of an answer 202 are about to be written to a sender's connection; `read` unless it says that rows are still being read. */
  | { readonly kind: 'answered'; readonly submission: string; readonly read: boolean; readonly atMs: number };

/** A call of the system with its arguments as strace wrote them, and what it returned. */
export interface TracedCall {
  readonly pid: number;
  readonly name: string;
  readonly args: Buffer;
  readonly result: string;
  /** When it was called, in milliseconds since 1970. */
  readonly atMs: number;
}

/** The calls to be traced; strace is told to write nothing else down. */
export const tracedCalls =
  'pwrite64,pwritev,write,writev,fsync,fdatasync,ftruncate,openat,rename,renameat,renameat2,link,linkat,unlink,unlinkat'.split(',');

/** Turns calls into events. Keeps where each open file is written next, for those written without an offset. */
export class EventReader {
  private readonly root: string;
  private readonly positions = new Map<string, number>();

  /** `root` is the data directory; the server works in it, so its relative paths begin there. */
  constructor(root: string) {
    this.root = root;
  }

  /** What was asked for, before it is known what became of it. */
  begun({ pid, name, args, atMs }: TracedCall): TraceEvent | undefined {
    if (name === 'fsync' || name === 'fdatasync') {
      const file = this.fileOf(args);
      return file === undefined ? undefined : { kind: 'sync-began', pid, file };
    }
    const answered = name === 'write' || name === 'writev' ? toAnswered(args) : undefined;
    return answered === undefined ? undefined : { kind: 'answered', ...answered, atMs };
  }

  /** What was done. A call that failed did nothing. `endedMs` is when it returned. */
  ended(call: TracedCall, endedMs: number): TraceEvent | undefined {
    if (call.result.startsWith('-')) return undefined;
    if (call.name.includes('write')) return this.toWritten(call);
    switch (call.name) {
      case 'fsync':
      case 'fdatasync':
        return this.toSynced(call, endedMs);
      case 'openat':
        return this.opened(call);
      case 'ftruncate':
        return this.toCut(call);
      default:
        return this.toNamed(call);
    }
  }

  private toSynced({ pid, args }: TracedCall, atMs: number): TraceEvent | undefined {
    const file = this.fileOf(args);
    return file === undefined ? undefined : { kind: 'synced', pid, file, atMs };
  }

  private opened({ pid, args, result }: TracedCall): TraceEvent | undefined {
    const [, descriptor = '', path = ''] = /^(\d+)<([^>]*)>/.exec(result) ?? [];
    const file = this.within(path);
    if (file === undefined) return undefined;
    this.positions.set(`${String(pid)} ${descriptor}`, 0);
    return args.includes('O_TRUNC') ? { kind: 'cut', file, length: 0 } : undefined;
  }

  private toCut({ args }: TracedCall): TraceEvent | undefined {
    const file = this.fileOf(args);
    return file === undefined ? undefined : { kind: 'cut', file, length: lastNumber(args) };
  }

  private toWritten({ pid, name, args, result }: TracedCall): TraceEvent | undefined {
    const file = this.fileOf(args);
    if (file === undefined) return undefined;
    const bytes = (name.endsWith('v') ? readParts(args) : readCString(args, args.indexOf(0x22)).bytes).subarray(
      0,
      Number.parseInt(result, 10),
    );
    if (name.startsWith('p')) return { kind: 'written', file, offset: lastNumber(args), bytes };
    const open = `${String(pid)} ${args.toString('latin1', 0, args.indexOf(0x3c))}`;
    const offset = this.positions.get(open) ?? 0;
    this.positions.set(open, offset + bytes.length);
    return { kind: 'written', file, offset, bytes };
  }

  private toNamed({ name, args }: TracedCall): TraceEvent | undefined {
    const paths = [...args.toString('latin1').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path = '']) => this.within(path));
    const [file, to] = paths;
    if (name.startsWith('unlink')) return file === undefined ? undefined : { kind: 'removed', file };
    if (file === undefined || to === undefined) return undefined;
    return { kind: name.startsWith('link') ? 'linked' : 'renamed', file, to };
  }

  /** The file of the descriptor that a call begins with, as `-y` names it. */
  private fileOf(args: Buffer): string | undefined {
    const from = args.indexOf(0x3c);
    const path = from === -1 ? '' : args.toString('latin1', from + 1, args.indexOf(0x3e, from));
    return path.startsWith('/') ? this.within(path) : undefined;
  }

  private within(path: string): string | undefined {
    if (!path.startsWith('/')) return path;
    return path.startsWith(`${this.root}/`) ? path.slice(this.root.length + 1) : undefined;
  }
}

const answerHead = '"HTTP/1.1 202 ';
const socket = /^\d+<(TCP|TCPv6|socket)/;

/** The submission that an answer 202 names in its Location, and whether its body says that it is read; undefined for everything else that is written. */
function toAnswered(args: Buffer): { readonly submission: string; readonly read: boolean } | undefined {
  const head = args.toString('latin1', 0, 2000);
  if (!socket.test(head) || !head.includes(answerHead)) return undefined;
  const submission = /\/v1\/submissions\/([0-9a-f-]{36})/.exec(head)?.[1] ?? '';
  return { submission, read: !head.includes(String.raw`\"state\":\"diproses\"`) };
}

function readParts(args: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = args.indexOf('iov_base='); at !== -1; at = args.indexOf('iov_base=', at)) {
    const { bytes, end } = readCString(args, at + 'iov_base='.length);
    parts.push(bytes);
    at = end;
  }
  return Buffer.concat(parts);
}

function lastNumber(args: Buffer): number {
  const tail = args.toString('latin1', Math.max(0, args.length - 40));
  return Number(tail.slice(tail.lastIndexOf(',') + 1));
}
