import type { Probe } from '../../test/validate/probes/probe.ts';
import { toJson } from '../../test/validate/probes/probe.ts';
import type { Judge } from '../peers/judge.ts';

/** How one validator did: what it found by group, and the names of the probes it missed. */
export interface Score {
  readonly name: string;
  readonly found: number;
  readonly byGroup: Readonly<Record<string, number>>;
  readonly missed: readonly string[];
  /** Probes whose sound twin it refused: whatever it says of the defect does not count. */
  readonly falseAlarms: readonly string[];
}

/** Shows every probe to a validator. A defect counts as found only when its sound twin is accepted, or refusing everything would win. */
export function scoreOn(groups: Readonly<Record<string, readonly Probe[]>>, { name, accepts }: Judge): Score {
  const asked = Object.entries(groups).flatMap(([group, probes]) =>
    probes.map(([claim, broken, , sound]) => {
      const accepted = accepts(JSON.stringify(toJson(sound)));
      return { group, claim: `${group}: ${claim}`, accepted, found: accepted && !accepts(JSON.stringify(toJson(broken))) };
    }),
  );
  const count = (group: string): number => asked.filter((each) => each.found && each.group === group).length;
  return {
    name,
    found: asked.filter((each) => each.found).length,
    byGroup: Object.fromEntries(Object.keys(groups).map((group) => [group, count(group)])),
    missed: asked.filter((each) => !each.found).map((each) => each.claim),
    falseAlarms: asked.filter((each) => !each.accepted).map((each) => each.claim),
  };
}

/** Writes the scores as a table of Markdown: a line a group, a column a validator. */
export function toTable(groups: Readonly<Record<string, readonly Probe[]>>, scores: readonly Score[]): string {
  const total = Object.values(groups).reduce((sum, probes) => sum + probes.length, 0);
  const lines = Object.entries(groups).map(([group, probes]) => [
    group,
    probes.length,
    ...scores.map((score) => score.byGroup[group] ?? 0),
  ]);
  const rows = [...lines, ['**all**', total, ...scores.map((score) => score.found)]];
  const head = ['defects in', 'probes', ...scores.map((score) => score.name)];
  return [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
}
