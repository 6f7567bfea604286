import { fromDayNumber, toDayNumber } from '../../src/map/days.ts';
import type { LocalDate, Sex } from '../../src/map/visit.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What is the matter with a child's identity, and so with the sending of its visits. */
export type IdentityFault =
  'none' | 'marked' | 'destroyed' | 'absent' | 'placeholder' | 'wrong-length' | 'masked' | 'mothers' | 'other-name' | 'unregistered';

/** An invented child; its NIK is of kecamatan 99, which does not exist. */
export interface InventedChild {
  readonly key: string;
  readonly name: string;
  readonly mother: string;
  readonly father: string;
  readonly sex: Sex;
  readonly birthDate: LocalDate;
  readonly rt: number;
  readonly rw: number;
  readonly fault: IdentityFault;
  /** The child's true NIK, whether or not the file shows it. */
  readonly nik: string;
  readonly motherNik: string;
  readonly motherBirthDate: LocalDate;
}

const boys = [
  'Adit',
  'Bima',
  'Candra',
  'Damar',
  'Farel',
  'Gibran',
  'Hafiz',
  'Ilham',
  'Kaisar',
  'Luthfi',
  'Naufal',
  'Rafi',
  'Satria',
  'Zidan',
] as const;
const girls = [
  'Alya',
  'Bunga',
  'Citra',
  'Dinda',
  'Fitri',
  'Gita',
  'Hana',
  'Intan',
  'Kirana',
  'Laras',
  'Nabila',
  'Putri',
  'Salsa',
  'Zahira',
] as const;
const seconds = [
  'Pratama',
  'Saputra',
  'Maharani',
  'Ramadhan',
  'Lestari',
  'Nugraha',
  'Permata',
  'Wijaya',
  'Anggraini',
  'Firmansyah',
  'Cahyani',
  'Setiawan',
] as const;
const thirds = [
  'Akbar',
  'Basuki',
  'Darma',
  'Elang',
  'Fauzan',
  'Gunawan',
  'Hidayat',
  'Irawan',
  'Kusuma',
  'Mahendra',
  'Nirwana',
  'Oktavia',
  'Purnama',
  'Samudra',
  'Utama',
  'Yudistira',
] as const;
const mothers = [
  'Lestari',
  'Yuni',
  'Rahma',
  'Mega',
  'Sari',
  'Ningsih',
  'Rini',
  'Wati',
  'Dewi',
  'Ratih',
  'Tuti',
  'Endang',
  'Kartini',
  'Marlina',
] as const;
const fathers = ['Hendra', 'Dodi', 'Anton', 'Rudi', 'Joko', 'Slamet', 'Bambang', 'Iwan', 'Yusuf', 'Eko'] as const;

// Per hundred children: most are clean; every fault of a real list is there from about fifty children on.
const faults: readonly (readonly [IdentityFault, number])[] = [
  ['marked', 8],
  ['destroyed', 5],
  ['absent', 8],
  ['placeholder', 3],
  ['wrong-length', 4],
  ['masked', 2],
  ['mothers', 4],
  ['other-name', 2],
  ['unregistered', 2],
];

// Two people without NIK who share birth date and sex would rightly go to a person for review, so each has a day of its own.
const withoutOwnNik: ReadonlySet<IdentityFault> = new Set(['destroyed', 'absent', 'placeholder', 'wrong-length', 'masked', 'mothers']);

/** True where the list shows no NIK that may stand as the child's own. */
export function isWithoutOwnNik(fault: IdentityFault): boolean {
  return withoutOwnNik.has(fault);
}

/**
 * Invents the next child of a list, 61 days to just under five years old on `asOf`. Names stay apart for 43,000 children,
 * birth dates of those without NIK for 1,275 of them: a list of about 4,800 rows.
 */
export function inventChild(random: SeededRandom, before: readonly InventedChild[], asOf: LocalDate): InventedChild {
  const index = before.length;
  const sex: Sex = random.chance(50) ? 'L' : 'P';
  const fault = pickFault(random);
  const birthDate = toBirthDate(
    random,
    asOf,
    isWithoutOwnNik(fault) ? before.filter((child) => isWithoutOwnNik(child.fault)).length : undefined,
  );
  const motherBirthDate = toEarlier(birthDate, random.between(19 * 365, 38 * 365));
  return {
    key: `anak-${index + 1}`,
    name: toName(index, sex),
    mother: random.pick(mothers),
    father: random.chance(75) ? random.pick(fathers) : '',
    sex,
    birthDate,
    rt: random.between(1, 9),
    rw: random.between(1, 7),
    fault,
    nik: toNik(birthDate, sex, 2 * index + 1),
    motherNik: toNik(motherBirthDate, 'P', 2 * index + 2),
    motherBirthDate,
  };
}

function pickFault(random: SeededRandom): IdentityFault {
  let mark = random.between(1, 100);
  for (const [fault, share] of faults) {
    if (mark <= share) return fault;
    mark -= share;
  }
  return 'none';
}

/** Every fourth day belongs to children with a NIK, the days between to those without, one each, so that no two are confused. */
function toBirthDate(random: SeededRandom, asOf: LocalDate, withoutNik: number | undefined): LocalDate {
  if (withoutNik === undefined) return toEarlier(asOf, 61 + 4 * random.between(0, 425));
  const order = (withoutNik * 7) % 1275;
  return toEarlier(asOf, 62 + 4 * Math.floor(order / 3) + (order % 3));
}

function toEarlier(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) - days) ?? date;
}

/** Words by the index, so that no two children have one name; longer lists add a fourth word. */
function toName(index: number, sex: Sex): string {
  const at = (words: readonly string[], step: number): string => words[Math.floor(index / step) % words.length] ?? '';
  const given = at(sex === 'L' ? boys : girls, seconds.length * thirds.length);
  const more = index < seconds.length * thirds.length * boys.length ? '' : ` ${at(thirds, seconds.length * thirds.length * boys.length)}`;
  return `${given} ${at(seconds, 1)} ${at(thirds, seconds.length)}${more}`;
}

/** A NIK of Samarinda, kecamatan 99; the day of birth of a girl or woman is raised by 40. */
function toNik(birthDate: LocalDate, sex: Sex, serial: number): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const codedDay = String(Number(day) + (sex === 'P' ? 40 : 0)).padStart(2, '0');
  return `647299${codedDay}${month}${year.slice(2)}${String(1 + (serial % 9998)).padStart(4, '0')}`;
}
