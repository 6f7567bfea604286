import { toGiven } from '../../map/given.ts';
import type { Element, ElementValue, LocalDate } from '../../map/visit.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { StatusInput } from '../status/judged.ts';
import { countedOf, toInput } from '../status/judged.ts';
import { listRecords } from '../status/list-records.ts';
import type { Dose } from './find-short-interval.ts';
import { byDate } from './find-short-interval.ts';
import type { Campaign } from './immunization-tables.ts';

/** A dose with its date, and the fact it was read from. */
export interface DatedDose extends Dose {
  readonly input: StatusInput;
}

/** A dose of which nobody tells the day, or that was expressly not given. */
export interface ToldDose {
  readonly code: string;
  readonly input: StatusInput;
  /** Our code of why it was not given, where the form says so. */
  readonly reason?: string;
}

/** Everything known of somebody's doses. */
export interface KnownDoses {
  /** Doses of the schedule with their dates, the sooner first. */
  readonly dated: readonly DatedDose[];
  /** Doses of a campaign that stand for none of the schedule. */
  readonly extra: readonly DatedDose[];
  /** History: known without a date, in no interval and never in time (field rule 8). */
  readonly undated: readonly ToldDose[];
  readonly refused: readonly ToldDose[];
}

const children = { given: 'imunisasi', told: 'riwayat-imunisasi' } as const;

/** What is known of somebody's doses by a day, of visits and entries of the register. */
export function listDosesBy(
  history: Pick<History, 'person' | 'visits' | 'enrolments'>,
  by: LocalDate,
  campaigns: readonly Campaign[],
): KnownDoses {
  return joinDoses(
    listRecords(history)
      .filter(({ date }) => date <= by)
      .map((record) => listDosesOf(record, campaigns)),
  );
}

/** What a visit itself says of doses. */
export function listDosesOf(visit: HistoryVisit, campaigns: readonly Campaign[], given: string = children.given): KnownDoses {
  const facts = countedOf(visit, given).flatMap((element) => toFact(visit, element, campaigns));
  const told = given === children.given ? countedOf(visit, children.told).flatMap((element) => toTold(visit, element)) : [];
  return {
    dated: facts.flatMap(({ dated, isExtra }) => (dated === undefined || isExtra ? [] : [dated])),
    extra: facts.flatMap(({ dated, isExtra }) => (dated !== undefined && isExtra ? [dated] : [])),
    undated: [...told, ...facts.flatMap(({ undated, isExtra }) => (undated === undefined || isExtra ? [] : [undated]))],
    refused: facts.flatMap(({ refused }) => refused ?? []),
  };
}

/** Puts together what several records say. */
export function joinDoses(all: readonly KnownDoses[]): KnownDoses {
  return {
    dated: all.flatMap(({ dated }) => dated).sort(byDateAndVisit),
    extra: all.flatMap(({ extra }) => extra).sort(byDateAndVisit),
    undated: all.flatMap(({ undated }) => undated),
    refused: all.flatMap(({ refused }) => refused),
  };
}

interface Fact {
  readonly dated?: DatedDose;
  readonly undated?: ToldDose;
  readonly refused?: ToldDose;
  readonly isExtra: boolean;
}

function toFact(visit: HistoryVisit, element: Element, campaigns: readonly Campaign[]): readonly Fact[] {
  const { value, fields = {} } = element;
  if (value.kind !== 'coded') return [];
  const { code, isExtra } = toCounted(value.code, toWord(fields['kegiatan']), campaigns);
  const told = { code, input: toInput(visit, element) };
  if (isNo(fields['diberikan'])) return [{ refused: { ...told, ...toGiven({ reason: toWord(fields['alasan']) }) }, isExtra }];
  const date = toDay(visit, fields);
  return [date === undefined ? { undated: told, isExtra } : { dated: { ...told, date }, isExtra }];
}

/** The day of a dose: as dated, else that of the visit; none where it was only reported without one. */
function toDay({ date: here }: HistoryVisit, { date, primarySource }: NonNullable<Element['fields']>): LocalDate | undefined {
  if (date?.kind === 'date') return date.date;
  return isNo(primarySource) ? undefined : here;
}

/** A dose of a campaign is an extra one, unless the campaign says which dose it stands for; one nobody knows is extra. */
function toCounted(
  code: string,
  campaign: string | undefined,
  campaigns: readonly Campaign[],
): { readonly code: string; readonly isExtra: boolean } {
  if (campaign === undefined) return { code, isExtra: false };
  const counts = campaigns.find(({ is }) => is === campaign)?.counts;
  return counts === undefined ? { code, isExtra: true } : { code: counts, isExtra: false };
}

function toTold(visit: HistoryVisit, element: Element): readonly ToldDose[] {
  return element.value.kind === 'coded' ? [{ code: element.value.code, input: toInput(visit, element) }] : [];
}

function isNo(value: ElementValue | undefined): boolean {
  return value?.kind === 'boolean' && !value.boolean;
}

function toWord(value: ElementValue | undefined): string | undefined {
  if (value?.kind === 'coded') return value.code;
  return value?.kind === 'text' ? value.text : undefined;
}

function byDateAndVisit(one: DatedDose, other: DatedDose): number {
  const order = byDate(one, other);
  if (order !== 0 || one.input.visit === other.input.visit) return order;
  return one.input.visit < other.input.visit ? -1 : 1;
}
