import { parseArgs } from 'node:util';
import { scenarios, toLines, toName, type Line, type Spread } from './quota/scenarios.ts';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '20000' },
    seeds: { type: 'string', default: '10' },
    'first-seed': { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    trip: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});

const show = ({ median, worst }: Spread, digits: number): string => `${median.toFixed(digits)} (worst ${worst.toFixed(digits)})`;
const toText = (line: Line): string =>
  [
    `${line.promised ? '*' : ' '} ${line.kind.padEnd(8)} ${line.limit.padEnd(22)} retry-after ${line.retryAfter.padEnd(8)}`,
    `settled after ${show(line.settledAfterWindows, 0)} windows, used ${show(line.used, 3)}, refused ${show(line.refusalsPer1000, 2)} in 1,000,`,
    `kept on ${String(line.kept)} of ${String(line.seeds)} seeds`,
  ].join(' ');

/** Promised of windows and buckets of 150 a minute and 50 a second whose refusals name no time; all others are told as they are. */
const [shortest, longest] = values.trip.split('-').map(Number);
const chosen = scenarios({ calls: Number(values.calls), seeds: Number(values.seeds), firstSeed: Number(values['first-seed']) })
  .filter((group) => toName(group).includes(values.only))
  .map((group) => (longest === undefined ? group : { ...group, scenario: { ...group.scenario, trip: [shortest ?? 0, longest] as const } }));
const lines = toLines(chosen);
for (const line of lines) process.stderr.write(`${toText(line)}\n`);
process.stdout.write(values.json ? `${JSON.stringify(lines)}\n` : '');
process.exitCode = lines.filter(({ promised }) => promised).every(({ kept, seeds }) => kept === seeds) ? 0 : 1;
