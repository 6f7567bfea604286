// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios, { type AxiosResponse } from 'axios';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express, { Router, type ErrorRequestHandler } from 'express';
import pg from 'pg';
import { createBreaker } from '../../src/deliver/breaker.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { createMetrics, type Metrics } from '../../src/operate/metrics.ts';
import { createMetricsRoute } from '../../src/operate/metrics-route.ts';
import { openFigures } from '../../src/operate/metrics/open-figures.ts';
import { createFigures, type Querier, type StoreFigures } from '../../src/operate/metrics/read-figures.ts';
import type { Delivery, Message, Platform } from '../../src/platforms/platform.ts';
import type { SubjectState } from '../../src/platforms/subject.ts';
import { aDatabase, aStore } from '../a-store.ts';
import { anIncoming, at } from '../store/a-visit-to-keep.ts';

const noFigures: StoreFigures = { owed: [], rows: {} };
const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

function aMetrics(readFigures = (): Promise<StoreFigures> => Promise.resolve(noFigures)): Metrics {
  const metrics = createMetrics({ environment: 'simulasi', readFigures, now: () => at('08:00') });
  closing.push(() => {
    metrics.stop();
    return Promise.resolve();
  });
  return metrics;
}

/** The samples of a metric without its own name and the environment, e.g. `{platform="satusehat"} 3`. */
async function samplesOf(metrics: Metrics, name: string): Promise<readonly string[]> {
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith(`${name}{`));
  return lines.map((line) => line.slice(name.length).replace(/,?environment="simulasi",?/, '')).sort();
}

const tellFault: ErrorRequestHandler = (fault: unknown, _request, response, next) => {
  if (response.headersSent) next(fault);
  else response.status(fault instanceof Refusal ? fault.status : 500).json({});
};

