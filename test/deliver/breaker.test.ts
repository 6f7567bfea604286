import { describe, expect, test } from '@jest/globals';
import { createBreaker } from '../../src/deliver/breaker.ts';

const at = (second: number): Date => new Date(Date.UTC(2025, 7, 12) + second * 1000);

describe('a breaker', () => {
  test('lets one message find out after the rest, while the others keep waiting', () => {
    const breaker = createBreaker();
    breaker.refuse('puskesmas', at(0), at(10));
    expect(breaker.admit('puskesmas', at(9))).toEqual({ may: 'rest', until: at(10) });
    expect(breaker.admit('puskesmas', at(10)).may).toBe('probe');
    expect(breaker.admit('puskesmas', at(10)).may).toBe('rest');
    breaker.answer('puskesmas');
    expect(breaker.admit('puskesmas', at(11)).may).toBe('go');
  });

  test('counts a failed probe as one refusal more, so that the rest doubles', () => {
    const breaker = createBreaker();
    breaker.refuse('puskesmas', at(0), at(10));
    breaker.admit('puskesmas', at(10));
    breaker.refuse('puskesmas', at(11), at(31));
    expect([breaker.outages('puskesmas'), breaker.admit('puskesmas', at(12))]).toEqual([2, { may: 'rest', until: at(31) }]);
  });

  test('does not wait for ever for a probe that never tells what became of it', () => {
    const breaker = createBreaker();
    breaker.refuse('puskesmas', at(0), at(10));
    breaker.admit('puskesmas', at(10));
    expect(breaker.admit('puskesmas', at(54)).may).toBe('rest');
    expect(breaker.admit('puskesmas', at(56)).may).toBe('probe');
  });

  test('keeps one bad facility apart from the others', () => {
    const breaker = createBreaker();
    breaker.refuse('buruk', at(0), at(600));
    expect(breaker.admit('lain', at(1)).may).toBe('go');
  });

  test('rests for all where nobody is reached, and one probe finds out for all', () => {
    const breaker = createBreaker();
    breaker.refuse('a', at(0), at(10), 'network');
    expect(breaker.admit('c', at(1)).may).toBe('go');
    breaker.refuse('b', at(1), at(11), 'network');
    expect(breaker.admit('c', at(2))).toEqual({ may: 'rest', until: at(11) });
    expect(breaker.admit('c', at(11)).may).toBe('probe');
    expect(breaker.admit('d', at(11)).may).toBe('rest');
    breaker.answer('c');
    expect([breaker.admit('d', at(12)).may, breaker.outages('d')]).toEqual(['go', 0]);
  });

  test('does not take two refusals by the platform itself for a lost network', () => {
    const breaker = createBreaker();
    breaker.refuse('a', at(0), at(10));
    breaker.refuse('b', at(0), at(10));
    expect(breaker.admit('c', at(1)).may).toBe('go');
  });
});
