import { parseArgs } from 'node:util';
import { knownFaults } from './cluster/break-leases.ts';
import { runCluster } from './cluster/run-cluster.ts';
import { toLines, toSummary } from './cluster/report.ts';
import { countFindings } from './history/check-history.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '4' },
    kills: { type: 'string', default: '12' },
    visits: { type: 'string', default: '1500' },
    'database-url': { type: 'string' },
    // Puts a known fault into every gateway: the checker has to find it, and the run fails.
    fault: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const processes = Number(values.processes);
const run = await runCluster({
  ...{ processes, kills: Number(values.kills), visits: Number(values.visits), seed: Number(values.seed), tell },
  fault: knownFaults.find((fault) => fault === values.fault),
  databaseUrl: values['database-url'],
});
const counts = countFindings(run.findings);
// Without a worker that came too late nothing was proved about leases.
const lateRefused = run.history.leases.filter((event) => event.kind === 'write' && !event.accepted).length;
const cuts = Object.values(run.cuts).reduce((sum, count) => sum + count, 0);
tell([`${String(run.seconds)} s; cuts ${JSON.stringify(run.cuts)}`, ...toSummary(run), ...toLines(run.findings)].join('\n'));
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ processes, kills: run.kills, cuts, acknowledged: run.submitted.told.length, lateRefused, ...counts })}\n`,
  );
process.exitCode = Object.values(counts).every((count) => count === 0) ? 0 : 1;
