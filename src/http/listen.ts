import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that takes requests. */
export interface Listening {
  readonly url: string;
  /** Takes no more requests and ends when those under way are answered, at the latest after `patienceMs`. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly patienceMs: number;
}

/** The address cannot be listened on; the message says why and what to do. */
export class ListenFault extends Error {
  override readonly name = 'ListenFault';
}

/** Listens on an address; throws a ListenFault where somebody else does, or where this user may not. */
export async function listen(app: RequestListener, { host, port, patienceMs }: ListenOptions): Promise<Listening> {
  const server = createServer(app);
  // Whoever asks before sending a body is told to go on only once there is room for it (RFC 9110, 10.1.1).
  server.on('checkContinue', app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(toListenFault(cause, host, port));
    });
    server.listen(port, host, resolve);
  });
  // A string only for pipes, null only before listening; neither can be here.
  const { port: had } = server.address() as AddressInfo;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${String(had)}`, close: () => close(server, patienceMs) };
}

/** A sender that never ends its file does not keep the gateway from ending: nothing of it is stored yet. */
async function close(server: Server, patienceMs: number): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeIdleConnections();
  const patience = setTimeout(() => {
    server.closeAllConnections();
  }, patienceMs);
  await ended;
  clearTimeout(patience);
}

function toListenFault(cause: NodeJS.ErrnoException, host: string, port: number): ListenFault {
  const where = `${host}:${String(port)}`;
  const [id, en] = reasons[cause.code ?? ''] ?? [
    `Titian tidak dapat mendengarkan di ${where} (${cause.code ?? cause.name}). Periksa TITIAN_HOST dan TITIAN_PORT.`,
    `Titian cannot listen on ${where} (${cause.code ?? cause.name}). Check TITIAN_HOST and TITIAN_PORT.`,
  ];
  return new ListenFault(`${id.replace('{}', where)}\n${en.replace('{}', where)}`, { cause });
}

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  EADDRINUSE: [
    'Alamat {} sudah dipakai program lain. Hentikan program itu, atau pilih port lain dengan TITIAN_PORT.',
    'The address {} is in use by another program. Stop it, or choose another port with TITIAN_PORT.',
  ],
  EACCES: [
    'Pengguna ini tidak boleh mendengarkan di {}. Pilih port di atas 1023 dengan TITIAN_PORT.',
    'This user may not listen on {}. Choose a port above 1023 with TITIAN_PORT.',
  ],
  EADDRNOTAVAIL: [
    'Alamat {} bukan milik komputer ini. Perbaiki TITIAN_HOST, misalnya 127.0.0.1 atau 0.0.0.0.',
    'The address {} does not belong to this machine. Correct TITIAN_HOST, such as 127.0.0.1 or 0.0.0.0.',
  ],
};
