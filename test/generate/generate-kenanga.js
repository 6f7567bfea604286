import { fromDayNumber, toDayNumber } from '../../src/map/days.js';
import { byteOrderMark, toDelimitedLine } from '../../src/ingest/write-delimited.js';
import { inventChild, isWithoutOwnNik } from './invent-child.js';
import { measureChild } from './measure-child.js';
import { createSeededRandom } from './seeded-random.js';
import { kenangaColumns, writeRow } from './write-cells.js';
/** Writes a child-weighing list in the columns and dirt of Posyandu Kenanga, together with the truth; same options, same bytes. */
export function generateKenanga(options) {
  const random = createSeededRandom(options.seed);
  const days = toPosyanduDays(options.date);
  const sheet = createSheet(options.date);
  const children = [];
  const visits = [];
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
function toPosyanduDays(date) {
  const room = Math.min(8, Math.max(0, Number(date.slice(8)) - 1));
  const before = (days) => fromDayNumber(toDayNumber(date) - days) ?? date;
  return [before(room), before(Math.floor(room / 2)), date];
}
function writeVisit(random, sheet, { child, date, left }) {
  const measured = measureChild(random, child, date);
  let row = writeRow(random, child, date, measured);
  let weightG = row.weightKept ? measured.weightG : null;
  const lines = [sheet.data(row, child)];
  const again = left > 1 ? random.between(1, 100) : 100;
  if (again <= 2) lines.push(sheet.data(row, child, { line: lines[0] ?? 0, as: 'same' }));
  else if (again <= 4 && row.weightKept) {
    const corrected = measured.weightG + 100;
    row = { ...row, cells: row.cells.with(9, String(corrected / 1000).replace('.', ',')) };
    weightG = corrected;
    lines.push(sheet.data(row, child, { line: lines[0] ?? 0, as: 'correction' }));
  }
  return { person: child.key, date, lines, weightG, heightMm: row.heightKept ? measured.heightMm : null, ...toFate(child.fault) };
}
function toFate(fault) {
  switch (fault) {
    case 'none':
    case 'marked':
      return { sending: 'kirim', outcome: 'arrives' };
    case 'other-name':
      return { sending: 'kirim', outcome: 'held', reason: 'nik-tidak-cocok' };
    case 'unregistered':
      return { sending: 'kirim', outcome: 'held', reason: 'nik-tidak-dikenal' };
    case 'destroyed':
      return { sending: 'hold:nik-rusak', outcome: 'waiting', reason: 'nik-rusak' };
    case 'wrong-length':
      return { sending: 'hold:nik-tidak-sah', outcome: 'waiting', reason: 'nik-tidak-sah' };
    case 'masked':
      return { sending: 'hold:nik-tersamar', outcome: 'waiting', reason: 'nik-tersamar' };
    case 'absent':
    case 'placeholder':
    case 'mothers':
      return { sending: 'hold:tanpa-nik', outcome: 'waiting', reason: 'tanpa-nik' };
  }
}
function toExpectedPerson(child) {
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
function toPeopleLines(child) {
  const { nik, birthDate: lahir, sex: jk } = child;
  const nama = child.fault === 'other-name' ? 'Orang Lain Sekali' : child.name;
  const own = child.fault === 'unregistered' ? [] : [{ nik, nama, lahir, jk }];
  const mother = child.fault === 'mothers' ? [{ nik: child.motherNik, nama: child.mother, lahir: child.motherBirthDate, jk: 'P' }] : [];
  return [...own, ...mother].map((person) => `${JSON.stringify(person)}\n`);
}
const months = 'JANUARI FEBRUARI MARET APRIL MEI JUNI JULI AGUSTUS SEPTEMBER OKTOBER NOVEMBER DESEMBER'.split(' ');
/** Collects the physical lines of the list, from its title to its total row. */
function createSheet(date) {
  const rows = [];
  const lines = [];
  const blankCells = kenangaColumns.map(() => '');
  let count = 0;
  const add = (cells, line) => {
    rows.push(cells);
    lines.push({ line: rows.length, ...line });
    return rows.length;
  };
  const month = `${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
  add(blankCells.with(0, `DAFTAR BALITA POSYANDU KENANGA - ${month}`), { kind: 'judul' });
  add(kenangaColumns, { kind: 'kepala' });
  return {
    data: (row, child, repeats) => {
      count += 1;
      return add([String(count), ...row.cells], {
        kind: 'data',
        person: child.key,
        fault: child.fault,
        ...(repeats === undefined ? {} : { repeats }),
      });
    },
    blank: () => add(blankCells, { kind: 'kosong' }),
    close: (total) => {
      add(blankCells, { kind: 'kosong' });
      add(blankCells.with(0, 'JUMLAH').with(2, String(total)), { kind: 'jumlah' });
    },
    dataRows: () => count,
    lines: () => lines,
    content: () => byteOrderMark + rows.map((cells) => toDelimitedLine(cells, { delimiter: ';' })).join(''),
  };
}
