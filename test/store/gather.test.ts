import { expect, test } from '@jest/globals';
import { gather } from '../../src/store/gather.ts';

/** A statement that lasts until it is let go, and remembers what it was asked. */
function aStatement(): {
  readonly asked: string[][];
  readonly run: (items: readonly string[]) => Promise<readonly string[]>;
  letGo: () => void;
} {
  const asked: string[][] = [];
  let letGo: () => void = () => undefined;
  const run = async (items: readonly string[]): Promise<readonly string[]> => {
    asked.push([...items]);
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
    if (items.includes('taken')) throw new Error('taken');
    return items.map((item) => `${item}!`);
  };
  return {
    asked,
    run,
    letGo: () => {
      letGo();
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
async function turns(count: number): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) await turn();
}

test('whoever asks in the same turn goes together, and everyone gets the own answer', async () => {
  const { asked, run, letGo } = aStatement();
  const ask = gather(run);
  const answers = Promise.all(['a', 'b', 'c'].map(ask));
  await turns(3);
  letGo();

  expect(await answers).toEqual(['a!', 'b!', 'c!']);
  expect(asked).toEqual([['a', 'b', 'c']]);
});

test('whoever asks while a statement is on its way is not part of it, and is answered by the next', async () => {
  const { asked, run, letGo } = aStatement();
  const ask = gather(run, 2);
  const first = ask('a');
  await turns(3);
  const later = Promise.all(['b', 'c', 'd'].map(ask));
  await turns(3);
  expect(asked).toEqual([['a']]);

  for (let nth = 0; nth < 3; nth += 1) {
    letGo();
    await turns(3);
  }
  expect([await first, await later]).toEqual(['a!', ['b!', 'c!', 'd!']]);
  expect(asked).toEqual([['a'], ['b', 'c'], ['d']]);
});

test('a fault is only for those whom it concerns: each is tried alone', async () => {
  const asked: string[][] = [];
  const ask = gather((items: readonly string[]) => {
    asked.push([...items]);
    return items.includes('taken') ? Promise.reject(new Error('taken')) : Promise.resolve(items);
  });
  const told = await Promise.allSettled(['a', 'taken', 'b'].map(ask));

  expect(told.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual(['a', 'Error: taken', 'b']);
  expect(asked).toEqual([['a', 'taken', 'b'], ['a'], ['taken'], ['b']]);
  // It goes on after a fault.
  expect(await ask('c')).toBe('c');
});
