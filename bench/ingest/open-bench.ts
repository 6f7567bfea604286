import { randomBytes, randomUUID } from 'node:crypto';
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway, type Gateway } from '../../src/gateway.ts';
import { loadTables, type Tables } from '../../src/load-tables.ts';
import type { Site } from '../../src/map/place.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { packageRoot } from '../../src/root.ts';
import { openEmbeddedServer } from '../../src/store/embedded/embedded-server.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';

/** The way in as the gateway has it, on an embedded server of its own. */
export interface Bench {
  readonly gateway: Gateway;
  readonly store: Store;
  readonly tables: Tables;
  readonly site: Site;
  readonly url: string;
  /** Where server, site and sources of the bench lie. */
  readonly dir: string;
  close(): Promise<void>;
}

/** The form of the files that are measured: Posyandu Kenanga's columns and one more that names the posyandu. */
export const bulkSource = 'daftar-massal';

/** Name of the posyandu with that number. */
export function toPlaceName(index: number): string {
  return `Posyandu Uji ${String(index + 1)}`;
}

/** Opens gateway and server in a new folder; the site has `places` posyandu of an invented puskesmas, each in its own kelurahan. */
export async function openBench(
  places: number,
  { soleSender = false, now = () => new Date() }: { readonly soleSender?: boolean; readonly now?: () => Date } = {},
): Promise<Bench> {
  const dir = await mkdtemp(join(tmpdir(), 'titian-bench-'));
  const server = await openEmbeddedServer({ dataDir: join(dir, 'data'), say: () => undefined });
  const store = await openStore({ url: server.url, masterKey: randomBytes(32), environment: 'simulasi', random: randomBytes });
  const site = await readSiteFolder(await writeSite(dir, places, soleSender));
  await store.transact((tx) => store.site.importSite(tx, site, new Date()));
  const tables = await loadTables([await writeSource(dir)]);
  const site$ = Promise.resolve(site);
  const gateway = createGateway({
    ...{ store, tables, site: () => site$, now, newId: randomUUID },
    wake: () => undefined,
    owner: 'bench',
  });
  return {
    ...{ gateway, store, tables, site, url: server.url, dir },
    close: async () => {
      gateway.stop();
      await store.close();
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Of a sole sender nothing is looked for before a create: its policy says so (field rule 2). */
async function writeSite(dir: string, places: number, soleSender: boolean): Promise<string> {
  const site = join(dir, 'site');
  await cp(join(packageRoot, 'site-example'), site, { recursive: true });
  const lines = Array.from(
    { length: places },
    (_, index) =>
      `uji-${String(index + 1)},posyandu,${toPlaceName(index)},,puskesmas-bengkuring,Kelurahan Uji ${String(index + 1)},WITA,08:00,11:00,12,,,Dewi Kartika,6472996402929703,,2020-01-01,,,,uji\n`,
  );
  await appendFile(join(site, 'jejaring.csv'), lines.join(''));
  const policies = join(site, 'policies.yaml');
  const decided = (await readFile(policies, 'utf8')).replace(/^ {2}other-senders:.*\n/gm, '');
  if (soleSender) await writeFile(policies, decided.replace(/^( {2}named-performer: true)$/gm, '$1\n  other-senders: false'));
  return site;
}

async function writeSource(dir: string): Promise<string> {
  const kenanga = join(packageRoot, 'sources', 'posyandu-kenanga');
  const own = join(dir, 'sources', bulkSource);
  await mkdir(own, { recursive: true });
  await cp(join(kenanga, 'codes.yaml'), join(own, 'codes.yaml'));
  await writeFile(
    join(own, 'columns.yaml'),
    `${await readFile(join(kenanga, 'columns.yaml'), 'utf8')}\nPosyandu: { is: visit.place, required: true }\n`,
  );
  const source = await readFile(join(kenanga, 'source.yaml'), 'utf8');
  const context = 'context:\n  place:\n    - { column: Posyandu }\n  date:\n    - { column: Tanggal Ukur }\n\nskip:';
  await writeFile(join(own, 'source.yaml'), source.replace(/^context:[^]*?^skip:/m, context));
  return join(dir, 'sources');
}
