import type { PowerRun } from './run-power-loss.ts';
import { toFindingLines } from '../proof/finding-lines.ts';

/** Both runs in words: the proof, and the one that has to fail. */
export function toReport(run: PowerRun, control: PowerRun): string {
  const { proof, images } = run;
  const files = images.reduce((total, each) => total + each.files, 0);
  const unsynced = images.filter(({ damage }) => damage.unsyncedData + damage.unsyncedLog > 0).length;
  const lines = [
    `${String(proof.flushedBefore)} of ${String(proof.answers)} answers 202 came after the sync of their commits had returned (${toMargins(proof.marginsMs)}); ${String(run.commits)} commits in ${String(run.syncs)} syncs of the log`,
    `${String(images.filter(({ opened }) => opened).length)} of ${String(images.length)} images opened; ${String(unsynced)} of them had sectors that were written and not synced; on ${String(images.filter(({ readOn }) => readOn).length)} a gateway read long files on to their end`,
    `${String(files)} files acknowledged, summed over the images, were looked for in them`,
    ...toFindingLines('not proved', proof.unproved),
    ...toFindingLines(
      'missing',
      images.flatMap(({ missing }) => missing),
    ),
    ...toFindingLines(
      'duplicated',
      images.flatMap(({ duplicated }) => duplicated),
    ),
    `with synchronous_commit = off: ${String(control.proof.answers - control.proof.flushedBefore)} of ${String(control.proof.answers)} answers not proved, ${String(control.images.flatMap(({ missing }) => missing).length)} missing in ${String(control.images.length)} images`,
    `${String(run.seconds + control.seconds)} s`,
  ];
  return lines.join('\n');
}

function toMargins(marginsMs: readonly number[]): string {
  if (marginsMs.length === 0) return 'none';
  return `${(marginsMs[0] ?? 0).toFixed(3)} ms before at least, ${(marginsMs[Math.floor(marginsMs.length / 2)] ?? 0).toFixed(3)} ms in the median`;
}
