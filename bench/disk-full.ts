import { parseArgs } from 'node:util';
import { countClear } from './disk-full/note-answers.ts';
import { toReport } from './disk-full/report.ts';
import { runDiskFull, type FullRun } from './disk-full/run-disk-full.ts';
import { runWithOwnMounts } from './disk-full/small-volume.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    megabytes: { type: 'string', default: '224' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const [rounds = 4, seed = 1, megabytes = 224] = [values.rounds, values.seed, values.megabytes].map(Number);

process.exitCode =
  (await runWithOwnMounts(tell)) ??
  (await prove().catch((fault: unknown) => {
    tell(fault instanceof Error ? (fault.stack ?? fault.message) : 'unknown fault');
    return 2;
  }));

async function prove(): Promise<number> {
  const run = await runDiskFull({ rounds, seed, megabytes, keep: values.keep, tell });
  tell(toReport(run));
  const line = toLine(run);
  process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : '');
  const refused = run.disks.every((disk) => disk.refused > 0 && disk.recoveredMs !== undefined);
  return refused && line.otherAnswers + line.halfStored + line.missing + line.duplicated === 0 ? 0 : 1;
}

function toLine({ disks, answers202, other, findings }: FullRun) {
  const { missing, duplicated, upstreamMissing, upstreamDuplicated } = findings;
  return {
    filled: disks.length,
    answers202,
    answers503: countClear(other),
    otherAnswers: other.unclear.length,
    halfStored: disks.reduce((sum, { broken }) => sum + broken.length, 0),
    recoveredMs: disks.some(({ recoveredMs }) => recoveredMs === undefined)
      ? null
      : Math.max(...disks.map(({ recoveredMs = 0 }) => recoveredMs)),
    missing: missing.length + upstreamMissing.length,
    duplicated: duplicated.length + upstreamDuplicated.length,
  };
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
