// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BackPressure } from '../../src/http/back-pressure.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { createMetrics } from '../../src/operate/metrics.ts';
import { createLook } from '../../src/operate/look-around.ts';
import { aDesk, aPressure, aResult, aSubmissionFace, codesOf, offer, send, type Reply } from './a-submission-face.ts';

const mb = 1048576;

function refusalOf(work: () => unknown): {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly code: string | undefined;
} {
  try {
    work();
  } catch (fault) {
    if (fault instanceof Refusal) return { status: fault.status, retryAfter: fault.headers['retry-after'], code: fault.issues[0]?.code };
    throw fault;
  }
  return { status: 202, retryAfter: undefined, code: undefined };
}

function refusalOfLong(pressure: BackPressure, bytes: number): ReturnType<typeof refusalOf> {
  return refusalOf(() => {
    pressure.admitLong(bytes);
  });
}

describe('a submission that would be too much', () => {
  test.each([
    ['memory', aPressure({ bodiesBytes: 4 * mb }), 'memori'],
    ['submissions under way', aPressure({ requests: 4 }), 'permintaan'],
    ['backlog', aPressure({ backlogBytes: 10 * mb }, { backlogBytes: 9 * mb }), 'antrean-baca'],
    ['event loop', aPressure({ loopDelayMs: 100 }, { loopDelayMs: 90 }), 'proses'],
  ])('for the %s is told to come back, and a small one is still let in', (_, { pressure, refused }, cause) => {
    for (let held = 0; held < 3; held += 1) pressure.admit(1000);
    expect(refusalOf(() => pressure.admit(3.5 * mb))).toMatchObject({ status: 429, code: 'sedang-penuh' });
    expect(refused).toEqual([cause]);
    expect(refusalOf(() => pressure.admit(1000)).status).toBe(202);
  });

  test.each([
    ['memory', aPressure({ bodiesBytes: 4 * mb })],
    ['submissions under way', aPressure({ requests: 4 })],
  ])('for the %s is refused also when it is small, once nothing is left', (_, { pressure }) => {
    const held = [1, 2, 3, 4].map(() => pressure.admit(0.99 * mb));
    expect(refusalOf(() => pressure.admit(0.9 * mb)).status).toBe(429);
    held[0]?.release();
    expect(refusalOf(() => pressure.admit(0.9 * mb)).status).toBe(202);
  });

  test('for the disk is put off with 503 before PostgreSQL lacks room, a large one earlier by what it would leave there', () => {
    const { pressure } = aPressure({ freeDiskBytes: 1000 * mb }, { freeDiskBytes: 1400 * mb, backlogBytes: 3 * mb });
    expect(refusalOf(() => pressure.admit(1000)).status).toBe(202);
    expect(refusalOf(() => pressure.admit(4 * mb)).status).toBe(202);
    expect(refusalOf(() => pressure.admit(6 * mb))).toEqual({ status: 503, retryAfter: '300', code: 'ruang-disk-menipis' });
    const full = aPressure({ freeDiskBytes: 1000 * mb }, { freeDiskBytes: 999 * mb });
    expect(refusalOf(() => full.pressure.admit(1000)).status).toBe(503);
  });

  test('for the backlog is told how long the backlog will take, by how fast files are read', () => {
    const slow = { backlogBytes: 600 * mb, readBytesPerSecond: mb / 2 };
    const { pressure } = aPressure({ backlogBytes: 512 * mb }, slow);
    expect(refusalOfLong(pressure, 2 * mb).retryAfter).toBe('180');
    const { pressure: idle } = aPressure({ backlogBytes: mb }, { backlogBytes: 0 });
    expect(refusalOfLong(idle, 60 * mb).status).toBe(202);
  });

  test('is told how long those before it will take, by how fast they were answered lately', () => {
    const { pressure, clock } = aPressure({ requests: 40 });
    for (let done = 0; done < 20; done += 1) {
      const one = pressure.admit(10);
      clock.ms += 250;
      one.release();
    }
    for (let held = 0; held < 40; held += 1) pressure.admit(10);
    expect(refusalOf(() => pressure.admit(10)).retryAfter).toBe('10');
  });

  test('frees its room once, however often that is said', () => {
    const { pressure } = aPressure();
    const one = pressure.admit(500);
    one.grow(250);
    one.release();
    one.release();
    expect(pressure.figures()).toMatchObject({ bodiesBytes: 0, requests: 0 });
  });
});

