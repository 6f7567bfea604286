import { describe, expect, test } from '@jest/globals';
import { createBreaker } from '../../src/deliver/breaker.ts';
import { decide, isGivenUp, type RetryPolicy } from '../../src/deliver/decide.ts';
import { toRefusals } from '../../src/deliver/to-refusals.ts';
import type { Delivery, Message } from '../../src/platforms/platform.ts';
import type { Issue } from '../../src/fhir/issue.ts';

const policy: RetryPolicy = { firstWaitMs: 1000, longestWaitMs: 60_000, maxAttempts: 5, quietMs: 30_000 };
const now = new Date('2025-08-12T03:00:00Z');
const issue: Issue = { severity: 'error', type: 'business-rule', code: 'satusehat-10117', text: 'x', diagnostics: 'x' };
const after = (delivery: Delivery, attempts = 0, jitter = 1, outages = 0): ReturnType<typeof decide> =>
  decide(delivery, { attempts, outages, now, jitter }, policy);
const inMs = (ms: number): Date => new Date(now.getTime() + ms);

describe('what becomes of a debt', () => {
  test('an accepted message settles it and its ids are kept', () => {
    const upstream = [{ ref: 'visit/1', platformId: 'a', hash: 'h' }];
    expect(after({ kind: 'accepted', upstream, then: { do: 'settle' } })).toEqual({ step: 'settle', upstream });
  });

  test('an answered question leads to the next message', () => {
    expect(after({ kind: 'accepted', upstream: [], then: { do: 'continue' } })).toEqual({ step: 'continue', upstream: [] });
  });

  test('an identity in doubt is held with its reason', () => {
    expect(after({ kind: 'accepted', upstream: [], then: { do: 'hold', reason: 'nik-tidak-cocok', issues: [issue] } })).toEqual({
      step: 'hold',
      reason: 'nik-tidak-cocok',
      issues: [issue],
      upstream: [],
    });
  });

  test('a lost answer is looked up after the quiet time', () => {
    expect(after({ kind: 'unknown', outcome: [], quiet: true })).toMatchObject({
      step: 'reconcile',
      lost: true,
      notBefore: inMs(30_000),
    });
  });

  test('a duplicate is certainly there and is looked up at once', () => {
    expect(after({ kind: 'unknown', outcome: [], quiet: false })).toMatchObject({ step: 'reconcile', lost: false, notBefore: now });
  });

  test.each([
    [0, 1000],
    [1, 2000],
    [2, 4000],
  ])('after %i failures in a row it waits %i ms at most', (attempts, ms) => {
    expect(after({ kind: 'deferred', outcome: [] }, attempts)).toMatchObject({ step: 'retry', notBefore: inMs(ms) });
  });

  test('the shortest wait is half of the longest', () => {
    expect(after({ kind: 'deferred', outcome: [] }, 2, 0)).toMatchObject({ step: 'retry', notBefore: inMs(2000) });
  });

  test('the platform may ask for a longer wait', () => {
    expect(after({ kind: 'deferred', outcome: [], retryAfterMs: 90_000 })).toMatchObject({ step: 'retry', notBefore: inMs(90_000) });
  });

  test.each([
    [0, 1000],
    [3, 8000],
    [20, 60_000],
  ])('a platform that refuses everybody, %i times in a row before, is left alone for %i ms and costs no attempt', (outages, ms) => {
    const stopped: Delivery = { kind: 'deferred', outcome: [issue], platformWide: true };
    expect(after(stopped, 4, 1, outages)).toEqual({ step: 'wait', reason: 'satusehat-10117', notBefore: inMs(ms), upstream: [] });
  });

  test('a lost answer never gives a debt up by itself: it is looked up first, ever more slowly', () => {
    expect(after({ kind: 'unknown', outcome: [], quiet: true }, 9)).toMatchObject({ step: 'reconcile', notBefore: inMs(60_000) });
    expect(after({ kind: 'unknown', outcome: [], quiet: false }, 3)).toMatchObject({ step: 'reconcile', notBefore: inMs(8000) });
    expect([isGivenUp(4, policy), isGivenUp(5, policy)]).toEqual([false, true]);
  });

  test('after too many failures a person looks at it', () => {
    expect(after({ kind: 'deferred', outcome: [issue] }, 4)).toEqual({ step: 'park', issues: [issue] });
  });

  test.each([
    ['nobody knows which entry', [], 3, 'park'],
    ['the first entry, on which all hang', [0], 3, 'park'],
    ['every entry', [0, 1, 2], 3, 'park'],
    ['one entry of three', [2], 3, 'split'],
  ])('a refusal of %s ends as stated', (_, refusedEntries, entries, step) => {
    expect(after({ kind: 'rejected', outcome: [issue], refusedEntries, entries }).step).toBe(step);
  });
});

describe('a platform at rest', () => {
  test('counts messages that were refused together once, and each rest after that', () => {
    const breaker = createBreaker();
    breaker.refuse('puskesmas', now, inMs(1000));
    breaker.refuse('puskesmas', now, inMs(9000));
    expect([breaker.outages('puskesmas'), breaker.restsUntil('puskesmas', now)]).toEqual([1, inMs(1000)]);

    breaker.refuse('puskesmas', inMs(1000), inMs(3000));
    expect([breaker.outages('puskesmas'), breaker.restsUntil('puskesmas', inMs(2999))]).toEqual([2, inMs(3000)]);
  });

  test('rests for one credential alone, until the platform answers it again', () => {
    const breaker = createBreaker();
    breaker.refuse('puskesmas', now, inMs(1000));
    expect(breaker.restsUntil('lain', now)).toBeUndefined();
    breaker.answer('puskesmas');
    expect([breaker.outages('puskesmas'), breaker.restsUntil('puskesmas', now)]).toEqual([0, undefined]);
  });
});

describe('parts that were refused', () => {
  const message: Message = {
    plan: 'kirim',
    method: 'POST',
    path: '/',
    effect: true,
    refs: ['a', 'b', 'c'].map((ref) => ({ ref, hash: `h-${ref}` })),
    credential: 'puskesmas',
  };
  const at = (expression: string): Issue => ({ ...issue, expression });
  const [first, second, general] = [at('Bundle.entry[1].resource.code'), at('Bundle.entry[12].resource'), issue];

  test('are told with the issues that name them, and with those that name none where there are no others', () => {
    const refusals = toRefusals(message, { step: 'split', refused: [1, 2], issues: [first, second, general] });
    expect(refusals).toEqual([
      { ref: 'b', hash: 'h-b', issues: [first] },
      { ref: 'c', hash: 'h-c', issues: [general] },
    ]);
  });

  test('beyond what was sent are none', () => {
    expect(toRefusals(message, { step: 'split', refused: [7], issues: [general] })).toEqual([]);
  });
});
