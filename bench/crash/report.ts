import { killKinds } from './kill.ts';
import type { CrashRun } from './run-crashes.ts';
import { toFindingLines } from '../proof/finding-lines.ts';

/** The run in words: what was killed, what healed by itself, and the first findings of each kind. */
export function toReport(run: CrashRun): string {
  const { kills, findings } = run;
  const kinds = killKinds.map((kind) => `${kind} ${String(kills.filter((each) => each.kind === kind).length)}`);
  const silent = kills.filter(({ hitSilence }) => hitSilence).length;
  const lines = [
    `seed ${String(run.seed)}: ${String(kills.length)} kills in ${String(run.seconds)} s (${kinds.join(', ')})`,
    `${String(silent)} of them between the sandbox's commit and our settle`,
    ...['postgres', 'backend'].map((kind) => toHealing(run, kind)),
    `${String(run.acknowledged)} rows acknowledged, ${String(run.visits)} visits, ${String(run.arriving)} of them to arrive; ${String(run.repeated)} requests repeated, ${String(run.answeredLater)} of them got the answer that had been stored under their key; ${String(run.failedStarts)} starts failed`,
    ...Object.entries(findings).flatMap(([figure, found]: [string, readonly string[]]) => toFindingLines(figure, found)),
  ];
  return `${lines.join('\n')}\n`;
}

function toHealing({ kills }: CrashRun, kind: string): string {
  const died = kills.filter((each) => each.kind === kind);
  const healed = died.flatMap(({ healedMs }) => healedMs ?? []).sort((a, b) => a - b);
  const median = healed[Math.floor(healed.length / 2)];
  return `${kind} died alone ${String(died.length)} times; the gateway served again by itself ${String(healed.length)} times${median === undefined ? '' : `, within ${String(median)} ms (median)`}`;
}
