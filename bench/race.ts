import { parseArgs } from 'node:util';
import { runRace, type RaceRun } from './race/run-race.ts';
import { toFindingLines } from './proof/finding-lines.ts';

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '64' },
    keys: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const [clients = 64, keys = 1000, seed = 1] = [values.clients, values.keys, values.seed].map(Number);
process.exitCode = await prove().catch((fault: unknown) => {
  tell(fault instanceof Error ? (fault.stack ?? fault.message) : 'unknown fault');
  return 2;
});

async function prove(): Promise<number> {
  const run = await runRace({ clients, keys, seed, keep: values.keep, tell });
  tell(toReport(run));
  const line = toLine(run);
  process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : '');
  return line.records === keys && line.duplicated + line.missing + line.upstreamDuplicated + line.otherAnswers === 0 ? 0 : 1;
}

function toLine({ raced, findings, records, upstreamCreates, seconds }: RaceRun) {
  return {
    ...{ clients, keys, requests: raced.requests, records },
    duplicated: findings.duplicated.length,
    missing: findings.missing.length + findings.upstreamMissing.length,
    upstreamCreates,
    upstreamDuplicated: findings.upstreamDuplicated.length,
    seconds,
    otherAnswers: raced.others.length,
  };
}

function toReport({ raced, findings, records, upstreamCreates, raceSeconds }: RaceRun): string {
  const perSecond = Math.round(raced.requests / Math.max(1, raceSeconds));
  const lines = [
    `${String(raced.requests)} requests, ${String(perSecond)} a second, ${String(raced.putOff)} put off by 429 or 503; ${String(raced.ids.size)} different files; ${String(records)} visits; ${String(upstreamCreates)} Encounters`,
    ...toFindingLines('other answers', raced.others),
    ...Object.entries(findings).flatMap(([figure, found]: [string, readonly string[]]) => toFindingLines(figure, found)),
  ];
  return lines.join('\n');
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
