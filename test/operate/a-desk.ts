import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig, type Config } from '../../src/config.ts';
import type { DeliveryDesk } from '../../src/deliveries.ts';
import { createGateway } from '../../src/gateway.ts';
import { createDeliveryDesk } from '../../src/gateway/delivery-desk.ts';
import { loadTables, type Tables } from '../../src/load-tables.ts';
import type { Site } from '../../src/map/place.ts';
import { openFace } from '../../src/open-face.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { createMetrics } from '../../src/operate/metrics.ts';
import { holdReasons } from '../../src/platforms/satusehat/holds/hold-reasons.ts';
import { createWordsOf } from '../../src/report/catalogue/cause-words.ts';
import { listErrorPages } from '../../src/report/catalogue/error-catalogue.ts';
import { packageRoot } from '../../src/root.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { SubmissionResult } from '../../src/submission.ts';
import { aDatabase, aStore, testKey } from '../a-store.ts';

/** A gateway without a worker: the way in, the desk and the HTTP face over one store, with one clock. What is sent is played by the test. */
export interface DeskHome {
  readonly store: Store;
  readonly url: string;
  readonly desk: DeliveryDesk;
  readonly tables: Tables;
  /** Settings of a command beside it. */
  readonly config: Config;
  readonly http: string;
  /** What was written down, as JSON lines. */
  readonly notes: string[];
  /** The register as it is now; a test may change it. */
  site: Site;
  readonly clock: { now: Date };
  submit(text: string): Promise<SubmissionResult>;
  close(): Promise<void>;
}

/** The header of a child-weighing list. */
export const header = 'No;NIK;Nama Anak;Tgl Lahir;JK;Nama Ibu;Tanggal Ukur;BB;TB';

/** A weighing list of a posyandu; children are invented, their NIKs of kecamatan 99. */
export function aList(place: string, ...rows: readonly string[]): string {
  return [`DAFTAR BALITA POSYANDU ${place} - JULI 2025;;;;;;;;`, header, ...rows, ''].join('\r\n');
}

export async function aDeskHome(): Promise<DeskHome> {
  const url = await aDatabase();
  const store = await aStore({ url });
  const folder = await mkdtemp(join(tmpdir(), 'titian-desk-'));
  await writeFile(join(folder, 'master.key'), testKey, { mode: 0o600 });
  const [tables, site] = await Promise.all([loadTables([join(packageRoot, 'sources')]), readSiteFolder(join(packageRoot, 'site-example'))]);
  await store.transact((tx) => store.site.importSite(tx, site, new Date('2025-07-01T00:00:00Z')));
  const settings = { DATABASE_URL: url, TITIAN_DATA: join(folder, 'data'), TITIAN_MASTER_KEY_FILE: join(folder, 'master.key') };
  const config = readConfig({ ...settings, TITIAN_LOG_LEVEL: 'info' });
  const notes: string[] = [];
  const clock = { now: new Date('2025-07-20T05:00:00Z') };
  const parts = { store, site: () => Promise.resolve(home.site), now: () => clock.now, wake: () => undefined };
  const gatewayParts = { ...parts, tables, newId: randomUUID, owner: 'uji' };
  const gateway = createGateway(gatewayParts);
  const desk = createDeliveryDesk({
    ...parts,
    tables: () => Promise.resolve(tables),
    platforms: ['satusehat'],
    wordsOf: createWordsOf(listErrorPages(holdReasons)),
    note: (event, facts) => notes.push(JSON.stringify({ event, ...facts })),
  });
  const metrics = createMetrics({ environment: 'simulasi', readFigures: () => Promise.resolve({ owed: [], rows: {} }), now: parts.now });
  const server = createServer(
    openFace(config, {
      ...{ gateway, deliveries: desk, store, log: pino({ level: 'silent' }), metrics, site: parts.site },
      ...{ validator: tables.validator, parts: gatewayParts },
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const home: DeskHome = {
    ...{ store, url, desk, tables, config, site, notes },
    http: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    clock,
    submit: async (text) => {
      const answer = await gateway.submit({ source: 'posyandu-kenanga', bytes: Buffer.from(text), submitter: 'uji' });
      if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
      return answer.value;
    },
    close: async () => {
      gateway.stop();
      metrics.stop();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
  return home;
}
