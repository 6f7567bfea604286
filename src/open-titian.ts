import { randomBytes } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Issue } from './fhir/issue.ts';
import { readSite } from './map/places/read-site.ts';
import type { Site } from './map/place.ts';
import { ownServer } from './platforms/own-server.ts';
import { openEmbeddedServer, type EmbeddedServer } from './store/embedded/embedded-server.ts';
import type { EmbeddedEvent } from './store/embedded/embedded-event.ts';
import { isGatewayRunning } from './store/embedded/gateway-lock.ts';
import { findKeyId } from './store/key-check.ts';
import { openStore, type Store } from './store/open-store.ts';
import { toDatabaseFault } from './store/database-fault.ts';
import { openMasterKey } from './store/sealing/master-key.ts';
import { findStoreAilment } from './store/store-ailment.ts';
import { StoreFault } from './store/store-fault.ts';

/** What a start tells whoever started it; `code` names the event, the sentences are for people. */
export interface Told {
  readonly event: string;
  readonly id: string;
  readonly en: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

export type Tell = (told: Told) => void;

/** The store with whatever server it runs on. */
export interface OpenedStore {
  readonly store: Store;
  /** Of the database, with its password: never told to anybody. */
  readonly url: string;
  /** True when a server of ours was started here, rather than found running or named by DATABASE_URL. */
  readonly startedServer: boolean;
  /** False when the server does not answer at all. */
  readonly answers: () => Promise<boolean>;
  /** Starts the embedded server again where it was; undefined for a server that is not ours. */
  readonly revive: (() => Promise<void>) | undefined;
  /** True while a gateway works on the same data folder. */
  hasGateway(): Promise<boolean>;
  /** Closes the connections; ends the embedded server too when asked to. */
  close(options: { readonly server: boolean }): Promise<void>;
}

/** The site folder has no jejaring. */
export class NoSiteFault extends Error {}

/** Tables of a site cannot be used: every fault with its file and line. */
export class SiteFault extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map(({ cell, text, diagnostics }) => `${cell === undefined ? '' : `${cell}: `}${text}\n  ${diagnostics}`).join('\n'));
    this.issues = issues;
  }
}

/**
 * Opens the store: the embedded server or the one of DATABASE_URL, the master key, the schema.
 * A server that was started for it is ended again where the store cannot be opened.
 */
export async function openTitianStore(config: Config, tell: Tell): Promise<OpenedStore> {
  const server = config.databaseUrl === undefined ? await openServer(config, tell) : undefined;
  const startedServer = server !== undefined && !server.adopted;
  const url = server?.url ?? config.databaseUrl ?? '';
  const store = await openOn(url, config, tell).catch(async (fault: unknown) => {
    if (startedServer) await server.stop();
    throw config.databaseUrl === undefined ? fault : toDatabaseFault(config.databaseUrl, fault);
  });
  return {
    store,
    url,
    startedServer,
    answers: () =>
      store.db.rows('select-one').then(
        () => true,
        (fault: unknown) => findStoreAilment(fault) !== 'away',
      ),
    revive: server === undefined ? undefined : () => reviveServer(server.url, config, tell),
    hasGateway: () => isGatewayRunning(config.dataDir),
    close: async (options) => {
      await store.close();
      if (options.server) await server?.stop();
    },
  };
}

/** Platforms to which a gateway of these settings owes visits. */
export function platformsOf({ fhirServer }: Pick<Config, 'fhirServer'>): readonly string[] {
  return fhirServer === undefined ? ['satusehat'] : [ownServer, 'satusehat'];
}

async function openOn(url: string, config: Config, tell: Tell): Promise<Store> {
  const master = await openMasterKey(config.masterKeyFile, randomBytes, await findKeyId(url));
  if (master.created) tell(toldOfKey(config.masterKeyFile));
  const { environment } = config;
  return openStore({ url, masterKey: master.key, environment, random: randomBytes, platforms: platformsOf(config) });
}

/** Starts the dead server again at the port the store is connected to; waits where its remains, or a stranger, still hold it. */
async function reviveServer(url: string, config: Config, tell: Tell): Promise<void> {
  const told: Tell = (one) => {
    if (one.event === 'postgres-started') tell(one);
  };
  const server = await openServer(config, told, Number(new URL(url).port));
  if (server.url === url) return;
  // Somebody else started it meanwhile, elsewhere: it is theirs to stop.
  throw new StoreFault(
    'PostgreSQL mati, lalu dijalankan lagi pada port lain oleh perintah lain. Hentikan Titian lalu jalankan lagi.',
    'PostgreSQL died and was started again at another port by another command. Stop Titian and start it again.',
  );
}

async function openServer(config: Config, tell: Tell, samePort?: number): Promise<EmbeddedServer> {
  return openEmbeddedServer({
    dataDir: config.dataDir,
    ...(samePort === undefined ? {} : { samePort }),
    say: (event: EmbeddedEvent) => {
      tell({ event: `postgres-${event.kind}`, id: event.id, en: event.en });
    },
  });
}

function toldOfKey(file: string): Told {
  return {
    event: 'master-key-made',
    id: `Kunci induk dibuat di ${file}. Simpan salinannya di tempat lain: tanpa kunci ini data tidak dapat dibuka lagi oleh siapa pun.`,
    en: `The master key was made at ${file}. Keep a copy elsewhere: without it nobody can open the data again.`,
    facts: { file },
  };
}

/** Reads jejaring, pendaftaran and policies of a folder; throws a SiteFault that names every fault. */
export async function readSiteFolder(dir: string): Promise<Site> {
  await access(join(dir, 'jejaring.csv')).catch((cause: unknown) => {
    throw new NoSiteFault(
      `Tidak ada jejaring.csv di ${dir}. Salin site-example dan sesuaikan. / There is no jejaring.csv in ${dir}. Copy site-example and adapt it.`,
      { cause },
    );
  });
  const read = (name: string): Promise<string> => readFile(join(dir, name), 'utf8').catch(() => '');
  const site = readSite({
    jejaring: await read('jejaring.csv'),
    pendaftaran: await read('pendaftaran.csv'),
    policies: await read('policies.yaml'),
  });
  if (!site.ok) throw new SiteFault(site.issues);
  return site.value;
}
