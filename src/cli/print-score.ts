import type { TierScore } from '../validate/conformance/score-suite.ts';

interface Scored {
  readonly tiers: Readonly<Record<string, TierScore>>;
  /** Switches and packages of the suite without a counterpart here, and how many cases name them. */
  readonly ignored: ReadonlyMap<string, number>;
}

interface ScorePrinting {
  readonly json: boolean;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** Prints the score of a suite: one JSON object, or a table and the cases in which we differ. What was not honoured goes to `err`. */
export function printScore({ tiers, ignored }: Scored, { json, out, err }: ScorePrinting): void {
  out.write(json ? `${JSON.stringify({ tiers })}\n` : toTable(tiers));
  for (const [name, count] of ignored) {
    err.write(`tidak dihiraukan pada ${String(count)} kasus / ignored in ${String(count)} cases: ${name}\n`);
  }
}

function toTable(tiers: Readonly<Record<string, TierScore>>): string {
  const rows = Object.entries(tiers).map(([tier, { cases, agree, missed, falseAlarms }]) => [
    ...[tier, String(cases), String(agree), `${((100 * agree) / cases).toFixed(1)} %`, String(missed.length), String(falseAlarms.length)],
  ]);
  const head = ['tingkat/tier', 'kasus/cases', 'sepakat/agree', '', 'terlewat/missed', 'alarm palsu/false alarms'];
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const toLine = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${[head, ...rows].map(toLine).join('\n')}\n${Object.entries(tiers).map(toDifferences).join('')}`;
}

function toDifferences([tier, { missed, falseAlarms }]: readonly [string, TierScore]): string {
  const toLines = (words: string, ids: readonly string[]): string => ids.map((id) => `${tier}, ${words}: ${id}\n`).join('');
  return toLines('terlewat/missed', missed) + toLines('alarm palsu/false alarm', falseAlarms);
}
