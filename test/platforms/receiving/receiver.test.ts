import { afterEach, describe, expect, test } from '@jest/globals';
import { createFaultPlan, type Fault } from './receiver-faults.ts';
import type { JournalLine, Part, ReceiverMessage } from './receiver-world.ts';
import { startReceiver, type Receiver } from './receiver.ts';

let open: Receiver | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});
const started = async (): Promise<Receiver> => (open = await startReceiver());

const aPart = (number: string, facts: Partial<Part> = {}): Part => ({
  ref: `ref/${number}`,
  type: 'visit',
  number,
  body: { number },
  hash: `h-${number}`,
  leansOn: [],
  ...facts,
});
const aMessage = (parts: readonly Part[], facts: Partial<ReceiverMessage> = {}): ReceiverMessage => ({
  version: 1,
  guard: { ifNoneExist: true },
  contents: parts.slice(1).map(({ number }) => number),
  parts,
  ...facts,
});
const post = async ({ url }: Receiver, message: ReceiverMessage): Promise<{ status: number; body: unknown }> => {
  const answer = await fetch(`${url}/messages`, { method: 'POST', body: JSON.stringify(message) });
  return { status: answer.status, body: await answer.json() };
};
const outcomes = ({ journal }: Receiver): readonly string[] =>
  journal().map(({ method, number, outcome }) => `${method} ${number} ${outcome}`);

describe('the receiver', () => {
  test('refuses a child whose parent it does not hold, and journals it', async () => {
    const receiver = await started();
    expect(await post(receiver, aMessage([aPart('k1', { leansOn: ['R000009'] })]))).toMatchObject({ status: 424 });
    expect([outcomes(receiver), receiver.resources()]).toEqual([['POST k1 no-parent'], []]);
  });

  test('does a message wholly or not at all', async () => {
    const receiver = await started();
    expect(await post(receiver, aMessage([aPart('k1'), aPart('b1', { type: 'Observation', leansOn: ['R000009'] })]))).toMatchObject({
      status: 424,
    });
    await post(receiver, aMessage([aPart('k1'), aPart('b1', { type: 'Observation' })]));
    expect(receiver.resources().map(({ number }) => number)).toEqual(['k1', 'b1']);
    expect(receiver.journal().map(({ order }) => order)).toEqual([1, 2, 3]);
  });

  test('refuses what was prepared on another state than it has', async () => {
    const receiver = await started();
    await post(receiver, aMessage([aPart('k1')]));
    const change = (ifMatch: string, hash: string): Promise<{ status: number }> =>
      post(receiver, aMessage([aPart('k1', { id: 'R000001', hash })], { version: 2, guard: { ifMatch } }));
    expect([
      (await change('h-k1', 'h2')).status,
      (await change('h-k1', 'h3')).status,
      (await post(receiver, aMessage([aPart('k1')]))).status,
    ]).toEqual([200, 412, 409]);
    expect(receiver.resources()[0]?.history.map(({ hash }) => hash)).toEqual(['h-k1', 'h2']);
  });

  test('ends with the root everything in it, and what the root no longer names', async () => {
    const receiver = await started();
    const parts = [aPart('k1'), aPart('b1', { type: 'Observation' }), aPart('b2', { type: 'Observation' })];
    await post(receiver, aMessage(parts));
    const root = aPart('k1', { id: 'R000001', hash: 'h2' });
    await post(receiver, aMessage([root], { version: 2, guard: { ifMatch: 'h-k1' }, contents: ['b2'] }));
    await post(receiver, aMessage([{ ...root, hash: 'akhir' }], { version: 3, guard: { ifMatch: 'h2' }, end: true }));
    expect(outcomes(receiver).slice(3)).toEqual(['PUT k1 done', 'END b1 done', 'END k1 done', 'END b2 done']);
  });

  test('says over HTTP what it holds and was asked, and fails as it is told to over HTTP', async () => {
    const receiver = await started();
    const faults: readonly Fault[] = [{ kind: 'unavailable', retryAfterSeconds: 7, times: 1 }];
    await fetch(`${receiver.url}/_faults`, { method: 'POST', body: JSON.stringify(faults) });
    const refused = await fetch(`${receiver.url}/messages`, { method: 'POST', body: JSON.stringify(aMessage([aPart('k1')])) });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '7']);

    await post(receiver, aMessage([aPart('k1')]));
    const journal = (await (await fetch(`${receiver.url}/_journal`)).json()) as readonly JournalLine[];
    expect(journal).toEqual(JSON.parse(JSON.stringify(receiver.journal())));
  });

  test('lets a message land whose connection it cut, when it is told to, and marks it', async () => {
    const receiver = await started();
    receiver.fault({ kind: 'late', times: 1 });
    await expect(post(receiver, aMessage([aPart('k1')]))).rejects.toThrow();
    expect([receiver.resources().length, receiver.landLate()]).toEqual([0, 1]);
    expect(receiver.journal().map(({ number, late }) => [number, late])).toEqual([['k1', true]]);
  });
});

describe('faults', () => {
  test('strike the same messages for the same seed, and others for another', () => {
    const struck = (seed: number): string => {
      const plan = createFaultPlan();
      plan.add({ kind: 'lost', probability: 0.5, seed });
      return Array.from({ length: 40 }, () => plan.strike({ look: false, type: 'visit', parts: [] }).length).join('');
    };
    expect([struck(7), struck(7) === struck(8), new Set(struck(7)).size]).toEqual([struck(7), false, 2]);
  });

  test('strike looks only where they are told to', () => {
    const plan = createFaultPlan();
    plan.add({ kind: 'cut' });
    expect(plan.strike({ look: true, type: 'visit', parts: [] })).toEqual([]);
    plan.add({ kind: 'unavailable', looks: true });
    expect(plan.strike({ look: true, type: 'visit', parts: [] }).map(({ kind }) => kind)).toEqual(['unavailable']);
  });
});
