import { parseArgs } from 'node:util';
import { scenarios, toLines } from './quota/scenarios.ts';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '20000' },
    seeds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});

/** Promised of windows and buckets of 150 a minute and 50 a second whose refusals name no time; all others are told as they are. */
const promise = { settledAfterWindows: 30, used: 0.95, refusalsPer1000: 1 };

const lines = toLines(scenarios({ calls: Number(values.calls), seeds: Number(values.seeds) }));
for (const line of lines)
  process.stderr.write(
    `${line.promised ? '*' : ' '} ${line.kind.padEnd(8)} ${line.limit.padEnd(22)} retry-after ${line.retryAfter.padEnd(8)} settled after ${String(line.settledAfterWindows).padStart(3)} windows, used ${line.used.toFixed(3)}, refused ${line.refusalsPer1000.toFixed(2)} in 1,000 of ${String(line.calls)}\n`,
  );
process.stdout.write(values.json ? `${JSON.stringify(lines)}\n` : '');
const kept = lines
  .filter(({ promised }) => promised)
  .every(
    (line) =>
      line.settledAfterWindows <= promise.settledAfterWindows &&
      line.used >= promise.used &&
      line.refusalsPer1000 <= promise.refusalsPer1000,
  );
process.exitCode = kept ? 0 : 1;
