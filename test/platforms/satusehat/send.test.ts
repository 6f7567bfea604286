import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import { createServer } from 'node:net';
import type { Delivery, Message, Platform } from '../../../src/platforms/platform.ts';
import { createSatusehat } from '../../../src/platforms/satusehat/index.ts';
import { alone, known, messageOf, patientState, prepare, visitState } from './a-subject.ts';

const host = 'https://satusehat.invalid';
let now = 0;
beforeEach(() => {
  now = Date.UTC(2025, 7, 12, 5);
});
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

const aPlatform = (base = host): Platform =>
  createSatusehat({
    environment: 'simulasi',
    fhirUrl: `${base}/fhir-r4/v1`,
    tokenUrl: `${base}/oauth2/v1`,
    credentials: new Map([['100009902', { clientId: 'klien-1', clientSecret: 'rahasia-1' }]]),
    timeoutMs: 100,
    now: () => now,
  });

const question: Message = messageOf(prepare(patientState));
const create: Message = messageOf(prepare(visitState(), known(alone)));
const nobody = { resourceType: 'Bundle', type: 'searchset', total: 0 };
const stored = {
  resourceType: 'Bundle',
  type: 'transaction-response',
  entry: create.refs.map((_, index) => ({ response: { status: '201 Created', resourceID: `X${String(index)}` } })),
};
const ask = (platform: Platform, message: Message = question): Promise<Delivery> =>
  platform.send(message, message === create ? visitState() : patientState, new AbortController().signal);

/** The token endpoint hands out t1, t2, ... as often as told. */
function tokens(times: number, expiresIn: unknown = '3599'): nock.Scope {
  let given = 0;
  return nock(host)
    .post('/oauth2/v1/accesstoken?grant_type=client_credentials', 'client_id=klien-1&client_secret=rahasia-1')
    .times(times)
    .reply(200, () => ({ access_token: `t${String((given += 1))}`, expires_in: expiresIn, token_type: 'BearerToken', status: 'approved' }));
}
const asking = (token = 't1'): nock.Interceptor =>
  nock(host, { reqheaders: { authorization: `Bearer ${token}` } }).get(/^\/fhir-r4\/v1\/Patient\?identifier=/);
const posting = (token = 't1'): nock.Interceptor => nock(host, { reqheaders: { authorization: `Bearer ${token}` } }).post('/fhir-r4/v1');

