// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Delivery, Message, Platform } from '../../../src/platforms/platform.ts';
import { createSatusehat } from '../../../src/platforms/satusehat/index.ts';
import { toCredentialBook, type CredentialBook } from '../../../src/platforms/satusehat/sending/credential-book.ts';
import { readRuleBook } from '../../../src/platforms/satusehat/read-rule-book.ts';
import { packageRoot } from '../../../src/root.ts';
import { createTokenBoard } from '../../../src/platforms/satusehat/sending/token-board.ts';
import { aScriptedPlatform, type Reply, type ScriptedPlatform } from './a-scripted-platform.ts';
import { alone, known, messageOf, patientState, prepare, visitState } from './a-subject.ts';

let there: ScriptedPlatform;
let now = 0;
beforeEach(async () => {
  there = await aScriptedPlatform();
  now = Date.UTC(2025, 7, 12, 5);
});
afterEach(async () => {
  await there.close();
});

const question: Message = messageOf(prepare(patientState));
const create: Message = messageOf(prepare(visitState(), known(alone)));
const nobody: Reply = { status: 200, body: { resourceType: 'Bundle', type: 'searchset', total: 0 } };
const entry = create.refs.map((_, index) => ({ response: { status: '201 Created', resourceID: `X${String(index)}` } }));
const stored: Reply = { status: 200, body: { resourceType: 'Bundle', type: 'transaction-response', entry } };
const unauthorized: Reply = {
  status: 401,
  body: { fault: { faultstring: 'x', detail: { errorcode: 'keymanagement.service.access_token_expired' } } },
};
const cutOff: Reply = { status: 200, body: '{"resourceType":"Bund', headers: { 'content-type': 'application/json' } };

const rules = await readRuleBook(packageRoot);
const openBook = toCredentialBook(
  new Map(['100009902', '100009901'].map((organization) => [organization, { clientId: 'klien-1', clientSecret: 'rahasia-1' }])),
);
const aPlatform = (board = createTokenBoard(), credentials: CredentialBook = openBook): Platform =>
  createSatusehat({
    board,
    credentials,
    environment: 'simulasi',
    fhirUrl: `${there.url}/fhir-r4/v1`,
    tokenUrl: `${there.url}/oauth2/v1`,
    // Only silence is waited out; a busy machine is no silence.
    timeoutMs: [...there.tokens, ...there.answers].includes('silence') ? 500 : 20_000,
    now: () => now,
    judge: () => [],
    rules,
  });
const ask = (platform: Platform, message: Message = question): Promise<Delivery> =>
  platform.send(message, message === create ? visitState() : patientState, new AbortController().signal);

