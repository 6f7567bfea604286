import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway } from '../../src/gateway.ts';
import type { GatewayParts } from '../../src/gateway/parts.ts';
import type { ReplayReport } from '../../src/gateway/replay/replay-report.ts';
import { replaySubmissions } from '../../src/gateway/replay/replay-submissions.ts';
import { readSourceFolders } from '../../src/ingest/programme-files.ts';
import { loadTables, type Tables } from '../../src/load-tables.ts';
import { compileSource } from '../../src/map/compile-source.ts';
import type { Place, Site } from '../../src/map/place.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { packageRoot } from '../../src/root.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openRehearsal } from '../../src/store/rehearsal/rehearsal.ts';
import type { ReplayFilter } from '../../src/store/rereadings.ts';
import type { KnownVisit } from '../../src/store/visits.ts';
import type { SubmissionResult } from '../../src/submission.ts';
import { aDatabase, aStore, query } from '../a-store.ts';

/** The tables as they are shipped. */
export const shippedTables = await loadTables([join(packageRoot, 'sources')]);
const exampleSite = await readSiteFolder(join(packageRoot, 'site-example'));

/** The files of a source, each with what is to be replaced in it. */
export type Rewritten = Readonly<Partial<Record<'source.yaml' | 'columns.yaml' | 'codes.yaml', (text: string) => string>>>;

/** The shipped tables with another form of Posyandu Kenanga: a copy of its folder, rewritten. */
export async function tablesWith(rewritten: Rewritten): Promise<Tables> {
  const dir = await mkdtemp(join(tmpdir(), 'titian-tabel-'));
  try {
    const folder = join(dir, 'posyandu-kenanga');
    await cp(join(packageRoot, 'sources', 'posyandu-kenanga'), folder, { recursive: true });
    for (const [name, rewrite] of Object.entries(rewritten)) {
      const before = await readFile(join(folder, name), 'utf8');
      const after = rewrite(before);
      if (after === before) throw new Error(`${name} is as it was`);
      await writeFile(join(folder, name), after);
    }
    const sources = new Map(shippedTables.sources);
    for (const { name, files } of await readSourceFolders(dir)) {
      const source = compileSource(name, files, shippedTables.programme);
      if (!source.ok) throw new Error(source.issues.map(({ diagnostics }) => diagnostics).join('\n'));
      sources.set(name, source.value);
    }
    return { ...shippedTables, sources };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** A register with one more place, or with a place that has one more name. */
export function siteWith(place: Partial<Place> & Pick<Place, 'code'>): Site {
  const kenanga = exampleSite.places.get('posyandu-kenanga');
  const like = exampleSite.places.get(place.code) ?? (kenanga && { ...kenanga, aliases: [] });
  if (like === undefined) throw new Error('the example has Posyandu Kenanga');
  return {
    ...exampleSite,
    version: `${exampleSite.version}+${JSON.stringify(place)}`,
    places: new Map(exampleSite.places).set(place.code, { ...like, ...place }),
  };
}

/** A desk where files are handed in and read again, with a store of its own and one clock. */
export interface Desk {
  readonly store: Store;
  readonly url: string;
  readonly parts: GatewayParts;
  tables: Tables;
  site: Site;
  now: Date;
  handIn(file: string, source?: string): Promise<SubmissionResult>;
  find(id: string): Promise<SubmissionResult | undefined>;
  replay(options?: { readonly filter?: ReplayFilter; readonly samples?: number }): Promise<ReplayReport>;
  rehearse(options?: { readonly filter?: ReplayFilter; readonly samples?: number }): Promise<ReplayReport>;
  /** Every visit that stands, by date and name of its person. */
  visits(): Promise<readonly KnownVisit[]>;
  ask<R extends object>(sql: string, values?: unknown[]): Promise<R[]>;
}

/** Opens a desk. The clock goes on by a minute with everything that is done. */
export async function aDesk(tables: Tables = shippedTables): Promise<Desk> {
  const url = await aDatabase();
  const store = await aStore({ url });
  const tick = (): Date => (desk.now = new Date(desk.now.getTime() + 60_000));
  const partsOf = (owner: string, own = store): GatewayParts => ({
    ...{ store: own, newId: randomUUID, owner },
    tables: desk.tables,
    site: () => Promise.resolve(desk.site),
    now: () => desk.now,
    wake: () => undefined,
  });
  const desk: Desk = {
    ...{ store, url, tables, site: exampleSite, now: new Date('2025-08-15T00:00:00Z') },
    get parts() {
      return partsOf('gerbang-uji');
    },
    handIn: async (file, source = 'posyandu-kenanga') => {
      tick();
      const gateway = createGateway(desk.parts);
      const answer = await gateway.submit({ source, bytes: Buffer.from(file), submitter: 'simpus-uji' });
      if (!answer.ok) throw new Error(`refused: ${answer.issues.map(({ code }) => code).join()}`);
      await gateway.idle();
      return answer.value;
    },
    find: (id) => createGateway(desk.parts).find(id),
    replay: async ({ filter = {}, samples = 100 } = {}) => {
      tick();
      return replaySubmissions({ parts: partsOf('ulang'), listing: store }, { filter, samples });
    },
    rehearse: async ({ filter = {}, samples = 100 } = {}) => {
      const before = desk.now;
      tick();
      const rehearsal = await openRehearsal(store, url);
      try {
        const shadow = { parts: partsOf('gladi', rehearsal.store), listing: store, begin: rehearsal.begin };
        return await replaySubmissions(shadow, { filter, samples });
      } finally {
        await rehearsal.close();
        desk.now = before;
      }
    },
    visits: async () => {
      const ids = await store.db.rows<{ id: string }>('visit-ids', [store.environment]);
      const found = await store.visits.getVisits(
        store.db,
        ids.map(({ id }) => id),
      );
      return [...found.values()].sort((a, b) => (toName(a) < toName(b) ? -1 : 1));
    },
    ask: (sql, values = []) => query(url, sql, values),
  };
  return desk;
}

function toName({ visit }: KnownVisit): string {
  return `${visit.date} ${JSON.stringify(visit.elements)}`;
}

const columns = 'No;NIK;Nama Anak;Tgl Lahir;JK;Nama Ibu;Nama Ayah;RT;RW;Tanggal Ukur;BB;TB;Lingkar Kepala;Vit A / Imunisasi';

/** A list of a posyandu, Kenanga unless told otherwise. */
export function aList(rows: readonly string[], { place = 'KENANGA', extra = '' } = {}): string {
  return [`DAFTAR BALITA POSYANDU ${place} - AGUSTUS 2025`, columns + extra, ...rows, ''].join('\r\n');
}

const alya = {
  ...{ no: '1', nik: '6472994511249611', name: 'ALYA RAMADHANI', born: '05/11/2024', sex: 'P', mother: 'Wulan' },
  ...{ date: '06/08/2025', weight: '7,8', height: '68', head: '', doses: '' },
};

/** A line of such a list: an invented child and what was measured. */
export function aLine(facts: Partial<typeof alya> = {}): string {
  const { no, nik, name, born, sex, mother, date, weight, height, head, doses } = { ...alya, ...facts };
  return [no, nik, name, born, sex, mother, 'Teguh', '002', '05', date, weight, height, head, doses].join(';');
}
