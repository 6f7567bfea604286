import type { WarningDraft } from '../insight/warnings/finding.ts';
import type { KnownWarning, ReconciledWarning, WarningState, WithdrawalReason } from '../insight/warnings/reconcile-warnings.ts';
import { toGiven } from '../map/given.ts';
import type { LocalDate } from '../map/visit.ts';
import type { Db, Tx } from './db.ts';
import { toJsonText } from './json.ts';
import { personKeysOf, unwrapPersonKey } from './person-keys.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';

/** A warning as it is listed: with who acknowledged it, and whether they have still to be told that it was withdrawn. */
export interface ListedWarning extends KnownWarning {
  readonly firstSeenAt: Date;
  readonly withdrawnAt?: Date;
  readonly acknowledged?: { readonly by: string; readonly at: Date };
  readonly toTell: boolean;
}

/** Which warnings are meant. Absent parts mean any. */
export interface WarningFilter {
  readonly states: readonly WarningState[];
  readonly places?: readonly string[];
  /** Opened on this day or later, or known here only since then. */
  readonly since?: { readonly day: LocalDate; readonly moment: Date };
  /** Only what was acknowledged and withdrawn afterwards. */
  readonly toTell?: boolean;
}

/** Where a page of the list begins: behind this warning. */
export interface WarningCursor {
  readonly rank: number;
  readonly opened: LocalDate;
  readonly id: string;
}

interface WarningRow {
  readonly id: string;
  readonly person: string;
  readonly state: WarningState;
  readonly found_late: boolean;
  readonly withdrawn_why: WithdrawalReason | null;
  readonly sealed_content: Buffer;
  readonly sealed_key: Buffer;
}

interface ListedRow extends WarningRow {
  readonly rank: number;
  readonly first_seen_at: Date;
  readonly withdrawn_at: Date | null;
  readonly acknowledged_by: string | null;
  readonly acknowledged_at: Date | null;
  readonly withdrawal_seen_at: Date | null;
}

/** Every warning ever kept of people, by the person asked for; those of whoever was merged into somebody are theirs. */
export async function knownWarnings(db: Db, persons: readonly string[]): Promise<ReadonlyMap<string, readonly KnownWarning[]>> {
  const known = new Map<string, KnownWarning[]>(persons.map((person) => [person, []]));
  if (persons.length === 0) return known;
  for (const row of await db.rows<WarningRow & { readonly of: string }>('warnings-of-persons', [persons, db.environment]))
    known.get(row.of)?.push(toKnown(db, row));
  return known;
}

/**
 * Keeps what a new look at a person came to; what did not change is not touched. Who had acknowledged a warning stays known when it is
 * withdrawn, and is forgotten when it stands again or calls anew.
 */
export async function saveWarnings(tx: Tx, person: string, reconciled: readonly ReconciledWarning[], at: Date): Promise<void> {
  const changed = reconciled.filter(({ change, warning }) => change !== 'tetap' || warning.person !== person);
  if (changed.length === 0) return;
  const key = (await personKeysOf(tx, [person])).get(person);
  if (key === undefined) throw new Error('a warning is kept only of somebody who is known');
  const drafts = changed.map(({ warning }): WarningDraft => ({ ...warning, person }));
  await tx.count('save-warnings', [
    changed.map(({ id }) => id),
    drafts.map(({ code, kerahasiaan }) => (kerahasiaan === 'sangat-terbatas' ? null : code)),
    drafts.map(({ place }) => place),
    drafts.map(({ level }) => level),
    drafts.map(({ kerahasiaan }) => kerahasiaan),
    drafts.map(({ opened }) => opened),
    drafts.map(({ latest }) => latest),
    drafts.map(({ closed }) => closed ?? null),
    changed.map(({ state }) => state),
    changed.map(({ foundLate }) => foundLate),
    changed.map(({ withdrawnWhy }) => withdrawnWhy ?? null),
    drafts.map(toRules),
    drafts.map((draft, index) => sealJson(key, contextOf(changed[index]?.id ?? ''), draft, tx.random)),
    ...[person, tx.environment, at],
    changed.filter(({ change, page }) => change === 'dibuka-lagi' || page).map(({ id }) => id),
  ]);
}

/** Warnings one by one, the gravest first and of equal ones the oldest; never what is sangat-terbatas. `next` where there are more. */
export async function listWarnings(
  db: Db,
  filter: WarningFilter,
  { after, limit }: { readonly after?: WarningCursor; readonly limit: number },
): Promise<{ readonly warnings: readonly ListedWarning[]; readonly next?: WarningCursor }> {
  const rows = await db.rows<ListedRow>('list-warnings', [db.environment, ...toColumns(filter), ...toStart(after), limit + 1]);
  const warnings = rows.slice(0, limit).map((row) => toListed(db, row));
  const [last, row] = [warnings.at(-1), rows[limit - 1]];
  if (rows.length <= limit || last === undefined || row === undefined) return { warnings };
  return { warnings, next: { rank: row.rank, opened: last.warning.opened, id: last.id } };
}

function toColumns({ states, places, since, toTell = false }: WarningFilter): readonly unknown[] {
  return [states, places ?? null, since?.day ?? null, since?.moment ?? null, toTell];
}

function toStart(after: WarningCursor | undefined): readonly unknown[] {
  return after === undefined ? [null, null, null] : [after.rank, after.opened, after.id];
}

/** Notes who has seen a warning, or that it was withdrawn; false where there is no such warning within these places. The first who saw it stays. */
export async function acknowledgeWarning(
  db: Db,
  { id, by, at, places }: { readonly id: string; readonly by: string; readonly at: Date; readonly places?: readonly string[] },
): Promise<boolean> {
  return (await db.count('acknowledge-warning', [id, db.environment, by, at, places ?? null])) > 0;
}

function toKnown(db: Db, row: WarningRow): KnownWarning {
  const key = unwrapPersonKey(db, row.person, row.sealed_key);
  const warning = unsealJson(key, contextOf(row.id), row.sealed_content) as WarningDraft;
  const known = { id: row.id, warning, state: row.state, foundLate: row.found_late };
  return { ...known, ...toGiven({ withdrawnWhy: row.withdrawn_why ?? undefined }) };
}

function toListed(db: Db, row: ListedRow): ListedWarning {
  const { acknowledged_by: by, acknowledged_at: at } = row;
  const acknowledged = by === null || at === null ? undefined : { by, at };
  return {
    ...toKnown(db, row),
    firstSeenAt: row.first_seen_at,
    ...toGiven({ withdrawnAt: row.withdrawn_at ?? undefined, acknowledged }),
    toTell: row.state === 'ditarik' && acknowledged !== undefined && row.withdrawal_seen_at === null,
  };
}

/** The name of a rule tells as much as the code of the warning. */
function toRules({ findings, kerahasiaan }: WarningDraft): string {
  return toJsonText(kerahasiaan === 'sangat-terbatas' ? [] : [...new Set(findings.map(({ rule }) => rule))].sort());
}

function contextOf(id: string): string {
  return `warning.content|${id}`;
}
