import { parseArgs } from 'node:util';
import { countClear } from './disk-full/note-answers.ts';
import { toReport } from './disk-full/report.ts';
import { runDiskFull, type FullRun } from './disk-full/run-disk-full.ts';
import { runWithOwnMounts } from './disk-full/small-volume.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    megabytes: { type: 'string', default: '320' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const [rounds = 4, seed = 1, megabytes = 320] = [values.rounds, values.seed, values.megabytes].map(Number);

process.exitCode =
  (await runWithOwnMounts(tell)) ??
  (await prove().catch((fault: unknown) => {
    tell(fault instanceof Error ? (fault.stack ?? fault.message) : 'unknown fault');
    return 2;
  }));

async function prove(): Promise<number> {
  const said = { seed, keep: values.keep, tell };
  tell('A gateway that refuses files before the disk is full.');
  const guarded = await runDiskFull({ ...said, kinds: ['guard'], room: { megabytes, guarded: true } });
  tell(toReport(guarded));
  tell('A gateway that does not, as where another program fills the disk at once.');
  const kinds = Array.from({ length: rounds }, (_, round) => (round % 2 === 0 ? 'tables' : 'log'));
  const full = await runDiskFull({ ...said, kinds, room: { megabytes, guarded: false } });
  tell(toReport(full));
  const line = toLine([guarded, full]);
  process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : '');
  const refused = [guarded, full].every(({ disks }) => disks.every((disk) => disk.refused > 0 && disk.recoveredMs !== undefined));
  const spared = guarded.disks.every(({ serverEnded }) => !serverEnded);
  return refused && spared && line.otherAnswers + line.halfStored + line.missing + line.duplicated === 0 ? 0 : 1;
}

function toLine(runs: readonly FullRun[]) {
  const sum = (of: (run: FullRun) => number): number => runs.reduce((total, run) => total + of(run), 0);
  const disks = runs.flatMap((run) => run.disks);
  const isServed = disks.every(({ recoveredMs }) => recoveredMs !== undefined);
  return {
    filled: disks.length,
    answers202: sum(({ answers202 }) => answers202),
    answers503: sum(({ other }) => countClear(other)),
    otherAnswers: sum(({ other }) => other.unclear.length),
    halfStored: disks.reduce((total, { broken }) => total + broken.length, 0),
    recoveredMs: isServed ? Math.max(...disks.map(({ recoveredMs = 0 }) => recoveredMs)) : null,
    missing: sum(({ findings }) => findings.missing.length + findings.upstreamMissing.length),
    duplicated: sum(({ findings }) => findings.duplicated.length + findings.upstreamDuplicated.length),
  };
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
