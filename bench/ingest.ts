import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureIngest } from './ingest/measure.ts';
import { toMedian, toRounded } from './proof/figures.ts';

/** Visits that the posyandu and puskesmas of Indonesia write down on a day: 10,000 puskesmas x 100, 300,000 posyandu x 60 a month. */
const nationalDay = 1_600_000;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const loadBefore = loadavg()[0] ?? 0;
const { small, large, peakRssMb } = await measureIngest({
  rows: Number(values.rows),
  runs: Number(values.runs),
  seed: Number(values.seed),
  tell: (line) => process.stderr.write(`${line}\n`),
});
const all = [...small, ...large];
const visitsPerSecond = toMedian(large.map(({ visits, ms }) => visits / (ms / 1000)));
const line = {
  visitsPerSecond: Math.round(visitsPerSecond),
  resourcesPerSecond: Math.round(toMedian(large.map(({ resources, ms }) => resources / (ms / 1000)))),
  minutesForNationalDay: toRounded(nationalDay / visitsPerSecond / 60),
  // How near we come to writing the very same rows with nothing read, mapped, validated or sealed: 1 is as fast.
  ratioToBareInsert: toRounded(toMedian(all.map(({ ms, bareMs }) => bareMs / ms))),
  timeRatio10x: toRounded(toMedian(large.map(({ ms }) => ms)) / toMedian(small.map(({ ms }) => ms))),
  peakRssMb,
};
process.stderr.write(
  `${String(cpus().length)} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadBefore.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after; Node ${process.version}\n` +
    `medians of ${String(large.length)} files of ${String(Number(values.rows) * 10)} rows and ${String(small.length)} of ${values.rows}; half the people known, 5 % dirty rows\n` +
    Object.entries(line)
      .map(([name, value]) => `  ${name.padEnd(22)} ${String(value)}\n`)
      .join(''),
);
process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : '');
