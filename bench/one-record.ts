import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureOneRecord } from './one-record/measure.ts';

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '100' },
    offered: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const loadBefore = loadavg()[0] ?? 0;
const { offered, saturated, writesPerRequest, syncsPerWrite, barePerSecond } = await measureOneRecord({
  connections: Number(values.connections),
  offeredPerSecond: Number(values.offered),
  seconds: Number(values.seconds),
  seed: Number(values.seed),
  tell: (line) => process.stderr.write(`${line}\n`),
});
const requestsPerSecond = saturated.latenciesMs.length / (saturated.tookMs / 1000);
const line = {
  // As many as are answered when all connections always ask.
  requestsPerSecond: Math.round(requestsPerSecond),
  // At the offered rate, counted from when a file was due to leave.
  p50Ms: toPercentile(offered.latenciesMs, 0.5),
  p95Ms: toPercentile(offered.latenciesMs, 0.95),
  p99Ms: toPercentile(offered.latenciesMs, 0.99),
  commitsPerRequest: toRounded(writesPerRequest),
  walSyncsPerCommit: toRounded(syncsPerWrite),
  // How near we come to writing the very same rows with nothing read, mapped, validated or sealed: 1 is as fast.
  ratioToBareInsert: toRounded(requestsPerSecond / barePerSecond),
};
process.stderr.write(
  `${String(cpus().length)} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadBefore.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after; Node ${process.version}\n` +
    `${values.connections} connections; ${values.offered}/s offered: ${JSON.stringify(offered.statuses)}, ` +
    `${String(Math.round(offered.latenciesMs.length / (offered.tookMs / 1000)))}/s answered; ` +
    `saturated: ${JSON.stringify(saturated.statuses)}, p95 ${String(toPercentile(saturated.latenciesMs, 0.95))} ms; bare insert ${String(Math.round(barePerSecond))}/s\n` +
    Object.entries(line)
      .map(([name, value]) => `  ${name.padEnd(22)} ${String(value)}\n`)
      .join(''),
);
process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : '');

function toPercentile(sorted: readonly number[], share: number): number {
  return toRounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function toRounded(value: number): number {
  return Number(value.toFixed(2));
}