describe('a token', () => {
  test('is fetched once for everything in flight, with the grant in the address and the credentials in the body', async () => {
    there.answers = Array<Reply>(5).fill(nobody);
    const platform = aPlatform();

    expect((await Promise.all(Array.from({ length: 5 }, () => ask(platform)))).map(({ kind }) => kind)).toEqual(Array(5).fill('accepted'));
    expect(there.tokenRequests).toEqual(['/oauth2/v1/accesstoken?grant_type=client_credentials client_id=klien-1&client_secret=rahasia-1']);
  });

  test('is renewed sixty seconds before the end the platform named', async () => {
    there.answers = Array<Reply>(3).fill(nobody);
    const platform = aPlatform();
    await ask(platform);
    now += (3599 - 61) * 1000;
    await ask(platform);
    now += 1000;
    await ask(platform);
    expect(there.asked.map((each) => each.split(' ').at(-1))).toEqual(['t1', 't1', 't2']);
  });

  test.each([undefined, 'segera', '30', 0])('with a life of %s is still used more than once', async (expiresIn) => {
    there.expiresIn = expiresIn;
    there.answers = [nobody, nobody];
    const platform = aPlatform();
    await ask(platform);
    now += 10_000;
    await ask(platform);
    expect(there.tokenRequests).toHaveLength(1);
  });

  const verdict = {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'invalid', code: 'value', details: { text: 'not acceptable' } }],
  };
  const penalty = { resourceType: 'OperationOutcome', issue: [{ severity: 'invalid', code: 'value', details: { text: 'Rate limit: 1' } }] };
  const oldForm = { ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' };

  test.each([
    [401, verdict, 'satusehat-token-ditolak'],
    [401, oldForm, 'satusehat-token-ditolak'],
    [401, penalty, 'satusehat-token-tertunda'],
    [429, {}, 'satusehat-token-tertunda'],
    [500, 'Internal Server Error', 'satusehat-token-tertunda'],
    [200, '<html>masuk</html>', 'satusehat-token-tertunda'],
  ])('that is refused with %i is not asked for again within a minute, whoever asks', async (status, body, code) => {
    there.tokens = [{ status, body }];
    there.answers = [nobody];
    const platform = aPlatform();
    const [one] = await Promise.all([ask(platform), ask(platform, create)]);
    expect(one).toMatchObject({ kind: 'deferred', platformWide: true, outcome: [{ code }] });
    now += 60_000;
    expect(await ask(platform)).toMatchObject({ kind: 'deferred', retryAfterMs: 1000 });
    expect(there.tokenRequests).toHaveLength(1);

    now += 1000;
    expect((await ask(platform)).kind).toBe('accepted');
  });

  test('whose credential is refused twice in a row is not asked for every minute for ever', async () => {
    there.tokens = Array<Reply>(3).fill({ status: 401, body: verdict });
    const platform = aPlatform();
    for (let minute = 0; minute < 300; minute += 1) {
      await ask(platform);
      now += 61_000;
    }
    expect(there.tokenRequests).toHaveLength(2);
  });

  test('that waits for a page in its place is asked for by nobody, of whatever puskesmas, for ten minutes', async () => {
    there.tokens = [{ status: 403, body: '<html>forbidden</html>' }];
    const platform = aPlatform();
    const other = { ...question, credential: '100009901' };
    expect(await ask(platform)).toMatchObject({ kind: 'deferred', platformWide: true, retryAfterMs: 600_000 });
    now += 599_000;
    expect(await ask(platform, other)).toMatchObject({ kind: 'deferred', outcome: [{ code: 'satusehat-alamat-asing' }] });
    expect(there.tokenRequests).toHaveLength(1);
    now += 2000;
    there.answers = [nobody];
    expect((await ask(platform, other)).kind).toBe('accepted');
  });

  test('is fetched once more, however many messages it is refused to in the middle of a batch', async () => {
    there.answers = [...Array<Reply>(20).fill(unauthorized), ...Array<Reply>(20).fill(nobody)];
    const platform = aPlatform();
    const kinds = (await Promise.all(Array.from({ length: 20 }, () => ask(platform)))).map(({ kind }) => kind);
    expect(there.tokenRequests).toHaveLength(2);
    expect(kinds).toEqual(Array(20).fill('accepted'));
  });

  test('is fetched once more and then not for a minute, where every token is refused to every message', async () => {
    there.answers = Array<Reply>(400).fill(unauthorized);
    const platform = aPlatform();
    for (let wave = 0; wave < 5; wave += 1) await Promise.all(Array.from({ length: 10 }, () => ask(platform)));
    expect(there.tokenRequests).toHaveLength(2);
  });

  test('of one process is used by the others too, and a wait is a wait for all of them', async () => {
    there.answers = Array<Reply>(6).fill(nobody);
    const board = createTokenBoard();
    const [one, other] = [aPlatform(board), aPlatform(board)];
    await ask(one);
    await ask(other);
    expect(there.tokenRequests).toHaveLength(1);

    now += 3600_000;
    there.tokens = [{ status: 401, body: penalty }];
    await ask(other);
    expect(await ask(one)).toMatchObject({ kind: 'deferred', outcome: [{ code: 'satusehat-token-tertunda' }] });
    expect(there.tokenRequests).toHaveLength(2);
  });

  test('of a credential that is revoked or replaced is not used again', async () => {
    there.answers = Array<Reply>(3).fill(nobody);
    let mark: string | undefined = 'lama';
    const book = toCredentialBook(new Map([['100009902', { clientId: 'klien-1', clientSecret: 'rahasia-1' }]]));
    const platform = aPlatform(createTokenBoard(), { ...book, markOf: () => mark });
    await ask(platform);
    mark = undefined;
    expect(await ask(platform)).toMatchObject({ kind: 'deferred', outcome: [{ code: 'satusehat-kredensial-belum-ada' }] });
    mark = 'baru';
    await ask(platform);
    expect(there.asked.map((each) => each.split(' ').at(-1))).toEqual(['t1', 't2']);
  });

  test.each(['break', 'silence'] as const)('whose endpoint answers with %s leaves no message in doubt', async (reply) => {
    there.tokens = [reply];
    expect(await ask(aPlatform(), create)).toMatchObject({
      kind: 'deferred',
      platformWide: true,
      outcome: [{ code: 'satusehat-tidak-terjangkau' }],
    });
    expect(there.asked).toEqual([]);
  });

  test('that is refused when used is dropped, fetched once more, and the message repeated once', async () => {
    there.answers = [unauthorized, stored];
    expect(await ask(aPlatform(), create)).toMatchObject({ kind: 'accepted', then: { do: 'settle' } });
    expect(there.asked).toEqual(['POST /fhir-r4/v1 Bearer t1', 'POST /fhir-r4/v1 Bearer t2']);
  });

  test('that is refused anew too ends the matter for now', async () => {
    there.answers = [unauthorized, unauthorized];
    expect(await ask(aPlatform())).toMatchObject({ kind: 'deferred', platformWide: true, outcome: [{ code: 'satusehat-401' }] });
    expect(there.asked).toHaveLength(2);
  });
});

describe('a message', () => {
  test('brings its answer along, to be kept sealed', async () => {
    there.answers = [stored];
    expect(await ask(aPlatform(), create)).toMatchObject({ kind: 'accepted', answer: stored });
  });

  test.each<readonly [string, Reply]>([
    ['whose connection breaks', 'break'],
    ['that is never answered', 'silence'],
    ['whose answer is cut off', cutOff],
    ['that meets a failing gateway', { status: 504, body: 'Gateway Timeout' }],
  ])('%s may have arrived, where it changes something', async (_, reply) => {
    there.answers = [reply];
    expect(await ask(aPlatform(), create)).toMatchObject({ kind: 'unknown', quiet: true });
  });

  test.each<readonly [string, Reply, boolean | undefined]>([
    ['whose connection breaks', 'break', true],
    ['that is never answered', 'silence', true],
    ['whose answer is cut off', cutOff, undefined],
  ])('%s leaves nothing in doubt, where it only asks', async (_, reply, platformWide) => {
    there.answers = [reply];
    const delivery = await ask(aPlatform());
    expect([delivery.kind, delivery.kind === 'deferred' ? delivery.platformWide : 'no']).toEqual(['deferred', platformWide]);
  });

  test('that was given up by the worker while under way may have arrived', async () => {
    there.answers = ['silence'];
    expect(await aPlatform().send(create, visitState(), AbortSignal.timeout(400))).toMatchObject({ kind: 'unknown', quiet: true });
    expect(there.asked).toHaveLength(1);
  });

  test('to a port where nobody listens any more certainly did nothing', async () => {
    there.answers = [nobody];
    const platform = aPlatform();
    await ask(platform);
    await there.close();
    expect(await ask(platform, create)).toMatchObject({ kind: 'deferred', platformWide: true });
  });
});