test('whom it turned away and what it holds stands in the metrics', async () => {
  const metrics = createMetrics({ environment: 'simulasi', readFigures: () => Promise.reject(new Error('away')), now: () => new Date() });
  const { pressure } = aPressure({ requests: 1 }, { backlogBytes: 77 });
  metrics.watchPressure(() => pressure.figures());
  metrics.countRefused('permintaan');
  pressure.admit(500);
  const text = await metrics.text();
  metrics.stop();
  const figures = ['refused_total{cause="permintaan",environment="simulasi"} 1', 'refused_total{cause="disk",environment="simulasi"} 0'];
  for (const figure of figures) expect(text).toContain(`titian_submissions_${figure}`);
  expect(text).toContain('titian_submission_bodies_bytes{environment="simulasi"} 500');
  expect(text).toContain('titian_submissions_under_way{environment="simulasi"} 1');
  expect(text).toContain('titian_reading_backlog_bytes{environment="simulasi"} 77');
  expect(text).not.toMatch(/^titian_free_disk_bytes/m);
});

describe('what is seen around', () => {
  test('is asked for once a second in the background and forgotten when it is old', async () => {
    const clock = { ms: 0 };
    let asked = 0;
    const look = createLook({
      countBacklog: () => Promise.resolve((asked += 1)),
      findFreeDisk: () => Promise.reject(new Error('no such disk')),
      readBytesPerSecond: () => undefined,
      loopDelayMs: () => 7,
      now: () => clock.ms,
    });
    expect(look()).toMatchObject({ backlogBytes: undefined, freeDiskBytes: undefined, loopDelayMs: 7 });
    await new Promise(setImmediate);
    expect([look().backlogBytes, look().backlogBytes, asked]).toEqual([1, 1, 1]);
    clock.ms += 20_000;
    expect(look().backlogBytes).toBeUndefined();
    await new Promise(setImmediate);
    expect(look().backlogBytes).toBe(2);
  });
});

