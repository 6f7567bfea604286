import { isUuid } from '../../gateway/results.ts';
import { enrolmentId } from '../../insight/status/list-records.ts';
import { toDaysBetween } from '../../map/days.ts';
import { toGiven } from '../../map/given.ts';
import type { Site } from '../../map/place.ts';
import { localDateOf } from '../../map/places/local-time.ts';
import type { Person } from '../../map/visit.ts';
import type { Store } from '../../store/open-store.ts';
import type { ListedWarning } from '../../store/warnings.ts';
import { latestZone, recipientOf, toPersonLine } from '../person-line.ts';
import type { SourceRow, WarningInput, WarningLine } from './warning-line.ts';

/** What lines are written with; `byName` only for the nakes of the places. */
export interface LineParts {
  readonly store: Store;
  readonly site: Site;
  readonly now: Date;
  readonly byName: boolean;
}

/** The newest few rows of a visit tell where to look. */
const rowsEach = 5;

/** Writes kept warnings as lines: with whom they are for, whom they are about, and the rows behind each fact. */
export async function toWarningLines(warnings: readonly ListedWarning[], parts: LineParts): Promise<readonly WarningLine[]> {
  const { store } = parts;
  const persons = await store.persons.getPersons(store.db, [...new Set(warnings.map(({ warning }) => warning.person))]);
  const rows = await findRows(warnings, store);
  return warnings.flatMap((one) => {
    const known = persons.get(one.warning.person);
    return known === undefined ? [] : [toLine(one, { ...parts, person: known.person, rows })];
  });
}

/** By the fact's visit; an entry of a register by its person and name. */
type RowsOf = ReadonlyMap<string, readonly SourceRow[]>;

async function findRows(warnings: readonly ListedWarning[], { owed, db }: Store): Promise<RowsOf> {
  const facts = warnings.flatMap(({ warning: { person, findings } }) =>
    findings.flatMap(({ evidence }) => evidence.map(({ visit }) => ({ person, visit }))),
  );
  const visits = new Set(facts.map(({ visit }) => visit).filter(isUuid));
  const enrolled = new Set(facts.filter(({ visit }) => !isUuid(visit)).map(({ person }) => person));
  const subjects = [...visits].map((id) => ({ kind: 'visit' as const, id }));
  const rows = new Map<string, SourceRow[]>();
  const add = (name: string, row: SourceRow): unknown => rows.set(name, [...(rows.get(name) ?? []), row]);
  for (const { id, submission, row } of await owed.rowsBehind(db, subjects, rowsEach)) add(id, { submission, row });
  for (const { person, category, place, told, submission, row } of await owed.rowsBehindEnrolments(db, [...enrolled]))
    add(`${person} ${enrolmentId({ category, place, from: told })}`, { submission, row });
  return rows;
}

interface OneParts extends LineParts {
  readonly person: Person;
  readonly rows: RowsOf;
}

function toLine(one: ListedWarning, parts: OneParts): WarningLine {
  const { warning } = one;
  const { code, level, opened, latest, closed, text } = warning;
  const place = parts.site.places.get(warning.place);
  const today = localDateOf(parts.now, place?.zone ?? latestZone);
  return {
    ...{ id: one.id, code, level, state: one.state, opened, latest },
    ...toGiven({ closed }),
    days: toDaysBetween(opened, closed ?? today),
    foundLate: one.foundLate,
    firstSeen: one.firstSeenAt.toISOString(),
    place: { code: warning.place, name: place?.name ?? warning.place },
    ...toGiven({ penerima: place === undefined ? undefined : recipientOf(place, today, parts.site) }),
    person: toPersonLine(parts.person, latest, parts.byName),
    ...{ text, rules: [...new Set(warning.findings.map(({ rule }) => rule))].sort(), inputs: toInputs(one, parts) },
    ...toPast(one),
  };
}

function toPast({
  acknowledged,
  withdrawnAt,
  withdrawnWhy: why,
  toTell,
}: ListedWarning): Pick<WarningLine, 'acknowledged' | 'withdrawn' | 'toTell'> {
  const seen = acknowledged === undefined ? undefined : { by: acknowledged.by, at: acknowledged.at.toISOString() };
  const gone = withdrawnAt === undefined || why === undefined ? undefined : { at: withdrawnAt.toISOString(), why };
  return { ...toGiven({ acknowledged: seen, withdrawn: gone }), toTell };
}

/** Each fact once for a rule, however many findings rest on it. A value that is not for everybody on duty stands only before those who treat. */
function toInputs({ warning }: ListedWarning, { rows, byName }: OneParts): readonly WarningInput[] {
  const seen = new Set<string>();
  return warning.findings.flatMap(({ rule, kerahasiaan, evidence }) =>
    evidence
      .filter(({ visit, key, ordinal }) => !has(seen, JSON.stringify([rule, visit, key, ordinal])))
      .map(({ visit, date, key, ordinal, value, cell }) => ({
        ...{ rule, visit, date, key },
        ...toGiven({ ordinal, value: byName || kerahasiaan === 'umum' ? value : undefined, cell }),
        rows: rows.get(visit) ?? rows.get(`${warning.person} ${visit}`) ?? [],
      })),
  );
}

/** Whether it was there before; it is from now on. */
function has(seen: Set<string>, name: string): boolean {
  const before = seen.size;
  return seen.add(name).size === before;
}
