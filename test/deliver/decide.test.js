import { describe, expect, test } from '@jest/globals';
import { decide } from "../../src/deliver/decide.js";
const policy = { firstWaitMs: 1000, longestWaitMs: 60_000, maxAttempts: 5, quietMs: 30_000 };
const now = new Date('2025-08-12T03:00:00Z');
const issue = { severity: 'error', type: 'business-rule', code: 'satusehat-10117', text: 'x', diagnostics: 'x' };
const after = (delivery, attempts = 0, jitter = 1) => decide(delivery, { attempts, now, jitter }, policy);
const inMs = (ms) => new Date(now.getTime() + ms);
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
        expect(after({ kind: 'unknown', outcome: [], quiet: true })).toMatchObject({ step: 'reconcile', notBefore: inMs(30_000) });
    });
    test('a duplicate is certainly there and is looked up at once', () => {
        expect(after({ kind: 'unknown', outcome: [], quiet: false })).toMatchObject({ step: 'reconcile', notBefore: now });
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