async function anApp(metrics: Metrics): Promise<string> {
  const app = express();
  const routes = Router();
  routes.get('/:id', (request, response) => {
    if (request.params.id === 'rusak') throw new Error('a bug');
    response.json({});
  });
  routes.post('/', (_request, response) => {
    response.status(202).json({});
  });
  app.use(metrics.watchRequests);
  app.use(
    createMetricsRoute(metrics, (key) =>
      Promise.resolve({ umum: { submitter: 'prometheus' }, terikat: { submitter: 'simpus', within: 'pusk' } }[key]),
    ),
  );
  app.use('/v1/submissions', routes);
  app.use(tellFault);
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

const ask = (url: string, headers: Record<string, string> = {}): Promise<AxiosResponse<unknown>> =>
  axios.get(url, { headers, validateStatus: () => true });

describe('requests', () => {
  test('are counted by the route that took them, never by what stood in the address', async () => {
    const metrics = aMetrics();
    const url = await anApp(metrics);
    await ask(`${url}/v1/submissions/5103990503240077`);
    await ask(`${url}/v1/submissions/rusak`);
    await axios.post(`${url}/v1/submissions?source=5103990503240077`);
    await ask(`${url}/apa/5103990503240077`);

    expect(await samplesOf(metrics, 'titian_http_requests_total')).toEqual([
      '{route="/v1/submissions",method="POST",status="2xx"} 1',
      '{route="/v1/submissions/:id",method="GET",status="2xx"} 1',
      '{route="/v1/submissions/:id",method="GET",status="5xx"} 1',
      '{route="tanpa-rute",method="GET",status="4xx"} 1',
    ]);
    expect(await samplesOf(metrics, 'titian_http_errors_total')).toEqual(['{route="/v1/submissions/:id",method="GET"} 1']);
    expect(await samplesOf(metrics, 'titian_http_request_duration_seconds_count')).toContain(
      '{route="/v1/submissions/:id",method="GET"} 2',
    );
    expect(await metrics.text()).not.toContain('5103990503240077');
  });
});

describe('GET /metrics', () => {
  const proxied = { 'x-forwarded-for': '10.1.2.3' };
  test.each<[string, Record<string, string>, number]>([
    ['from this machine is answered without a key', {}, 200],
    ['through a proxy on this machine is refused without a key', proxied, 401],
    ['through a proxy with a key of no gateway is refused', { ...proxied, authorization: 'Bearer lain' }, 401],
    ['through a proxy with a key is answered', { ...proxied, authorization: 'Bearer umum' }, 200],
    ['with a key bound to one puskesmas is refused', { ...proxied, authorization: 'Bearer terikat' }, 403],
  ])('%s', async (_, headers, status) => {
    const answer = await ask(`${await anApp(aMetrics())}/metrics`, headers);
    expect(answer.status).toBe(status);
    expect(String(answer.data).includes('titian_process_resident_memory_bytes{')).toBe(status === 200);
  });
});

describe('deliveries', () => {
  test('are counted by word, apart for messages that change something', async () => {
    const metrics = aMetrics();
    const words: Delivery[] = [
      { kind: 'accepted', upstream: [], then: { do: 'settle' } },
      { kind: 'unknown', outcome: [], quiet: true },
    ];
    const platform: Platform = {
      name: 'satusehat',
      refsOf: () => [],
      prepare: () => ({ do: 'settled' }),
      send: () => Promise.resolve(words.shift() ?? { kind: 'deferred', outcome: [] }),
    };
    const watched = metrics.watchPlatform(platform);
    const aMessage = (effect: boolean): Message => ({ plan: 'uji', method: 'GET', path: '/', effect, refs: [], credential: 'org' });
    for (const effect of [true, true, false]) await watched.send(aMessage(effect), {} as SubjectState, AbortSignal.timeout(1000));

    expect(await samplesOf(metrics, 'titian_deliveries_total')).toEqual([
      '{platform="satusehat",effect="tidak",delivery="deferred"} 1',
      '{platform="satusehat",effect="ya",delivery="accepted"} 1',
      '{platform="satusehat",effect="ya",delivery="unknown"} 1',
    ]);
    expect(await samplesOf(metrics, 'titian_delivery_duration_seconds_count')).toEqual(['{platform="satusehat"} 3']);
  });

  test('show how many credentials the breaker keeps at rest, without naming one', async () => {
    const metrics = aMetrics();
    const breaker = metrics.watchBreaker('satusehat', createBreaker());
    const open = async (): Promise<readonly string[]> => samplesOf(metrics, 'titian_breaker_open');
    expect(await open()).toEqual(['{platform="satusehat"} 0']);
    breaker.refuse('100099', at('07:59'), at('08:10'));
    breaker.refuse('100098', at('07:00'), at('07:30'));
    expect(breaker.restsUntil('100099', at('08:00'))).toEqual(at('08:10'));
    expect(await open()).toEqual(['{platform="satusehat"} 1']);
    breaker.answer('100099');
    expect(await open()).toEqual(['{platform="satusehat"} 0']);
  });
});

describe('what the store knows', () => {
  let pool: pg.Pool;
  let url: string;
  beforeAll(async () => {
    url = await aDatabase();
    const store = await aStore({ url });
    pool = new pg.Pool({ connectionString: url, max: 1 });
    const debt = (due: string, facts: object = { state: 'ready' }) =>
      ({ platform: 'satusehat', subject: { kind: 'visit', id: randomUUID() }, version: 1, due: at(due), beginning: facts }) as never;
    await store.transact(async (tx) => {
      await store.owed.owe(tx, [debt('07:30'), debt('07:50'), debt('09:00')], at('07:00'));
      const { reading } = await store.submissions.receive(tx, anIncoming('satu'));
      const counts = { rows: 5, headings: 1, accepted: 3, warning: 1, quarantined: 1, skipped: 0 };
      await store.readings.finishReading(tx, reading, 'pekerja-1', { state: 'finished', counts, issues: [], at: at('08:00') });
      const again = await store.submissions.receive(tx, anIncoming('satu', { tablesVersion: 'v2', at: at('08:30') }));
      const better = { ...counts, accepted: 4, quarantined: 0 };
      await store.readings.finishReading(tx, again.reading, 'pekerja-1', {
        state: 'finished',
        counts: better,
        issues: [],
        at: at('08:31'),
      });
    });
    const [held] = await store.owed.claim(store.db, { platform: 'satusehat', owner: 'p', now: at('07:30'), leaseMs: 60_000, limit: 1 });
    if (held === undefined) throw new Error('nothing was due');
    await store.owed.hold(store.db, held, { reason: 'nik-belum-ada', issues: [] }, at('07:31'));
  }, 60_000);

  afterAll(() => pool.end());

  const figuresAt = (time: string): Promise<StoreFigures> => createFigures(pool, 'simulasi', () => at(time).getTime())();

  test('is what is owed by state and reason, the age of the oldest due debt, and rows of the newest reading by verdict', async () => {
    const metrics = aMetrics(() => figuresAt('08:00'));
    expect(await samplesOf(metrics, 'titian_owed')).toEqual([
      '{platform="satusehat",subject="visit",state="held",reason="nik-belum-ada"} 1',
      '{platform="satusehat",subject="visit",state="waiting",reason="menunggu-waktu"} 2',
    ]);
    expect(await samplesOf(metrics, 'titian_owed_oldest_seconds')).toEqual(['{platform="satusehat"} 600']);
    expect(await samplesOf(metrics, 'titian_rows')).toEqual([
      '{verdict="accepted"} 4',
      '{verdict="quarantined"} 0',
      '{verdict="skipped"} 0',
      '{verdict="warning"} 1',
    ]);
    expect(await samplesOf(metrics, 'titian_store_up')).toEqual(['{} 1']);
  });

  test('is read over a connection of its own', async () => {
    const figures = openFigures(url, 'simulasi');
    expect((await figures.read()).rows).toMatchObject({ accepted: 4, rows: 5 });
    await figures.close();
  });

  test('is asked once for scrapes at once, and again after a second', async () => {
    let asked = 0;
    let now = 0;
    const counting: Querier = {
      query: (sql, values) => {
        asked += 1;
        return pool.query(sql, values);
      },
    };
    const read = createFigures(counting, 'simulasi', () => now);
    await Promise.all([read(), read()]);
    await read();
    expect(asked).toBe(1);
    now = 1000;
    await read();
    expect(asked).toBe(2);
  });

  test('that took long rests ten times as long', async () => {
    let now = 0;
    let asked = 0;
    const slow: Querier = {
      query: () => {
        asked += 1;
        now += 500;
        return Promise.resolve({ rows: [] });
      },
    };
    const read = createFigures(slow, 'simulasi', () => now);
    await read();
    now = 5400;
    await read();
    expect(asked).toBe(1);
    now = 5500;
    await read();
    expect(asked).toBe(2);
  });

  test('is absent while the database does not answer, and the rest is still told', async () => {
    let fails = false;
    const metrics = aMetrics(() => (fails ? Promise.reject(new Error('gone')) : figuresAt('08:00')));
    await metrics.text();
    fails = true;
    expect(await samplesOf(metrics, 'titian_store_up')).toEqual(['{} 0']);
    expect(await samplesOf(metrics, 'titian_owed')).toEqual([]);
    expect(await samplesOf(metrics, 'titian_process_event_loop_delay_seconds')).toHaveLength(3);
  });

  test('makes no label of what is no code, nor of more than sixty codes', async () => {
    const owed = [...Array.from({ length: 70 }, (_, n) => `alasan-${String(n)}`), 'Made Suasta'].map((reason) => ({
      ...{ platform: 'satusehat', subject: 'visit', state: 'held', reason, debts: 1, oldest: null },
    }));
    const samples = await samplesOf(
      aMetrics(() => Promise.resolve({ owed, rows: {} })),
      'titian_owed',
    );
    expect(samples).toHaveLength(61);
    expect(samples).toContain('{platform="satusehat",subject="visit",state="held",reason="lain"} 11');
  });
});
