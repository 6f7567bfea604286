import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import type { ClientBase, Connection } from 'pg';

/** What pg's connection offers during COPY beyond its published types. */
interface CopyConnection {
  readonly stream: Duplex;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

interface CopyMessage {
  readonly chunk: Buffer;
}

interface CommandTag {
  readonly text: string;
}

const batchBytes = 262_144;

/**
 * Runs `COPY … TO STDOUT` and hands the rows on in pieces of about 256 KiB, never faster than `take` is done with them.
 * Answers with the number of rows the server counted. A fault of `take` ends the connection: the server would send the rest for nothing.
 */
export function copyOut(client: ClientBase, sql: string, take: (rows: Buffer) => Promise<void>): Promise<number> {
  return new Promise((resolve, reject) => {
    const batch = createBatch(take);
    let rows = 0;
    client.query({
      submit: (connection: Connection) => {
        connection.query(sql);
      },
      handleCopyData: ({ chunk }: CopyMessage, { stream }: CopyConnection) => {
        if (batch.add(chunk) < batchBytes) return;
        stream.pause();
        batch.hand().then(
          () => stream.resume(),
          (fault: unknown) => {
            stream.destroy();
            reject(asError(fault));
          },
        );
      },
      handleCommandComplete: ({ text }: CommandTag) => {
        rows = countOf(text);
      },
      handleReadyForQuery: () => {
        batch.hand().then(() => {
          resolve(rows);
        }, reject);
      },
      handleError: reject,
    });
  });
}

interface Batch {
  /** Adds a row and says how many bytes are waiting. */
  add(row: Buffer): number;
  /** Hands on what is waiting, after what was handed on before. */
  hand(): Promise<void>;
}

function createBatch(take: (rows: Buffer) => Promise<void>): Batch {
  let waiting: Buffer[] = [];
  let bytes = 0;
  let taking = Promise.resolve();
  return {
    add: (row) => {
      // The driver reuses the memory behind a chunk.
      waiting.push(Buffer.from(row));
      bytes += row.length;
      return bytes;
    },
    hand: () => {
      const piece = Buffer.concat(waiting);
      waiting = [];
      bytes = 0;
      taking = taking.then(() => take(piece));
      return taking;
    },
  };
}

/** Runs `COPY … FROM STDIN` with pieces of rows as they come, never faster than the server takes them. Answers with the number of rows it counted. */
export function copyIn(client: ClientBase, sql: string, pieces: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    let cause: unknown;
    const state = { ended: false };
    client.query({
      submit: (connection: Connection) => {
        connection.query(sql);
      },
      handleCopyInResponse: (connection: CopyConnection) => {
        send(connection, pieces, state).catch((fault: unknown) => {
          cause = fault;
          connection.sendCopyFail('the file ended early');
        });
      },
      handleCommandComplete: ({ text }: CommandTag) => {
        rows = countOf(text);
      },
      handleReadyForQuery: () => {
        resolve(rows);
      },
      // A fault of the file is told rather than the server's complaint about it.
      handleError: (error: Error) => {
        state.ended = true;
        reject(cause === undefined ? error : asError(cause));
      },
    });
  });
}

async function send(connection: CopyConnection, pieces: AsyncIterable<Buffer>, state: { readonly ended: boolean }): Promise<void> {
  for await (const piece of pieces) {
    if (state.ended) return;
    if (piece.length > 0) connection.sendCopyFromChunk(piece);
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
  }
  if (!state.ended) connection.endCopyFrom();
}

function countOf(tag: string): number {
  return Number(tag.replace(/^COPY /, ''));
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault));
}
