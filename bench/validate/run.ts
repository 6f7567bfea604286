import { performance } from 'node:perf_hooks';
import type { Judge } from '../peers/judge.ts';
import { createJudges } from '../peers/create-judges.ts';
import { scoreOn } from '../probes/compare.ts';
import type { Score } from '../probes/compare.ts';
import { probes } from '../../test/validate/probes/probes.ts';
import { makeBundle } from './make-bundle.ts';
import { toMedian } from '../proof/figures.ts';
import { measureRounds } from './measure-rounds.ts';
import type { Rate, Work } from './measure-rounds.ts';
import { readSet } from './read-set.ts';
import type { TimedResource } from './read-set.ts';
import { startCold } from './start-cold.ts';
import type { ColdStart } from './start-cold.ts';

/** Everything one run of the bench found out. */
export interface Findings {
  readonly set: readonly TimedResource[];
  readonly scores: readonly Score[];
  readonly accepted: Readonly<Record<string, number>>;
  readonly singles: ReadonlyMap<string, Rate>;
  readonly bundles20: ReadonlyMap<string, Rate>;
  readonly bundle10k: { readonly bytes: number; readonly seconds: number; readonly parseSeconds: number; readonly ratioTo1k: number };
  readonly cold: ColdStart;
}

/** A timed function answered wrongly, so that its speed means nothing. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

/** Measures everything in one run. Rejects with WrongAnswer when ours misses a probe or refuses a timed resource. */
export async function runBench(rounds: number, tell: (line: string) => void): Promise<Findings> {
  const set = readSet();
  const texts = set.map(({ text }) => text);
  const { folder, titian, medplum, profiledMedplum, lantana, officialSchema } = await createJudges();
  const judges = [titian, medplum, profiledMedplum, lantana, officialSchema];
  tell('asking the timed functions the probes');
  const scores = judges.map((judge) => scoreOn(probes, judge));
  const accepted = Object.fromEntries(judges.map((judge) => [judge.name, countAccepted(judge, texts)]));
  assertRight(scores[0], accepted['titian'], texts.length);
  tell(`timing ${String(texts.length)} resources in ${String(rounds)} rounds`);
  const singles = measureRounds([toParse(texts), ...judges.map((judge) => toWork(judge, texts))], rounds);
  tell('timing a Bundle of 20 entries');
  const bundle = [makeBundle(set, 20)];
  if (countAccepted(titian, bundle) !== 1) throw new WrongAnswer('The Bundle of 20 entries is refused');
  const bundles20 = measureRounds([toParse(bundle), ...judges.map((judge) => toWork(judge, bundle))], rounds);
  tell('timing a Bundle of 10,000 entries');
  const bundle10k = timeLargeBundle(titian, set, rounds);
  tell('starting processes of their own');
  return { set, scores, accepted, singles, bundles20, bundle10k, cold: startCold(folder, texts) };
}

function assertRight(score: Score | undefined, accepted: number | undefined, timed: number): void {
  if (score === undefined || score.missed.length > 0) throw new WrongAnswer(`Titian does not find: ${String(score?.missed.join('; '))}`);
  if (accepted !== timed) throw new WrongAnswer(`Titian accepts ${String(accepted)} of ${String(timed)} sound resources`);
}

function countAccepted({ accepts }: Judge, texts: readonly string[]): number {
  let accepted = 0;
  for (const text of texts) if (accepts(text)) accepted++;
  return accepted;
}

function toWork(judge: Judge, texts: readonly string[]): Work {
  return { name: judge.name, units: texts.length, pass: () => countAccepted(judge, texts) };
}

/** The limit nobody can pass who reads JSON with JSON.parse. */
function toParse(texts: readonly string[]): Work {
  const parse: Judge = { name: 'JSON.parse', accepts: (text) => JSON.parse(text) !== null };
  return toWork(parse, texts);
}

function timeLargeBundle({ accepts }: Judge, set: readonly TimedResource[], rounds: number): Findings['bundle10k'] {
  const [small, large] = [makeBundle(set, 1000), makeBundle(set, 10_000)];
  const time = (work: () => unknown): number => {
    const start = performance.now();
    if (work() !== true) throw new WrongAnswer('A large Bundle is refused');
    return (performance.now() - start) / 1000;
  };
  const taken = Array.from({ length: rounds + 1 }, () => ({
    large: time(() => accepts(large)),
    // Ten of them, because one is over before the collector of garbage has run.
    small: time(() => Array.from({ length: 10 }, () => accepts(small)).every(Boolean)) / 10,
    parse: time(() => JSON.parse(large) !== null),
  })).slice(1);
  const seconds = toMedian(taken.map((each) => each.large));
  return {
    bytes: Buffer.byteLength(large),
    seconds,
    parseSeconds: toMedian(taken.map((each) => each.parse)),
    ratioTo1k: seconds / toMedian(taken.map((each) => each.small)),
  };
}