describe('the front door under pressure', () => {
  test('refuses a body by its announced length, before it is sent, and the sender reads why', async () => {
    const url = await aSubmissionFace(aDesk());
    const reply = await send(url, { headers: { 'content-length': String(65 * mb), expect: '100-continue' } });
    expect([reply.status, codesOf(reply)]).toEqual([413, ['file-terlalu-besar']]);
  });

  test('tells a sender that asks first to go on once there is room', async () => {
    const lengths: number[] = [];
    const desk = aDesk({
      submit: ({ bytes }) => {
        lengths.push(bytes.length);
        return Promise.resolve({ ok: true, value: aResult, issues: [] });
      },
    });
    const url = await aSubmissionFace(desk);
    const reply = await send(url, { body: Buffer.alloc(300_000, 'x\n'), headers: { expect: '100-continue' } });
    expect([reply.status, lengths]).toEqual([202, [300_000]]);
  });

  test('answers 429 with Retry-After to a sender that is in the middle of its file', async () => {
    const { pressure } = aPressure({ bodiesBytes: 2 * mb });
    const url = await aSubmissionFace(aDesk(), pressure);
    const reply = await send(url, { body: Buffer.alloc(1.5 * mb, 'x\n'), chunked: true });
    expect(reply.status).toBe(429);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect(pressure.figures()).toMatchObject({ bodiesBytes: 0, requests: 0 });
  });

  test('goes on with the connection of a sender that was refused in the middle of its file', async () => {
    const { pressure } = aPressure({ bodiesBytes: 2 * mb });
    const socket = connect(Number(new URL(await aSubmissionFace(aDesk(), pressure)).port), '127.0.0.1');
    const head = 'POST /v1/submissions?source=uji HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer vendor\r\n';
    socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`);
    const piece = `10000\r\n${'x'.repeat(65_535)}\n\r\n`;
    for (let sent = 0; sent < 480; sent += 1) if (!socket.write(piece)) await once(socket, 'drain');
    socket.write(`0\r\n\r\n${head}Content-Length: 0\r\nConnection: close\r\n\r\n`);
    let heard = '';
    for await (const said of socket) heard += String(said);
    expect([...heard.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['429', '202']);
  });

  test('refuses a long file whose rows would wait too long, and answers a short one', async () => {
    const { pressure } = aPressure({ backlogBytes: mb }, { backlogBytes: mb });
    const url = await aSubmissionFace(aDesk({ isAnsweredAtOnce: (bytes) => bytes.length < 100 }), pressure);
    const replies = await Promise.all([send(url, { body: Buffer.alloc(200) }), send(url, { body: Buffer.alloc(50) })]);
    expect(replies.map((reply) => reply.status)).toEqual([429, 202]);
  });

  test('keeps the room of a sender that hung up until its file is stored, and no longer', async () => {
    const { pressure } = aPressure();
    let arrived: () => void = () => undefined;
    let store: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (arrived = resolve));
    const stored = new Promise<void>((resolve) => (store = resolve));
    const url = await aSubmissionFace(
      aDesk({
        submit: async () => {
          arrived();
          await stored;
          return { ok: true, value: aResult, issues: [] };
        },
      }),
      pressure,
    );
    const sender = new AbortController();
    const asking = fetch(`${url}/v1/submissions?source=uji`, {
      ...{ method: 'POST', body: 'x'.repeat(1000), headers: { authorization: 'Bearer vendor' }, signal: sender.signal },
    }).catch(() => undefined);
    await inside;
    sender.abort();
    await asking;
    expect(pressure.figures()).toMatchObject({ bodiesBytes: 1000, requests: 1 });
    store();
    await untilFree(pressure.figures);
  });

  const sizes = fc.oneof(fc.nat(2000), fc.nat(300_000), fc.nat(1_600_000));
  const offers = fc.array(
    fc.record({
      size: sizes,
      line: fc.constantFrom(40, 2 * mb),
      chunked: fc.boolean(),
      keyed: fc.boolean(),
      end: fc.constantFrom('accepted', 'refused', 'conflict', 'full', 'away'),
      hangUp: fc.option(fc.nat(200_000), { nil: undefined, freq: 6 }),
    }),
    { minLength: 1, maxLength: 24 },
  );

  test('holds its limit whatever is offered, and answers everybody with a word that teaches', async () => {
    await fc.assert(
      fc.asyncProperty(offers, async (given) => {
        const limit = 4 * mb;
        const { pressure } = aPressure({ bodiesBytes: limit, requests: 16 });
        let most = 0;
        const look = (): void => {
          most = Math.max(most, pressure.figures().bodiesBytes);
        };
        const url = await aSubmissionFace(
          aDesk({
            submit: async ({ fileName }) => {
              look();
              await new Promise(setImmediate);
              if (fileName === 'full') throw Object.assign(new Error('no space'), { code: '53100' });
              if (fileName === 'away') throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
              return fileName === 'refused' ? { ok: false, issues: [] } : { ok: true, value: aResult, issues: [] };
            },
            submitOnce: async ({ fileName }) => {
              look();
              await new Promise(setImmediate);
              if (fileName === 'conflict') return { kind: 'other-request' };
              return { kind: 'under-way' };
            },
          }),
          pressure,
        );
        const replies = await Promise.all(
          given.map(({ size, line, chunked, keyed, end, hangUp }) =>
            offer(url, {
              body: Buffer.alloc(size, `${'x'.repeat(line - 1)}\n`),
              chunked,
              path: `/v1/submissions?source=uji&file=${end}`,
              ...(keyed ? { headers: { 'idempotency-key': 'kunci-1' } } : {}),
              ...(hangUp === undefined ? {} : { hangUpAfter: hangUp }),
            }),
          ),
        );
        expect(most).toBeLessThanOrEqual(limit);
        for (const reply of replies.filter((one): one is Reply => one !== undefined)) expectToTeach(reply);
        await untilFree(pressure.figures);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

function expectToTeach(reply: Reply): void {
  expect([202, 409, 413, 422, 429, 503]).toContain(reply.status);
  if (reply.status === 202) return;
  expect((JSON.parse(reply.text) as { readonly resourceType: string }).resourceType).toBe('OperationOutcome');
  if (reply.status === 429 || reply.status === 503) expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
}

/** Whoever hung up is noticed within a turn or two of the event loop. */
async function untilFree(figures: () => { readonly bodiesBytes: number; readonly requests: number }): Promise<void> {
  for (let turn = 0; turn < 10_000 && figures().requests > 0; turn += 1) await new Promise(setImmediate);
  expect(figures()).toMatchObject({ bodiesBytes: 0, requests: 0 });
}
