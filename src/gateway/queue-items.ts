import type { QueueItem, QueueState, SourceCells } from '../deliveries.ts';
import type { Tables } from '../load-tables.ts';
import type { Visit } from '../map/visit.ts';
import type { Store } from '../store/open-store.ts';
import type { StuckDebt } from '../store/owed-queue.ts';
import type { RowBehind } from '../store/rows-behind.ts';

/** What the cells behind a debt are found with. */
export interface ItemParts {
  readonly store: Store;
  readonly tables: Pick<Tables, 'programme' | 'sources'>;
  readonly placeOfNakes: ReadonlyMap<string, string>;
  /** The platform they are owed to. */
  readonly platform: string;
}

/** A visit has few parts, a person many months: the newest rows tell where to look. */
const rowsEach = 10;

/** Shows debts with the cells of the files from which they came. Nothing of a person is in it: neither a value nor a column that tells a secret. */
export async function toQueueItems(debts: readonly StuckDebt[], parts: ItemParts): Promise<readonly QueueItem[]> {
  const { store } = parts;
  const subjects = debts.map(({ subject }) => subject);
  const rows = await store.owed.rowsBehind(store.db, subjects, rowsEach);
  const visits = await store.visits.getVisits(
    store.db,
    subjects.filter(({ kind }) => kind === 'visit').map(({ id }) => id),
  );
  const partial = debts.filter(({ state }) => state === 'partial').map(({ subject }) => subject);
  const refused = await store.owed.refusedParts(store.db, parts.platform, partial);
  return debts.flatMap((debt) => {
    const { kind, id } = debt.subject;
    // A rule that refused one part of a visit may have refused others of it.
    const alike = refused.filter(({ subject, code }) => subject.kind === kind && subject.id === id && code === debt.reason);
    const cells = toCells(
      debt,
      rows.filter((row) => row.kind === kind && row.id === id),
      { ...parts, visit: visits.get(id)?.visit, refs: [...(debt.ref === undefined ? [] : [debt.ref]), ...alike.map(({ ref }) => ref)] },
    );
    return debt.state === 'leased' ? [] : [toItem({ ...debt, state: debt.state }, cells, parts.placeOfNakes)];
  });
}

function toItem(
  { subject, state, reason, rule, place, date, since, attempts, behind, issues }: StuckDebt & { readonly state: QueueState },
  cells: readonly SourceCells[],
  placeOfNakes: ReadonlyMap<string, string>,
): QueueItem {
  const at = place ?? placeOfNakes.get(subject.id);
  return {
    ...{ ...subject, state, reason },
    ...(rule === undefined ? {} : { rule }),
    ...(at === undefined ? {} : { place: at }),
    ...(date === undefined ? {} : { date }),
    since: since.toISOString(),
    attempts,
    ...(behind === undefined ? {} : { behind }),
    ...{ issues, cells },
  };
}

interface CellParts extends ItemParts {
  readonly visit: Visit | undefined;
  /** Our names of the parts that were refused; none where the whole is meant. */
  readonly refs: readonly string[];
}

function toCells(debt: StuckDebt, rows: readonly RowBehind[], parts: CellParts): readonly SourceCells[] {
  const byRow = new Map(rows.map((row) => [`${row.submission} ${String(row.row)}`, row]));
  return [...byRow.values()].map((row) => ({ submission: row.submission, row: row.row, columns: toColumns(debt, row, parts) }));
}

function toColumns(debt: StuckDebt, row: RowBehind, { tables, visit, store, refs }: CellParts): readonly string[] {
  const identity = identityReasons[debt.reason];
  if (identity !== undefined) return toIdentityColumns(row, identity, tables);
  if (visit === undefined) return [];
  const open = visit.elements.filter(({ key }) => tables.programme.elements.elements.get(key)?.kerahasiaan !== 'sangat-terbatas');
  const refused = open.filter(({ key, ordinal }) => refs.some((ref) => ref.endsWith(store.idOf(visit.id, key, ordinal))));
  return [...new Set((refs.length === 0 ? open : refused).map(({ cell }) => cell))];
}

/** Which facts of a person a reason speaks of, and the findings (docs/errors) that reading had about them. */
interface IdentityReason {
  readonly targets: readonly string[];
  readonly codes: readonly string[];
}

/** The cell in which reading already found a fault, by the name the sender gave it; else the columns of the form. */
function toIdentityColumns(
  { issues, source }: RowBehind,
  { targets, codes }: IdentityReason,
  tables: ItemParts['tables'],
): readonly string[] {
  const found = issues.filter(({ code }) => codes.includes(code)).flatMap(({ cell }) => cell ?? []);
  if (found.length > 0) return [...new Set(found)];
  const columns = tables.sources.get(source)?.columns ?? [];
  return columns.filter((column) => column.targets.some((target) => targets.includes(target))).map(({ name }) => name);
}

const nik: IdentityReason = { targets: ['person.nik'], codes: ['D01', 'D03', 'D04', 'D05', 'D06'] };
const whole: IdentityReason = { targets: ['person.nik', 'person.name', 'person.birthDate', 'person.sex'], codes: ['D07', 'D08'] };
const birthDate: IdentityReason = { targets: ['person.birthDate'], codes: ['tanpa-tanggal-lahir'] };
const identityReasons: Readonly<Record<string, IdentityReason>> = {
  ...{ 'tanpa-nik': nik, 'nik-rusak': nik, 'nik-tidak-sah': nik, 'nik-tersamar': nik, 'nik-tidak-dikenal': nik, 'bukan-kecamatan-99': nik },
  ...{ 'nik-tidak-cocok': whole, 'ihs-ganda': whole, 'tanggal-lahir': birthDate },
};
