import { fromDayNumber, toDayNumber } from '../../src/map/days.ts';
import { byteOrderMark, toDelimitedLine } from '../../src/ingest/write-delimited.ts';
import type { LocalDate, Sending, Sex } from '../../src/map/visit.ts';
import type { IdentityFault, InventedChild } from './invent-child.ts';
import { inventChild, isWithoutOwnNik } from './invent-child.ts';
import { measureChild } from './measure-child.ts';
import type { SeededRandom } from './seeded-random.ts';
import { createSeededRandom } from './seeded-random.ts';
import type { WrittenRow } from './write-cells.ts';
import { kenangaColumns, writeRow } from './write-cells.ts';

/** How many data rows, by what chance, and the posyandu day of the list. */
export interface GenerateOptions {
  readonly rows: number;
  readonly seed: number;
  readonly date: LocalDate;
}

/** One physical line of the file; `repeats` is the line it repeats or corrects. */
export interface ExpectedLine {
  readonly line: number;
  readonly kind: 'judul' | 'kepala' | 'data' | 'kosong' | 'jumlah';
  readonly person?: string;
  readonly fault?: IdentityFault;
  readonly repeats?: { readonly line: number; readonly as: 'same' | 'correction' };
}

/** One person the file is about; `nik` only where it may stand as the person's own. */
export interface ExpectedPerson {
  readonly key: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly nik: string | null;
  readonly nikIbu: string | null;
}

/** One visit, what it holds in the end, and what becomes of it with and without a platform. */
export interface ExpectedVisit {
  readonly person: string;
  readonly date: LocalDate;
  readonly lines: readonly number[];
  readonly weightG: number | null;
  readonly heightMm: number | null;
  /** As `titian convert` says it, no platform asked. */
  readonly sending: Sending;
  /** With a simulator that knows the people file. */
  readonly outcome: 'arrives' | 'waiting' | 'held';
  readonly reason?: string;
}

/** A list of Posyandu Kenanga, the truth about it, and the people as NDJSON for the simulator. */
export interface Generated {
  readonly content: string;
  readonly lines: readonly ExpectedLine[];
  readonly persons: readonly ExpectedPerson[];
  readonly visits: readonly ExpectedVisit[];
  readonly people: string;
}

/** Writes a child-weighing list in the columns and dirt of Posyandu Kenanga, together with the truth; same options, same bytes. */
export function generateKenanga(options: GenerateOptions): Generated {
  const random = createSeededRandom(options.seed);
  const days = toPosyanduDays(options.date);
  const sheet = createSheet(options.date);
  const children: InventedChild[] = [];
  const visits: ExpectedVisit[] = [];
  while (sheet.dataRows() < options.rows) {
    const child = inventChild(random, children, days[0]);
    children.push(child);
    const date = random.pick(days);
    const left = options.rows - sheet.dataRows();
    visits.push(writeVisit(random, sheet, { child, date, left }));
    if (random.chance(1)) sheet.blank();
  }
  sheet.close(children.length);
  const persons = children.map(toExpectedPerson);
  return { content: sheet.content(), lines: sheet.lines(), persons, visits, people: children.flatMap(toPeopleLines).join('') };
}

/** The posyandu day and two days of sweeping before it, in the same month where there is room, the earliest first. */
function toPosyanduDays(date: LocalDate): [LocalDate, ...LocalDate[]] {
  const room = Math.min(8, Math.max(0, Number(date.slice(8)) - 1));
  const before = (days: number): LocalDate => fromDayNumber(toDayNumber(date) - days) ?? date;
  return [before(room), before(Math.floor(room / 2)), date];
}

interface VisitToWrite {
  readonly child: InventedChild;
  readonly date: LocalDate;
  readonly left: number;
}

function writeVisit(random: SeededRandom, sheet: Sheet, { child, date, left }: VisitToWrite): ExpectedVisit {
  const measured = measureChild(random, child, date);
  const row = writeRow(random, child, date, measured);
  const line = sheet.data(row, child);
  const again = left > 1 ? toRepetition(random, row) : undefined;
  const corrected = again === 'correction' ? measured.weightG + 100 : measured.weightG;
  const cells = again === 'correction' ? row.cells.with(9, String(corrected / 1000).replace('.', ',')) : row.cells;
  const lines = again === undefined ? [line] : [line, sheet.data({ ...row, cells }, child, { line, as: again })];
  const kept = { weightG: row.weightKept ? corrected : null, heightMm: row.heightKept ? measured.heightMm : null };
  return { person: child.key, date, lines, ...kept, ...fates[child.fault] };
}

