import { toDayNumber } from '../../src/map/days.ts';
import type { LocalDate } from '../../src/map/visit.ts';
import type { IdentityFault, InventedChild } from './invent-child.ts';
import type { Measurement } from './measure-child.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The columns of the import sheet of Posyandu Kenanga. */
export const kenangaColumns =
  'No;NIK;Nama Anak;Tgl Lahir;JK;Nama Ibu;Nama Ayah;RT;RW;Tanggal Ukur;BB;TB;Lingkar Kepala;Vit A / Imunisasi'.split(';');

/** One written row, with what its dirt costs: values that must not be kept. */
export interface WrittenRow {
  readonly cells: readonly string[];
  readonly weightKept: boolean;
  readonly heightKept: boolean;
}

// 1 January 1900 is day 1, and Excel believes in 29 February 1900: days since 1899-12-30 for every date of a child.
const excelEpoch = -25_569;

/** Writes one weighing as a kader would, with all the dirt of such lists. */
export function writeRow(random: SeededRandom, child: InventedChild, date: LocalDate, measured: Measurement): WrittenRow {
  const weight = writeWeight(random, measured.weightG);
  const height =
    random.chance(4) && weight.kept
      ? { text: random.pick(['-', '']), kept: false }
      : { text: writeTenths(random, measured.heightMm), kept: true };
  const cells = [
    ...[
      writeNik(random, child),
      writeName(random, child),
      writeBirthDate(random, child.birthDate),
      random.pick(child.sex === 'L' ? ['L', 'L', 'l', 'Laki-laki'] : ['P', 'P', 'p', 'perempuan']),
    ],
    ...[child.fault === 'mothers' ? `${child.mother} (${child.motherNik})` : child.mother, child.father],
    ...[writeNumber(random, child.rt, 3), writeNumber(random, child.rw, 2), writeDay(random, date)],
    ...[weight.text, height.text, random.chance(10) ? '' : writeTenths(random, measured.headMm), writeGiven(random, measured)],
  ];
  return { cells, weightKept: weight.kept, heightKept: height.kept };
}

function writeNik(random: SeededRandom, child: InventedChild): string {
  const { nik } = child;
  const written: Readonly<Record<IdentityFault, readonly [string, ...string[]]>> = {
    none: [nik],
    'other-name': [nik],
    unregistered: [nik],
    marked: [`'${nik}`, nik.replace(/(.{4})(?=.)/g, '$1 '), nik.replace(/(.{4})(?=.)/g, '$1.'), ` ${nik} `],
    destroyed: ['6,47299E+15'],
    absent: ['', '', '-', 'belum ada', '0'],
    placeholder: ['0000000000000000', `99990000${nik.slice(-8)}`],
    'wrong-length': [nik.slice(0, 15), `${nik}0`],
    masked: [`${nik.slice(0, 5)}***********`],
    mothers: [child.motherNik],
  };
  return random.pick(written[child.fault]);
}

/** Capitals and blanks vary from month to month; the words do not. */
function writeName(random: SeededRandom, child: InventedChild): string {
  return random.pick([child.name, child.name, child.name.toUpperCase(), ` ${child.name} `, child.name.replace(' ', '  ')]);
}

function writeBirthDate(random: SeededRandom, date: LocalDate): string {
  return random.chance(6) ? String(toDayNumber(date) - excelEpoch) : writeDay(random, date);
}

/** The list is written day first; a year of four digits and ISO leave nothing to guess. */
function writeDay(random: SeededRandom, date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const dayFirst = `${day}/${month}/${year}`;
  return random.pick([dayFirst, dayFirst, dayFirst, `${Number(day)}/${Number(month)}/${year}`, `${day}-${month}-${year}`, date]);
}

function writeWeight(random: SeededRandom, weightG: number): { readonly text: string; readonly kept: boolean } {
  const [comma, point] = [String(weightG / 1000).replace('.', ','), String(weightG / 1000)];
  // A decimal comma left out: ten times the weight, which nobody of that age has; refused, never corrected (D14).
  if (random.chance(3)) return { text: String(weightG / 10), kept: false };
  return { text: random.pick([comma, comma, comma, point, `${point} kg`, `${comma}kg`, `${comma} Kg`]), kept: true };
}

function writeTenths(random: SeededRandom, mm: number): string {
  const text = String(mm / 10);
  return random.pick([text.replace('.', ','), text.replace('.', ','), text]);
}

function writeNumber(random: SeededRandom, number: number, digits: number): string {
  return random.pick([String(number), String(number).padStart(digits, '0'), String(number).padStart(2, '0')]);
}

function writeGiven(random: SeededRandom, measured: Measurement): string {
  const given = measured.vitaminA;
  if (given === undefined) return random.pick(['', '-', 'HB 0, BCG, Polio 1', 'BCG, Polio 1']);
  return random.pick([given, given, given, given.toUpperCase(), `${given}; MR1`, '', '-']);
}
