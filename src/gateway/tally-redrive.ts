import type { RedriveCause, RedriveOutcome, RedriveSample } from '../deliveries.ts';
import type { WordsOf } from '../report/catalogue/cause-words.ts';
import type { PlannedRedrive } from './plan-redrive.ts';
import { toCause } from './to-cause.ts';

const samplesEach = 3;
const none: Readonly<Record<RedriveOutcome, number>> = { ready: 0, waiting: 0, moved: 0, unchanged: 0, leased: 0 };

/** Counts outcomes by cause, with a few samples of each; the most frequent cause first. */
export function tallyRedrive(planned: readonly PlannedRedrive[], platform: string, wordsOf: WordsOf): readonly RedriveCause[] {
  const byCause = new Map<string, PlannedRedrive[]>();
  for (const one of planned) {
    const { state, reason, rule } = one.debt;
    const cause = JSON.stringify([state, reason, rule ?? null]);
    const known = byCause.get(cause);
    if (known === undefined) byCause.set(cause, [one]);
    else known.push(one);
  }
  return [...byCause.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((of) => {
      const [first] = of;
      return first === undefined ? [] : [{ ...toCause({ platform, ...first.debt }, wordsOf), ...toFigures(of) }];
    });
}

/** How many debts meet each outcome. */
export function countOutcomes(planned: readonly PlannedRedrive[]): Readonly<Record<RedriveOutcome, number>> {
  const counts = { ...none };
  for (const { decision } of planned) counts[decision.does] += 1;
  return counts;
}

function toFigures(planned: readonly PlannedRedrive[]): Pick<RedriveCause, 'counts' | 'to' | 'samples'> {
  const to: Record<string, number> = {};
  const samples: Partial<Record<RedriveOutcome, readonly RedriveSample[]>> = {};
  for (const one of planned) {
    const { decision } = one;
    if ('reason' in decision) to[decision.reason] = (to[decision.reason] ?? 0) + 1;
    const known = samples[decision.does] ?? [];
    if (known.length < samplesEach) samples[decision.does] = [...known, toSample(one)];
  }
  return { counts: countOutcomes(planned), to, samples };
}

function toSample({ debt: { subject, place, date }, decision }: PlannedRedrive): RedriveSample {
  return {
    ...subject,
    ...(place === undefined ? {} : { place }),
    ...(date === undefined ? {} : { date }),
    ...('reason' in decision ? { to: decision.reason } : {}),
  };
}