describe('a token', () => {
  test('is fetched once for everything in flight', async () => {
    tokens(1);
    asking().times(5).reply(200, nobody);
    const platform = aPlatform();

    expect((await Promise.all(Array.from({ length: 5 }, () => ask(platform)))).map(({ kind }) => kind)).toEqual(Array(5).fill('accepted'));
  });

  test('is renewed sixty seconds before the end the platform named', async () => {
    tokens(2, '3599');
    asking('t1').times(2).reply(200, nobody);
    asking('t2').reply(200, nobody);
    const platform = aPlatform();
    await ask(platform);
    now += (3599 - 61) * 1000;
    await ask(platform);
    now += 1000;
    await ask(platform);
  });

  test.each([undefined, 'segera', '30', 0])('with a life of %s is still used more than once', async (expiresIn) => {
    tokens(1, expiresIn);
    asking().times(2).reply(200, nobody);
    const platform = aPlatform();
    await ask(platform);
    now += 10_000;
    await ask(platform);
  });

  test.each([
    [401, { resourceType: 'OperationOutcome', issue: [{ severity: 'invalid', code: 'value', details: { text: 'rate limit' } }] }],
    [401, { ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' }],
    [500, 'Internal Server Error'],
    [200, '<html>masuk</html>'],
  ])('that is refused with %i is not asked for again within a minute, whoever asks', async (status, body) => {
    nock(host)
      .post(/accesstoken/)
      .reply(status, body);
    const platform = aPlatform();
    const [one] = await Promise.all([ask(platform), ask(platform, create)]);
    expect(one).toMatchObject({ kind: 'deferred', platformWide: true, outcome: [{ code: 'satusehat-token-ditolak' }] });
    now += 60_000;
    expect(await ask(platform)).toMatchObject({ kind: 'deferred', retryAfterMs: 1000 });

    now += 1000;
    tokens(1);
    asking().reply(200, nobody);
    expect((await ask(platform)).kind).toBe('accepted');
  });

  test('whose endpoint cannot be reached leaves no message in doubt', async () => {
    nock(host)
      .post(/accesstoken/)
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    expect(await ask(aPlatform(), create)).toMatchObject({
      kind: 'deferred',
      platformWide: true,
      outcome: [{ code: 'satusehat-tidak-terjangkau' }],
    });
  });

  test('that is refused when used is dropped, fetched once more, and the message repeated once', async () => {
    tokens(2);
    posting('t1').reply(401, {
      fault: { faultstring: 'Access Token expired', detail: { errorcode: 'keymanagement.service.access_token_expired' } },
    });
    posting('t2').reply(200, stored);
    expect(await ask(aPlatform(), create)).toMatchObject({ kind: 'accepted', then: { do: 'settle' } });
  });

  test('that is refused anew too ends the matter for now', async () => {
    tokens(2);
    asking('t1').reply(401, { fault: {} });
    asking('t2').reply(401, { fault: {} });
    expect(await ask(aPlatform())).toMatchObject({ kind: 'deferred', platformWide: true, outcome: [{ code: 'satusehat-401' }] });
  });
});

describe('a message', () => {
  test('brings its answer along, to be kept sealed', async () => {
    tokens(1);
    posting().reply(200, stored);
    expect(await ask(aPlatform(), create)).toMatchObject({ kind: 'accepted', answer: { status: 200, body: stored } });
  });

  test.each([
    [
      'whose connection breaks',
      (of: nock.Interceptor): void => void of.replyWithError(Object.assign(new Error('x'), { code: 'ECONNRESET' })),
    ],
    ['that is never answered', (of: nock.Interceptor): void => void of.delay(1000).reply(200, stored)],
    [
      'whose answer is cut off',
      (of: nock.Interceptor): void => void of.reply(200, '{"resourceType":"Bund', { 'content-type': 'application/json' }),
    ],
    ['that meets a failing gateway', (of: nock.Interceptor): void => void of.reply(504, 'Gateway Timeout')],
  ])('%s may have arrived, where it changes something', async (_, answer) => {
    tokens(1);
    answer(posting());
    expect(await ask(aPlatform(), create)).toMatchObject({ kind: 'unknown', quiet: true });
  });

  test.each([
    [
      'whose connection breaks',
      (of: nock.Interceptor): void => void of.replyWithError(Object.assign(new Error('x'), { code: 'ECONNRESET' })),
      true,
    ],
    ['that is never answered', (of: nock.Interceptor): void => void of.delay(1000).reply(200, nobody), true],
    ['whose answer is cut off', (of: nock.Interceptor): void => void of.reply(200, '{"resourceType":"Bund'), undefined],
  ])('%s leaves nothing in doubt, where it only asks', async (_, answer, platformWide) => {
    tokens(1);
    answer(asking());
    const delivery = await ask(aPlatform());
    expect([delivery.kind, delivery.kind === 'deferred' ? delivery.platformWide : 'no']).toEqual(['deferred', platformWide]);
  });

  test('that was given up by the worker while under way may have arrived', async () => {
    tokens(1);
    posting().delay(90).reply(200, stored);
    const delivery = await aPlatform().send(create, visitState(), AbortSignal.timeout(20));
    expect(delivery).toMatchObject({ kind: 'unknown', quiet: true });
  });

  test('to a port where nobody listens certainly did nothing', async () => {
    const port = await freePort();
    const delivery = await ask(aPlatform(`http://127.0.0.1:${String(port)}`), create);
    expect(delivery).toMatchObject({ kind: 'deferred', platformWide: true });
  });
});

/** A port of this machine on which nothing listens any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 1;
}
