import { toDaysBetween } from '../../map/days.ts';
import type { HistoryVisit } from '../history.ts';
import type { Judged } from '../status/judged.ts';
import { codeOf, countedOf, toInput } from '../status/judged.ts';
import type { AntenatalTables, Indicator } from './antenatal-tables.ts';
import { isContactOf, toldBy } from './is-contact.ts';
import { isByDoctor, toExaminations } from './to-examinations.ts';
import type { NumberedContact } from './number-contacts.ts';
import type { PregnancySoFar } from './to-pregnancy-so-far.ts';

type Entry = readonly [string, Judged];

/**
 * Which contact a visit is and what has been reached by it: `kontak-anc` counts the days on which a nakes saw the woman in this pregnancy,
 * `kontak-k` is the number of this one (`tambahan` beyond those asked for), `kontak-k1` its kind, told while it is the only one.
 */
export function toAntenatalStatuses(visit: HistoryVisit, pregnancy: PregnancySoFar, tables: AntenatalTables): readonly Entry[] {
  const { days } = pregnancy;
  const here = days.find(({ date }) => date === visit.date);
  const counted: Entry = ['kontak-anc', { value: days.length, inputs: [] }];
  const beginning = days.length === 1 ? here?.beginning : undefined;
  return [
    counted,
    ...(beginning === undefined ? [] : [['kontak-k1', { value: beginning, inputs: [] }] as const]),
    ...(here === undefined || !isContactOf('kontak-anc', visit, tables) ? [] : toNumber(visit, here)),
    ...toReached(pregnancy, tables),
    ...toExaminations(pregnancy, tables),
  ];
}

/** The number of a contact, and whether the sender gave it another. */
function toNumber(visit: HistoryVisit, here: NumberedContact): readonly Entry[] {
  const isKnown = here.is !== undefined || here.trimester !== undefined;
  const value = here.is ?? 'tambahan';
  return isKnown
    ? [['kontak-k', { value, inputs: [] }], ...compareTold(visit, 'kontak-anc', [value, `${value}-${here.beginning ?? ''}`])]
    : [];
}

/** Whether a sender says of a contact what we say of it; nothing where the sender said nothing. Neither overwrites the other. */
export function compareTold(visit: HistoryVisit, kind: keyof typeof toldBy, ours: readonly string[]): readonly Entry[] {
  const told = codeOf(visit, toldBy[kind]);
  if (told === undefined) return [];
  const inputs = countedOf(visit, toldBy[kind]).map((element) => toInput(visit, element));
  return [['kunjungan-berbeda', { value: ours.includes(told) ? 'tidak' : 'ya', inputs }]];
}

function toReached({ from, contacts, days }: PregnancySoFar, tables: AntenatalTables): readonly Entry[] {
  const reached = days.flatMap(({ is }) => is ?? []);
  if (from === undefined) return [];
  const doctors = new Set(contacts.filter((each) => isByDoctor(each, tables)).map(({ date }) => date));
  const isToldEverywhere = days.every(({ date }) => contacts.some((each) => each.date === date && tellsExaminer(each, tables)));
  const scene = { days, doctors, isToldEverywhere, trimesters: tables.pregnancy.trimesters.map(({ is }) => is) };
  return [
    ['kontak-k-tercapai', { value: reached, inputs: [] }],
    ...tables.indicators.map((each): Entry => [`${each.is.toLowerCase()}-tercapai`, { value: toIndicator(each, scene), inputs: [] }]),
  ];
}

interface Reached {
  readonly days: readonly NumberedContact[];
  /** The days on which a doctor saw her. */
  readonly doctors: ReadonlySet<string>;
  /** True where it is known of every day who examined. */
  readonly isToldEverywhere: boolean;
  readonly trimesters: readonly number[];
}

/** `ya`, `belum`, or `dokter-belum-tercatat` where the contacts suffice and who examined was not recorded. */
function toIndicator({ spread, doctor }: Indicator, { days, doctors, isToldEverywhere, trimesters }: Reached): string {
  const isSpread = trimesters.every((is, at) => days.filter(({ trimester }) => trimester === is).length >= (spread[at] ?? 0));
  if (!isSpread) return 'belum';
  if (doctor === undefined) return 'ya';
  const seen = days.filter(({ date }) => doctors.has(date));
  const isSeen = seen.length >= doctor.least && doctor.trimesters.every((is) => seen.some(({ trimester }) => trimester === is));
  if (isSeen) return 'ya';
  return isToldEverywhere ? 'belum' : 'dokter-belum-tercatat';
}

function tellsExaminer(visit: HistoryVisit, { examiner }: AntenatalTables): boolean {
  return codeOf(visit, examiner.element) !== undefined;
}

/** Completed weeks of the pregnancy on the day of a visit. */
export function toWeeks(visit: HistoryVisit, { from }: Pick<PregnancySoFar, 'from'>): number | undefined {
  return from === undefined ? undefined : Math.floor(toDaysBetween(from, visit.date) / 7);
}
