import { setTimeout as pause } from 'node:timers/promises';
import { ensureCluster } from './cluster.ts';
import type { EmbeddedEvent } from './embedded-event.ts';
import { EmbeddedFault } from './embedded-fault.ts';
import { findPostmaster } from './postmaster.ts';
import { askServer, ensureDatabase, toUrl } from './server-answer.ts';
import { settleHome } from './server-home.ts';
import type { ServerHome } from './server-home.ts';
import { choosePort, isFree, preferredPortOf, rememberPort } from './server-port.ts';
import { startServer, stopServer } from './server-process.ts';
import { findServerPrograms } from './server-programs.ts';
import type { ServerPrograms } from './server-programs.ts';

/** A PostgreSQL of our own that serves one data folder. `stop` ends it and never deletes data; it may be called twice. */
export interface EmbeddedServer {
  readonly url: string;
  /** True when the server was found running, left behind by a gateway that was killed. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/** Where the data lies, which port is preferred, who is told what happens, and where root may put a cluster nobody else can reach. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly port?: number;
  /** Nothing but this port will do, because a store is connected to it: it is waited for, and none other is taken or remembered. */
  readonly samePort?: number;
  readonly fallbackDir?: string;
  readonly say: (event: EmbeddedEvent) => void;
}

interface Opening extends EmbeddedOptions {
  readonly home: ServerHome;
  readonly programs: ServerPrograms;
  readonly password: string;
}

interface Running {
  readonly port: number;
  readonly adopted: boolean;
}

const tryAgainMs = 300;
/** After kill -9 PostgreSQL refuses for 1-3 s, until the dead server and its children are gone (measured); we allow ten times that. */
const triesWithoutServer = 50;
/** A server that replays its log after a power cut is at work, not stuck: ten minutes. */
const triesWithServer = 2000;

/** Opens the embedded server of a data folder: made at first start, adopted if it still runs, started otherwise. */
export async function openEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = await settleHome(options);
  const programs = await findServerPrograms(home, options.say);
  const password = await ensureCluster(home, programs, options.say);
  const { port, adopted } = await adoptOrStart({ ...options, home, programs, password });
  await ensureDatabase(port, password);
  return { url: toUrl(port, password, 'titian'), adopted, stop: () => stop(home, programs, options.say) };
}

async function adoptOrStart(opening: Opening): Promise<Running> {
  let patience = triesWithoutServer;
  let lastWords = '';
  for (let tries = 0; tries < patience; tries += 1) {
    const found = await findPostmaster(opening.home.pgData);
    if (found === undefined) {
      const started = await start(opening);
      if (typeof started === 'object') return started;
      lastWords = started;
    } else {
      const answer = await askServer(found.port, opening.password, opening.home.pgData);
      if (answer === 'ready') return adopt(opening, found.pid, found.port);
      if (answer === 'busy') patience = triesWithServer;
    }
    if (tries === 0) sayWaiting(opening);
    await pause(tryAgainMs);
  }
  throw new EmbeddedFault(
    `PostgreSQL tidak dapat dijalankan di ${opening.home.pgData}. Lihat postgres.log di sebelahnya. Kata-kata terakhirnya:\n${lastWords}`,
    `PostgreSQL could not be started in ${opening.home.pgData}. See postgres.log beside it. Its last words stand above.`,
  );
}

/** Starts the server, or answers with what it said when it did not start. */
async function start(opening: Opening): Promise<Running | string> {
  const { home, programs, say } = opening;
  const port = await findPort(opening);
  if (port === undefined) return `port ${String(opening.samePort)}`;
  const { code, output } = await startServer(home, programs, port);
  if (code !== 0) return output;
  await rememberPort(home.directory, port);
  say({ kind: 'started', id: `PostgreSQL berjalan pada port ${String(port)}.`, en: `PostgreSQL runs on port ${String(port)}.` });
  return { port, adopted: false };
}

/** Undefined while the one port that will do is not free; the remains of a killed server may hold it for a moment. */
async function findPort({ home, port, samePort }: Opening): Promise<number | undefined> {
  if (samePort === undefined) return choosePort(home.directory, port ?? preferredPortOf(home.directory));
  return (await isFree(samePort)) ? samePort : undefined;
}

function adopt({ say }: Opening, pid: number, port: number): Running {
  say({
    kind: 'adopted',
    id: `PostgreSQL dari gateway sebelumnya masih berjalan (proses ${String(pid)}, port ${String(port)}) dan dipakai lagi.`,
    en: `The PostgreSQL of the gateway before still runs (process ${String(pid)}, port ${String(port)}) and is used again.`,
  });
  return { port, adopted: true };
}

function sayWaiting({ say }: Opening): void {
  say({
    kind: 'waiting',
    id: 'PostgreSQL belum siap (mungkin baru dihentikan paksa); dicoba lagi.',
    en: 'PostgreSQL is not ready yet (it may have been killed a moment ago); trying again.',
  });
}

async function stop(home: ServerHome, programs: ServerPrograms, say: Opening['say']): Promise<void> {
  if ((await findPostmaster(home.pgData)) === undefined) return;
  const { code, output } = await stopServer(home, programs);
  if (code !== 0 && (await findPostmaster(home.pgData)) !== undefined) {
    throw new EmbeddedFault(
      `PostgreSQL tidak mau berhenti dalam satu menit. Kata pg_ctl: ${output}`,
      'PostgreSQL did not stop within a minute. pg_ctl said what stands above.',
    );
  }
  say({ kind: 'stopped', id: 'PostgreSQL dihentikan; datanya tetap ada.', en: 'PostgreSQL is stopped; its data stays.' });
}
