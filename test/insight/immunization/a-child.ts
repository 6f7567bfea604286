import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Issue } from '../../../src/fhir/issue.ts';
import { readProgrammeFiles } from '../../../src/ingest/programme-files.ts';
import type { History, HistoryVisit } from '../../../src/insight/history.ts';
import { compileImmunization } from '../../../src/insight/immunization/compile-immunization.ts';
import type { WrittenImmunization } from '../../../src/insight/immunization/immunization-schema.ts';
import { immunizationSchema } from '../../../src/insight/immunization/immunization-schema.ts';
import type { TimeSpan } from '../../../src/insight/immunization/time-span.ts';
import { compileProgramme } from '../../../src/map/compile-programme.ts';
import { readTable } from '../../../src/map/tables/read-table.ts';
import type { Programme } from '../../../src/map/programme.ts';
import type { Element, LocalDate, Person } from '../../../src/map/visit.ts';

export const path = 'programme/immunization.yaml';
const root = fileURLToPath(new URL('../../../', import.meta.url));
export const text = readFileSync(`${root}${path}`, 'utf8');

/** The table as it is written, so that what is expected is not taken from what we compile it to. */
export const written = parse(text) as WrittenImmunization;

const shipped = compileProgramme(await readProgrammeFiles(root));
const codesOf = (list: string): ReadonlySet<string> => new Set(shipped.ok ? shipped.value.codeLists.get(list)?.byWord.values() : []);

/** The programme with its table of immunisation edited; the faults where it is refused. */
export function compileWith(edit: (text: string) => string): { readonly programme?: Programme; readonly faults: readonly string[] } {
  const file = { path, text: edit(text) };
  const table = readTable(file, immunizationSchema);
  const issues: Issue[] = [...table.issues, ...shipped.issues];
  if (!table.ok || !shipped.ok) return { faults: issues.map(toFault) };
  const known = { vaccines: codesOf('vaksin'), tetanus: codesOf('vaksin-td') };
  const immunization = compileImmunization(file, table.value, known, issues);
  return { programme: { ...shipped.value, immunization }, faults: issues.map(toFault) };
}

function toFault({ text: id, diagnostics: en }: Issue): string {
  return `${id} / ${en}`;
}

/** The programme with its table of immunisation edited. */
export function programmeWith(edit: (text: string) => string = (same) => same): Programme {
  const { programme, faults } = compileWith(edit);
  if (programme === undefined || faults.length > 0) throw new Error(faults.join('\n'));
  return programme;
}

/** Chooses an option of a setting in the text of the table. */
export function choosing(slug: string, option: string): (text: string) => string {
  return (all) => all.replace(new RegExp(`(\\n  ${slug}:\\n[^]*?use: )\\S+`), `$1${option}`);
}

/** The day a time after another is over, reckoned by the calendar of the machine and not by ours. */
export function after(date: LocalDate, { years = 0, months = 0, weeks = 0, days = 0, hours = 0 }: TimeSpan): LocalDate {
  const start = new Date(`${date}T00:00:00Z`);
  const month = start.getUTCMonth() + months + years * 12;
  const last = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const moved = Date.UTC(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), last) + days + weeks * 7 + Math.ceil(hours / 24));
  return new Date(moved).toISOString().slice(0, 10);
}

/** So many days on, or back. */
export function on(date: LocalDate, days: number): LocalDate {
  return after(date, { days });
}

/** What was told of a dose: given on a day, known without one, or not given. */
export interface Told {
  readonly code: string;
  readonly date?: LocalDate;
  readonly key?: string;
  readonly fields?: Element['fields'];
}

/** A person with doses, each told at a visit of its own day; what has no day was told at `seen`. */
export function aPerson(
  person: Partial<Person> & { readonly birthDate: LocalDate },
  told: readonly Told[],
  { seen, ...rest }: { readonly seen?: LocalDate } & Partial<Pick<History, 'episodes' | 'enrolments'>> = {},
): History {
  const visits = [...told.map(toVisit(seen ?? person.birthDate)), ...(seen === undefined ? [] : [aVisit('terlihat', seen, [])])];
  const who = { id: 'orang-1', name: 'Anak Uji', nameIsOfficial: true, sex: 'P' as const, ...person };
  return { person: who, visits, episodes: [], enrolments: [], ...rest };
}

function toVisit(seen: LocalDate) {
  return ({ code, date, key, fields }: Told, at: number): HistoryVisit => {
    const isTold = date === undefined && fields === undefined && key === undefined;
    const element: Element = {
      key: key ?? (isTold ? 'riwayat-imunisasi' : 'imunisasi'),
      ordinal: 1,
      value: { kind: 'coded', code },
      cell: 'Imunisasi',
      ...(fields === undefined ? {} : { fields }),
    };
    return aVisit(`kunjungan-${String(at + 1)}`, date ?? seen, [element]);
  };
}

/** A visit that says these things. */
export function aVisit(id: string, date: LocalDate, elements: readonly Element[]): HistoryVisit {
  const base = { id, person: 'orang-1', date, dateEstimated: false, place: 'posyandu-uji', service: 'posyandu' };
  return { ...base, recorder: 'kader', verified: false, reported: {}, lifeStage: 'bayi', elements };
}

/** Birth days at which calendars go wrong: leap days, ends of months and of years. */
export const births: readonly LocalDate[] = [
  '2025-01-20',
  '2024-02-29',
  '2025-01-31',
  '2025-08-31',
  '2024-12-31',
  '2025-02-28',
  '2025-10-30',
];