/** Two rows in a hundred stand there twice, and two more are corrected by a later row. */
function toRepetition(random: SeededRandom, row: WrittenRow): 'same' | 'correction' | undefined {
  const mark = random.between(1, 100);
  if (mark <= 2) return 'same';
  return mark <= 4 && row.weightKept ? 'correction' : undefined;
}

type Fate = Pick<ExpectedVisit, 'sending' | 'outcome' | 'reason'>;

const toWaiting = (reason: string): Fate => ({ sending: `hold:${reason}`, outcome: 'waiting', reason });

const fates: Readonly<Record<IdentityFault, Fate>> = {
  none: { sending: 'kirim', outcome: 'arrives' },
  marked: { sending: 'kirim', outcome: 'arrives' },
  'other-name': { sending: 'kirim', outcome: 'held', reason: 'nik-tidak-cocok' },
  unregistered: { sending: 'kirim', outcome: 'held', reason: 'nik-tidak-dikenal' },
  destroyed: toWaiting('nik-rusak'),
  'wrong-length': toWaiting('nik-tidak-sah'),
  masked: toWaiting('nik-tersamar'),
  absent: toWaiting('tanpa-nik'),
  placeholder: toWaiting('tanpa-nik'),
  mothers: toWaiting('tanpa-nik'),
};

function toExpectedPerson(child: InventedChild): ExpectedPerson {
  const { key, name, birthDate, sex, fault } = child;
  return {
    key,
    name,
    birthDate,
    sex,
    nik: isWithoutOwnNik(fault) ? null : child.nik,
    nikIbu: fault === 'mothers' ? child.motherNik : null,
  };
}

/** Whom the platform knows: every child but the unregistered, and the mothers whose NIK stands in the list. */
function toPeopleLines(child: InventedChild): readonly string[] {
  const { nik, birthDate: lahir, sex: jk } = child;
  const nama = child.fault === 'other-name' ? 'Orang Lain Sekali' : child.name;
  const own = child.fault === 'unregistered' ? [] : [{ nik, nama, lahir, jk }];
  const mother = child.fault === 'mothers' ? [{ nik: child.motherNik, nama: child.mother, lahir: child.motherBirthDate, jk: 'P' }] : [];
  return [...own, ...mother].map((person) => `${JSON.stringify(person)}\n`);
}

type Sheet = ReturnType<typeof createSheet>;

const months = 'JANUARI FEBRUARI MARET APRIL MEI JUNI JULI AGUSTUS SEPTEMBER OKTOBER NOVEMBER DESEMBER'.split(' ');

/** Collects the physical lines of the list, from its title to its total row. */
function createSheet(date: LocalDate) {
  const rows: (readonly string[])[] = [];
  const lines: ExpectedLine[] = [];
  const blankCells = kenangaColumns.map(() => '');
  let count = 0;
  const add = (cells: readonly string[], line: Omit<ExpectedLine, 'line'>): number => {
    rows.push(cells);
    lines.push({ line: rows.length, ...line });
    return rows.length;
  };
  const month = `${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
  add(blankCells.with(0, `DAFTAR BALITA POSYANDU KENANGA - ${month}`), { kind: 'judul' });
  add(kenangaColumns, { kind: 'kepala' });
  return {
    data: (row: WrittenRow, child: InventedChild, repeats?: ExpectedLine['repeats']): number => {
      count += 1;
      return add([String(count), ...row.cells], {
        kind: 'data',
        person: child.key,
        fault: child.fault,
        ...(repeats === undefined ? {} : { repeats }),
      });
    },
    blank: () => add(blankCells, { kind: 'kosong' }),
    close: (total: number) => {
      add(blankCells, { kind: 'kosong' });
      add(blankCells.with(0, 'JUMLAH').with(2, String(total)), { kind: 'jumlah' });
    },
    dataRows: () => count,
    lines: () => lines,
    content: () => byteOrderMark + rows.map((cells) => toDelimitedLine(cells, { delimiter: ';' })).join(''),
  };
}
