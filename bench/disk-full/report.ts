import { countClear } from './note-answers.ts';
import type { FullRun } from './run-disk-full.ts';
import { toFindingLines } from '../proof/finding-lines.ts';

/** The run in words. */
export function toReport({ disks, answers202, other, findings, visits, seconds }: FullRun): string {
  const codes = [...other.clear]
    .sort()
    .map(([code, count]) => `${code} ${String(count)}`)
    .join(', ');
  const lines = [
    `${String(answers202)} answers 202, ${String(countClear(other))} clear refusals for now (${codes}), ${String(other.unclear.length)} others; ${String(visits)} visits; ${String(seconds)} s`,
    ...toFindingLines('unclear answers', other.unclear),
    ...toFindingLines(
      'half stored',
      disks.flatMap(({ broken }) => broken),
    ),
    ...Object.entries(findings).flatMap(([figure, found]: [string, readonly string[]]) => toFindingLines(figure, found)),
  ];
  return lines.join('\n');
}
