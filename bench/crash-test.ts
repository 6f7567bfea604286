import { parseArgs } from 'node:util';
import { runCrashes, type CrashRun } from './crash/run-crashes.ts';
import { toReport } from './crash/report.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    'rows-per-kill': { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

const [kills, seed, rowsPerKill] = [values.kills, values.seed, values['rows-per-kill']].map(Number);
const run: CrashRun = await runCrashes({
  kills: kills ?? 20,
  seed: seed ?? 1,
  rows: Math.max(400, (kills ?? 20) * (rowsPerKill ?? 60)),
  keep: values.keep,
  tell: (line) => process.stderr.write(`${line}\n`),
});
const { missing, duplicated, upstreamMissing, upstreamDuplicated } = run.findings;
const line = {
  kills: run.kills.length,
  acknowledged: run.acknowledged,
  missing: missing.length,
  duplicated: duplicated.length,
  upstreamMissing: upstreamMissing.length,
  upstreamDuplicated: upstreamDuplicated.length,
};
process.stderr.write(toReport(run));
process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : '');
process.exitCode = missing.length + duplicated.length + upstreamMissing.length + upstreamDuplicated.length === 0 ? 0 : 1;
