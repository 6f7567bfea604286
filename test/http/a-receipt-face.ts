import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios, { type AxiosResponse } from 'axios';
import express from 'express';
import type { JWK } from 'jose';
import pino from 'pino';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { requireKey, type KeyHolder } from '../../src/http/require-key.ts';
import { openOutcomes } from '../../src/open-outcomes.ts';
import type { ReceiptClaims } from '../../src/receipt/claims.ts';
import { verifyReceipt } from '../../src/receipt/verify-receipt.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore } from '../a-store.ts';
import { aPerson, aRow, aVisitToKeep, anIncoming, at } from '../store/a-visit-to-keep.ts';

const holders: Readonly<Record<string, KeyHolder>> = {
  pengirim: { submitter: 'simpus-uji' },
  lain: { submitter: 'simpus-lain' },
  kosong: { submitter: 'simpus-kosong' },
  petugas: { submitter: 'petugas', scope: ['operasi'] },
};

export const canaries = {
  nik: '5103990503240077',
  name: 'Zsazsa Kenari Merbabu',
  birthDate: '2024-03-07',
  mother: 'Wulandari Kenari Semeru',
};

/** A file that was handed in. */
export interface Handed {
  readonly bytes: Buffer;
  readonly submission: string;
  readonly reading: string;
  readonly visits: readonly string[];
  readonly person: string;
}

/** A store behind the routes by which senders hear of what they handed in; it is noon there. */
export interface ReceiptFace {
  readonly store: Store;
  /** The routes of a store, as the gateway hangs them. */
  serve(from: Store): Promise<string>;
  /** A file of so many rows, read or still being read, with everything that is told about a child in it. */
  handIn(how?: { readonly rows?: number; readonly finished?: boolean }): Promise<Handed>;
  /** Delivers the first visits of what was handed in. */
  deliver(handed: Handed, count: number): Promise<void>;
  ask(path: string, how?: { readonly key?: string; readonly accept?: string; readonly host?: string }): Promise<AxiosResponse<unknown>>;
  receiptOf(handed: Handed, query?: string): Promise<string>;
  /** What a receipt says, once its signature was verified. */
  claimsOf(handed: Handed, query?: string): Promise<ReceiptClaims>;
  keysOf(host?: string): Promise<readonly JWK[]>;
  close(): Promise<void>;
}

export async function aReceiptFace(): Promise<ReceiptFace> {
  const closing: (() => Promise<unknown>)[] = [];
  const store = await aStore({ url: await aDatabase() });
  const serve = async (from: Store): Promise<string> => {
    const server = createServer(toApp(from));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => server.close(resolve)));
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  };
  const url = await serve(store);
  const ask: ReceiptFace['ask'] = (path, { key = 'pengirim', accept = '*/*', host = url } = {}) =>
    axios.get(`${host}${path}`, { headers: { authorization: `Bearer ${key}`, accept }, validateStatus: () => true });
  const receiptOf: ReceiptFace['receiptOf'] = async ({ submission }, query = '') =>
    (await ask(`/v1/submissions/${submission}/receipt${query}`)).data as string;
  const keysOf: ReceiptFace['keysOf'] = async (host = url) =>
    ((await ask('/.well-known/jwks.json', { host })).data as { keys: JWK[] }).keys;
  return {
    ...{ store, serve, ask, receiptOf, keysOf },
    handIn: (how) => handIn(store, how),
    deliver: (handed, count) => deliver(store, handed, count),
    claimsOf: async (handed, query) => {
      const found = await verifyReceipt(await receiptOf(handed, query), await keysOf());
      if (!found.holds) throw new Error(found.fault);
      return found.claims;
    },
    close: async () => {
      for (const close of closing.reverse()) await close();
    },
  };
}

function toApp(store: Store): express.Express {
  const site = { version: 'v', places: new Map(), policies: new Map(), enrolments: [] };
  const routes = openOutcomes({ store, site: () => Promise.resolve(site), now: () => at('12:00') });
  const check = requireKey((key) => Promise.resolve(holders[key]));
  const app = express();
  app.use(routes.keyRoutes);
  app.use('/v1/submissions', check, routes.receiptRoutes);
  app.use('/v1/outcomes', check, routes.outcomeRoutes);
  app.use(createErrorHandler({ log: pino({ level: 'silent' }), newId: randomUUID, findAilment: () => undefined }));
  return app;
}

async function handIn(store: Store, { rows = 3, finished = true }: Parameters<ReceiptFace['handIn']>[0] = {}): Promise<Handed> {
  const bytes = Buffer.from(`${Object.values(canaries).join(';')}\n${randomUUID()}`);
  const people = Array.from({ length: rows }, () => aPerson({ ...canaries, id: randomUUID() }));
  const visits = people.map((person) => aVisitToKeep(person));
  const incoming = anIncoming('', { bytes: [bytes], submitter: 'simpus-uji', fileName: canaries.name });
  const { submission, reading } = await store.transact(async (tx) => {
    await store.persons.savePersons(
      tx,
      people.map((person) => ({ person })),
      at('08:00'),
    );
    await store.visits.saveVisits(tx, visits, at('08:00'));
    const received = await store.submissions.receive(tx, incoming);
    await store.rows.insertRows(tx, received.reading, { from: 0, at: at('08:00') }, toRows(visits));
    const counts = { rows, headings: 1, accepted: rows - 1, warning: 1, quarantined: 0, skipped: 0 };
    const ending = { state: 'finished', counts, issues: [], at: at('09:00') } as const;
    if (finished) await store.readings.finishReading(tx, received.reading, 'pekerja-1', ending);
    return received;
  });
  return { bytes, submission, reading, visits: visits.map(({ visit }) => visit.id), person: people[0]?.id ?? '' };
}

function toRows(visits: readonly ReturnType<typeof aVisitToKeep>[]): Parameters<Store['rows']['insertRows']>[3] {
  const issue = { severity: 'warning', type: 'value', text: 't', diagnostics: 'd', code: 'D03', cell: 'NIK "asli"' } as const;
  return [
    { row: aRow(1, { heading: true, reason: 'kepala' }) },
    ...visits.map(({ visit }, index) => ({
      row: aRow(index + 2, index === 0 ? { status: 'warning', issues: [issue] } : {}),
      person: visit.person,
      visit: visit.id,
    })),
  ];
}

async function deliver(store: Store, { visits }: Handed, count: number): Promise<void> {
  for (const id of visits.slice(0, count)) {
    const debt = {
      platform: 'satusehat',
      subject: { kind: 'visit', id },
      version: 1,
      due: at('08:00'),
      beginning: { state: 'ready' },
    } as const;
    const person = (await store.visits.getVisit(store.db, id))?.visit.person ?? '';
    await store.transact((tx) => store.owed.owe(tx, [debt], at('08:00')));
    const [claimed] = await store.owed.claim(store.db, { platform: 'satusehat', owner: 'p', now: at('09:00'), leaseMs: 1e9, limit: 1 });
    if (claimed === undefined) throw new Error('nothing is due');
    const entries = [
      { ref: `visit/${id}`, platformId: `enc-${id}`, hash: 'h' },
      { ref: `patient/${person}`, platformId: `P${person.slice(0, 4)}`, hash: 'n' },
    ];
    await store.upstream.saveUpstream(store.db, 'satusehat', entries, { version: 1, at: at('09:00') });
    await store.transact((tx) => store.owed.settle(tx, claimed, at('10:00')));
  }
}
