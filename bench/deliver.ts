import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureDeliveries } from './deliver/measure.ts';
import { toMedian, toRounded } from './proof/figures.ts';

const { values } = parseArgs({
  options: {
    visits: { type: 'string', default: '1500' },
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const loadBefore = loadavg()[0] ?? 0;
const months = await measureDeliveries({
  visits: Number(values.visits),
  runs: Number(values.runs),
  seed: Number(values.seed),
  tell: (line) => process.stderr.write(`${line}\n`),
});
const sum = (of: (month: (typeof months)[number]) => number): number => months.reduce((all, month) => all + of(month), 0);
const line = {
  visitsPerSecond: Math.round(toMedian(months.map(({ visitsPerSecond }) => visitsPerSecond))),
  // Everything but identity: visits, and the tokens, places and nakes they need.
  callsPerVisit: toRounded(sum(({ calls }) => calls.visits + calls.beside) / sum(({ visits }) => visits)),
  callsPerNewPerson: toRounded(sum(({ calls }) => calls.identity) / sum(({ newPersons }) => newPersons)),
  // How near we come to a client that only sends: 1 is as fast as the sandbox takes visits at all.
  ratioToLimit: toRounded(toMedian(months.map(({ visitsPerSecond, limitPerSecond }) => visitsPerSecond / limitPerSecond))),
  newPersonsPerVisit: toRounded(sum(({ newPersons }) => newPersons) / sum(({ visits }) => visits)),
};
process.stderr.write(
  `${String(cpus().length)} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadBefore.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after; Node ${process.version}\n` +
    Object.entries(line)
      .map(([name, value]) => `  ${name.padEnd(20)} ${String(value)}\n`)
      .join(''),
);
process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : '');
