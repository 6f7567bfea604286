import { parseArgs } from 'node:util';
import { toLines, toSummary } from './cluster/report.ts';
import { countFindings } from './history/check-history.ts';
import { runRolling } from './rolling/run-rolling.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '3' },
    visits: { type: 'string', default: '5000' },
    'database-url': { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const processes = Number(values.processes);
const run = await runRolling({
  ...{ processes, visits: Number(values.visits), seed: Number(values.seed), tell },
  databaseUrl: values['database-url'],
});
const { submitted, restarts, migrated } = run;
const counts = countFindings(run.findings);
const clientErrors = Object.values(submitted.clientErrors).reduce((sum, count) => sum + count, 0);
const uncleanExits = restarts.flat().filter(({ exitCode }) => exitCode !== 0).length;
tell(
  `${String(run.seconds)} s; ${String(run.acknowledgedMeanwhile)} rows acknowledged while processes were exchanged; migrated ${String(migrated)}`,
);
tell([...toSummary(run), ...toLines(run.findings)].join('\n'));
const figures = {
  ...{ processes, visits: run.history.end.visits.length, acknowledged: submitted.told.length, restarts: restarts.length },
  ...{ clientErrors, longestGapMs: Math.round(submitted.longestGapMs), uncleanExits, ...counts },
};
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
const wrong = [clientErrors, uncleanExits, migrated ? 0 : 1, ...Object.values(counts)];
process.exitCode = wrong.every((count) => count === 0) ? 0 : 1;
