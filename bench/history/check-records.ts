import { groupBy } from './group-by.ts';
import type { History, Told } from './history.ts';

/** Acknowledged records that are not kept as they were said last, or that the platform should hold and does not. */
export function findLost(history: History): readonly string[] {
  const { told } = history;
  const verdicts = groupBy(history.end.verdicts, ({ submission, row }) => nameOf(submission, row));
  const unanswered = told.filter(({ submission, row }) => !verdicts.has(nameOf(submission, row)));
  const visitOf = visitsByRecord(history);
  const records = [...groupBy(told, ({ record }) => record)];
  return [
    ...unanswered.map(({ submission, row }) => `row ${String(row)} of submission ${submission} was acknowledged and has no verdict`),
    ...records.flatMap(([record, rows]) => lookForRecord(history, { record, rows, ids: [...(visitOf.get(record) ?? [])] })),
    ...findShared(visitOf),
  ];
}

/** Records with two visits, and rows with two verdicts. */
export function findDoubleRecords(history: History): readonly string[] {
  const twice = [...groupBy(history.end.verdicts, ({ submission, row }) => nameOf(submission, row))].filter(([, all]) => all.length > 1);
  const split = [...visitsByRecord(history)].filter(([, ids]) => ids.size > 1);
  return [
    ...twice.map(([name, all]) => `row ${name} has ${String(all.length)} verdicts`),
    ...split.map(([record, ids]) => `${record} became ${String(ids.size)} visits: ${[...ids].join(', ')}`),
  ];
}

interface Sought {
  readonly record: string;
  readonly rows: readonly Told[];
  readonly ids: readonly string[];
}

function lookForRecord(history: History, { record, rows, ids: [id] }: Sought): readonly string[] {
  const visit = history.end.visits.find((one) => one.id === id);
  if (id === undefined || visit === undefined) return [`${record} is no visit of the store`];
  const facts = lastFacts(rows);
  if (!facts.has(visit.fact)) return [`${record} (${id}) says "${visit.fact}" instead of "${[...facts].join('" or "')}"`];
  const withdrawn = history.withdrawn.some((one) => one.record === record);
  if (withdrawn !== visit.retracted) return [`${record} (${id}) is ${visit.retracted ? 'retracted' : 'standing'} and should not be`];
  return withdrawn ? [] : lookUpstream(history, { record, rows, visit });
}

/** Of rows under way at the same time nobody can say which is the last. */
function lastFacts(rows: readonly Told[]): ReadonlySet<string> {
  const last = rows.filter(({ answeredAt }) => !rows.some(({ askedAt }) => askedAt > answeredAt));
  return new Set(last.map(({ fact }) => fact));
}

type Visit = History['end']['visits'][number];

/** What is settled has to be there as the store has it; what could be sent has to be settled. */
function lookUpstream(
  { end, held }: History,
  { record, rows, visit }: { readonly record: string; readonly rows: readonly Told[]; readonly visit: Visit },
): readonly string[] {
  const debt = end.debts.find((one) => one.kind === 'visit' && one.id === visit.id);
  const there = held.find(({ ref }) => ref === `visit/${visit.id}`);
  const fault = debt?.state === 'settled' ? compareHeld(visit, there) : judgeUnsettled(debt, rows);
  return fault === undefined ? [] : [`${record} (${visit.id}) ${fault}`];
}

function judgeUnsettled(debt: History['end']['debts'][number] | undefined, rows: readonly Told[]): string | undefined {
  if (!rows.some(({ sendable }) => sendable)) return undefined;
  return `could be sent and is ${debt === undefined ? 'not owed' : `${debt.state} (${debt.reason})`}`;
}

function compareHeld(visit: Visit, there: History['held'][number] | undefined): string | undefined {
  if (there === undefined) return 'is settled and not at the platform';
  if (there.ended) return 'stands here and is ended at the platform';
  if (there.version === visit.version && there.fact === visit.fact) return undefined;
  return `is at the platform as version ${String(there.version)} "${there.fact}", here ${String(visit.version)} "${visit.fact}"`;
}

/** Two records that share a visit: one of them is lost in the other. */
function findShared(visitOf: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const pairs = [...visitOf].flatMap(([record, ids]) => [...ids].map((id) => ({ record, id })));
  const shared = [...groupBy(pairs, ({ id }) => id)].filter(([, all]) => all.length > 1);
  return shared.map(([id, all]) => `${all.map(({ record }) => record).join(' and ')} share visit ${id}`);
}

function visitsByRecord({ told, end }: History): ReadonlyMap<string, ReadonlySet<string>> {
  const byRow = new Map(end.verdicts.map(({ submission, row, visit }) => [nameOf(submission, row), visit] as const));
  const visits = new Map<string, Set<string>>();
  for (const { record, submission, row } of told) {
    const visit = byRow.get(nameOf(submission, row));
    if (visit !== undefined) visits.set(record, (visits.get(record) ?? new Set()).add(visit));
  }
  return visits;
}

function nameOf(submission: string, row: number): string {
  return `${submission}#${String(row)}`;
}
