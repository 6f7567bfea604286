import type { Findings, History } from '../history/history.ts';
import type { Submitted } from '../history/submit-records.ts';

const mostShown = 8;

/** Figures of a run that say whether it was a proof of anything. */
export function toSummary({ submitted, history }: { readonly submitted: Submitted; readonly history: History }): readonly string[] {
  const { told, withdrawn, putOff, clientErrors } = submitted;
  const { journal, leases, end, held } = history;
  const outcomes = journal.map(({ method, outcome, late }) => `${method === 'GET' ? 'look' : 'message'} ${outcome}${late ? ' late' : ''}`);
  const debts = end.debts.map(({ kind, state, reason }) => [kind, state, reason].join(' ').trim());
  const claims = leases.filter(({ kind }) => kind === 'claim').length;
  const refused = leases.filter((event) => event.kind === 'write' && !event.accepted).length;
  return [
    `${String(told.length)} rows acknowledged, ${String(withdrawn.length)} records taken back; requests put off ${String(putOff)}, other answers ${JSON.stringify(clientErrors)}`,
    `${String(end.visits.length)} visits, ${String(held.length)} resources upstream; journal ${JSON.stringify(tally(outcomes))}`,
    `debts ${JSON.stringify(tally(debts))}`,
    `leases: ${String(claims)} claims, ${String(refused)} late writes refused`,
  ];
}

/** Findings by rule, the first few of each. */
export function toLines(findings: Findings): readonly string[] {
  return Object.entries(findings).flatMap(([rule, found]: readonly [string, readonly string[]]) =>
    found.length === 0 ? [] : [`${rule}: ${String(found.length)}`, ...found.slice(0, mostShown).map((line) => `  ${line}`)],
  );
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
