import { describe, expect, test } from '@jest/globals';
import { readAhead } from '../../src/gateway/read-ahead.ts';

/** A source that notes how far it has come and how it ended; it fails at one of its items where told to. */
function aSource(count: number, failsAt = -1) {
  const noted = { made: 0, ended: false };
  async function* items(): AsyncGenerator<number, void, undefined> {
    try {
      for (let at = 0; at < count; at += 1) {
        await new Promise(setImmediate);
        if (at === failsAt) throw new Error(`broken at ${String(at)}`);
        noted.made += 1;
        yield at;
      }
    } finally {
      noted.ended = true;
    }
  }
  return { items: items(), noted };
}

const turn = async (): Promise<void> => {
  for (let turns = 0; turns < 10; turns += 1) await new Promise(setImmediate);
};

describe('reading ahead', () => {
  test('gives everything in order', async () => {
    const got: number[] = [];
    for await (const one of readAhead(aSource(5).items)) got.push(one);
    expect(got).toEqual([0, 1, 2, 3, 4]);
  });

  test('has the next one ready while the present one is used, and never two', async () => {
    const { items, noted } = aSource(10);
    const ahead = readAhead(items);
    await ahead.next();
    await turn();
    expect(noted.made).toBe(2);
    await ahead.return();
  });

  test('tells a fault of the source where it stands, after all that came before', async () => {
    const got: number[] = [];
    const reading = async (): Promise<void> => {
      for await (const one of readAhead(aSource(5, 2).items)) {
        await turn();
        got.push(one);
      }
    };
    await expect(reading()).rejects.toThrow('broken at 2');
    expect(got).toEqual([0, 1]);
  });

  test('ends the source when its user fails, also while the next one is being made', async () => {
    const { items, noted } = aSource(5);
    const reading = async (): Promise<void> => {
      for await (const one of readAhead(items)) throw new Error(`cannot keep ${String(one)}`);
    };
    await expect(reading()).rejects.toThrow('cannot keep 0');
    expect(noted.ended).toBe(true);
  });

  test('leaves no fault behind that nobody hears, when both fail', async () => {
    const { items, noted } = aSource(5, 1);
    const reading = async (): Promise<void> => {
      for await (const one of readAhead(items)) {
        await turn();
        throw new Error(`cannot keep ${String(one)}`);
      }
    };
    await expect(reading()).rejects.toThrow('cannot keep 0');
    await turn();
    expect(noted.ended).toBe(true);
  });
});
