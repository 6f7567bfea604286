import { setImmediate } from 'node:timers/promises';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Does for many at once what they ask for one by one: whoever asks while a statement is on its way goes with the next, so that many hands share a
 * round trip and a commit. Nobody is answered before that commit, so what holds for one alone holds for each of them.
 * Where a batch meets a fault everyone is tried alone, so that nobody pays for another.
 * @param run answers items in their order; it is asked for one batch at a time.
 */
export function gather<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  most = mostAtOnce,
): (item: Item) => Promise<Result> {
  const queue: Waiting<Item, Result>[] = [];
  let running = false;
  const work = async (): Promise<void> => {
    running = true;
    while (queue.length > 0) {
      // Those who ask within the same turn of the loop go together.
      await setImmediate();
      await answer(queue.splice(0, most), run);
    }
    running = false;
  };
  return (item) =>
    new Promise<Result>((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (!running) void work();
    });
}

const mostAtOnce = 64;

/** Never rejects: whatever goes wrong is told to those it concerns. */
async function answer<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await run(batch.map(({ item }) => item));
    batch.forEach(({ resolve }, index) => {
      resolve(results[index] as Result);
    });
  } catch (fault) {
    const [only] = batch;
    if (batch.length === 1) only?.reject(fault);
    else for (const one of batch) await answer([one], run);
  }
}
