import type { DueItem, DueKind, DueState } from '../insight/due/due-item.ts';
import { toGiven } from '../map/given.ts';
import type { LocalDate } from '../map/visit.ts';
import type { Db, Tx } from './db.ts';
import { personKeysOf } from './person-keys.ts';
import { sealJson } from './sealing/seal.ts';

/** Everything that should happen to a person and has not, and where the person belongs. */
export interface DueList {
  readonly person: string;
  /** Code of the place where the person is sasaran, else was seen last; absent where nobody knows one. */
  readonly place?: string;
  readonly items: readonly DueItem[];
}

/** Something due as it is listed. */
export interface ListedDue extends DueItem {
  readonly person: string;
  readonly item: number;
  readonly place?: string;
}

/** Which are meant. Absent parts mean any. */
export interface DueFilter {
  /** The day on which it is asked. */
  readonly on: LocalDate;
  readonly states: readonly DueState[];
  readonly kinds?: readonly DueKind[];
  readonly places?: readonly string[];
}

/** Where a page begins: behind this item. */
export interface DueCursor {
  readonly lateFrom: LocalDate;
  readonly person: string;
  readonly item: number;
}

/** Keeps the lists of people, each as a whole; whoever is among `persons` without a list has none any more. Two statements, however many people. */
export async function saveDues(tx: Tx, persons: readonly string[], lists: readonly DueList[], at: Date): Promise<void> {
  const lengths = new Map(persons.map((person): [string, number] => [person, 0]));
  for (const { person, items } of lists) lengths.set(person, items.length);
  if (lengths.size === 0) return;
  const ordered = [...lengths].sort(([one], [other]) => (one < other ? -1 : 1));
  await tx.count('drop-due', [tx.environment, ordered.map(([person]) => person), ordered.map(([, items]) => items)]);
  const rows = lists.flatMap(({ person, place, items }) => items.map((one, index) => ({ person, place, one, item: index + 1 })));
  if (rows.length === 0) return;
  const secret = rows.filter(({ one }) => isSecret(one)).map(({ person }) => person);
  const keys = secret.length === 0 ? new Map<string, never>() : await personKeysOf(tx, secret);
  const clear = <T>(of: (one: DueItem) => T): readonly (T | null)[] => rows.map(({ one }) => (isSecret(one) ? null : of(one)));
  await tx.count('save-due', [
    ...[tx.environment, rows.map(({ person }) => person), rows.map(({ item }) => item)],
    ...[clear(({ kind }) => kind), clear(({ code }) => code), clear(({ rule }) => rule)],
    ...[rows.map(({ place }) => place ?? null), rows.map(({ one }) => one.kerahasiaan)],
    ...[rows.map(({ one }) => one.due), rows.map(({ one }) => one.lateFrom), rows.map(({ one }) => one.until ?? null)],
    rows.map(({ person, one, item }) => {
      const key = keys.get(person);
      return isSecret(one) && key !== undefined ? sealJson(key, `due.content|${person}|${String(item)}`, one, tx.random) : null;
    }),
    at,
  ]);
}

/** What is due one by one, the longest late first; never what is sangat-terbatas. `next` where there are more. */
export async function listDues(
  db: Db,
  { on, states, kinds, places }: DueFilter,
  { after, limit }: { readonly after?: DueCursor; readonly limit: number },
): Promise<{ readonly dues: readonly ListedDue[]; readonly next?: DueCursor }> {
  const start = after === undefined ? [null, null, null] : [after.lateFrom, after.person, after.item];
  const rows = await db.rows<DueRow>('list-due', [db.environment, places ?? null, kinds ?? null, on, states, ...start, limit + 1]);
  const dues = rows.slice(0, limit).map(toListed);
  const last = dues.at(-1);
  if (rows.length <= limit || last === undefined) return { dues };
  return { dues, next: { lateFrom: last.lateFrom, person: last.person, item: last.item } };
}

type DueRow = Pick<ListedDue, 'person' | 'item' | 'kind' | 'code' | 'rule' | 'kerahasiaan' | 'due'> & {
  readonly place: string | null;
  readonly late_from: LocalDate;
  readonly until: LocalDate | null;
};

function toListed({ late_from: lateFrom, place, until, ...row }: DueRow): ListedDue {
  return { ...row, lateFrom, ...toGiven({ place: place ?? undefined, until: until ?? undefined }) };
}

function isSecret({ kerahasiaan }: DueItem): boolean {
  return kerahasiaan === 'sangat-terbatas';
}
