import { performance } from 'node:perf_hooks';
import { toMedian } from '../proof/figures.ts';

/** Work that is timed: one pass, and how many units it is worth. It answers how many of them it accepted, so that no pass can be left out. */
export interface Work {
  readonly name: string;
  readonly units: number;
  readonly pass: () => number;
}

/** What rounds gave: units a second, the middle one and the outermost. */
export interface Rate {
  readonly perSecond: number;
  readonly slowest: number;
  readonly fastest: number;
  /** Units a second of processor time, of all threads: what remains comparable beside busy neighbours. */
  readonly perCpuSecond: number;
}

interface Round {
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

/** How long one piece of work is repeated in a round: long beside a clock tick and a pause of the collector, short beside a busy neighbour. */
const ROUND_MS = 500;
/**
 * How long each work runs before it is timed. V8 compiles generated code in the background while it runs slowly: ours answered 16,000
 * resources a second in the first third of a second and 94,000 after one and a half (2 cores, Node 20.20).
 */
const WARM_UP_MS = 3000;

/** Times works in turns, so that whatever else the machine does meets all of them alike, each after the same time to warm up. */
export function measureRounds(works: readonly Work[], rounds: number): ReadonlyMap<string, Rate> {
  const taken = new Map<string, Round[]>(works.map(({ name }) => [name, []]));
  for (const work of works) timeOnce(work, WARM_UP_MS);
  for (let round = 0; round < rounds; round++) {
    for (const work of works) taken.get(work.name)?.push(timeOnce(work, ROUND_MS));
  }
  return new Map([...taken].map(([name, timed]) => [name, toRate(timed)]));
}

function timeOnce({ units, pass }: Work, leastMs: number): Round {
  let passes = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  let now = start;
  do {
    pass();
    passes++;
    now = performance.now();
  } while (now - start < leastMs);
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (passes * units * 1000) / (now - start), perCpuSecond: (passes * units * 1_000_000) / (user + system) };
}

function toRate(rounds: readonly Round[]): Rate {
  const rates = rounds.map(({ perSecond }) => perSecond);
  const cpu = rounds.map(({ perCpuSecond }) => perCpuSecond);
  return { perSecond: toMedian(rates), slowest: Math.min(...rates), fastest: Math.max(...rates), perCpuSecond: toMedian(cpu) };
}
