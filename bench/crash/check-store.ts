import { askDatabase, type GatewayHome } from '../../test/scenarios/a-gateway-process.ts';
import type { Findings } from './findings.ts';
import type { MixedLoad, TruthVisit } from './load.ts';
import type { Acknowledged } from './submit.ts';

interface Verdict {
  readonly row: number | string;
  readonly heading: boolean;
  readonly status: string;
  readonly visit?: string;
}

/** Where to ask, with a key that may read. */
export interface Door {
  readonly url: string;
  readonly key: string;
}

/** Our number of each visit of the truth, as the verdicts of its rows say it. */
export type VisitIds = ReadonlyMap<string, string>;

/** Holds every acknowledged file against its verdicts, and every visit of the truth against the rows that speak of it. */
export async function checkRows(load: MixedLoad, acknowledged: readonly Acknowledged[], door: Door, findings: Findings): Promise<VisitIds> {
  const ids = new Map<string, Set<string>>();
  for (const { file, id } of acknowledged) {
    const byRow = toByRow(await listVerdicts(door, id));
    for (const [line, visit] of file.lines) {
      const verdicts = byRow.get(line) ?? [];
      if (verdicts.length === 0) findings.missing.push(`${file.name} line ${String(line)} has no verdict`);
      if (verdicts.length > 1) findings.duplicated.push(`${file.name} line ${String(line)} has ${String(verdicts.length)} verdicts`);
      const known = ids.get(visit) ?? new Set();
      ids.set(visit, new Set([...known, ...verdicts.flatMap((verdict) => verdict.visit ?? [])]));
    }
  }
  return chooseIds(load, ids, findings);
}

function toByRow(verdicts: readonly Verdict[]): ReadonlyMap<number, readonly Verdict[]> {
  const byRow = new Map<number, Verdict[]>();
  for (const verdict of verdicts) byRow.set(Number(verdict.row), [...(byRow.get(Number(verdict.row)) ?? []), verdict]);
  return byRow;
}

function chooseIds({ visits }: MixedLoad, ids: ReadonlyMap<string, ReadonlySet<string>>, findings: Findings): VisitIds {
  const chosen = new Map<string, string>();
  const takenBy = new Map<string, string>();
  for (const { key, child } of visits.values()) {
    const [first, ...others] = ids.get(key) ?? [];
    const what = `visit ${key} (identity ${child.fault})`;
    for (const other of others) findings.duplicated.push(`${what} is also ${other}`);
    if (first === undefined) findings.missing.push(`${what} is no visit of the store`);
    if (first === undefined) continue;
    const taken = takenBy.get(first);
    if (taken !== undefined) findings.missing.push(`${what} was stored as ${taken}`);
    takenBy.set(first, key);
    chosen.set(key, first);
  }
  return chosen;
}

async function listVerdicts({ url, key }: Door, id: string): Promise<readonly Verdict[]> {
  const all: Verdict[] = [];
  for (;;) {
    const answer = await fetch(`${url}/v1/submissions/${id}/rows?after=${String(all.length)}&limit=1000`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const { rows = [] } = (await answer.json()) as { readonly rows?: readonly Verdict[] };
    all.push(...rows);
    if (rows.length < 1000) return all;
  }
}

/** Counts what the database holds as an auditor would, and compares every visit's weight with the truth. */
export async function checkStore(
  load: MixedLoad,
  files: number,
  ids: VisitIds,
  { home, findings }: { readonly home: GatewayHome; readonly findings: Findings },
): Promise<void> {
  const [submissions] = await askDatabase(home, 'select count(*)::int as count from submission');
  const surplus = Number(submissions?.['count']) - files;
  for (let more = 0; more < surplus; more += 1) findings.duplicated.push('a submission more than files were handed in');
  for (let less = 0; less < -surplus; less += 1) findings.missing.push('a submission less than files were acknowledged');
  const rows = await askDatabase(home, 'select id::text as id, facts from visit');
  const stored = new Map(rows.map((row) => [String(row['id']), row['facts'] as Facts] as const));
  const known = new Set(ids.values());
  for (const id of stored.keys()) if (!known.has(id)) findings.duplicated.push(`visit ${id} of the store is none that was handed in`);
  for (const visit of load.visits.values()) checkWeight(visit, ids.get(visit.key), stored, findings);
}

type Facts = readonly (readonly [string, number, unknown])[];

function checkWeight({ key, weightG }: TruthVisit, id: string | undefined, stored: ReadonlyMap<string, Facts>, findings: Findings): void {
  if (id === undefined) return;
  const facts = stored.get(id);
  if (facts === undefined) {
    findings.missing.push(`visit ${key} is named by a verdict but not stored`);
    return;
  }
  const weight = facts.find(([element]) => element === 'berat-badan')?.[2] ?? null;
  if (weight !== weightG) findings.missing.push(`visit ${key} holds the weight ${JSON.stringify(weight)} instead of ${String(weightG)}`);
}
