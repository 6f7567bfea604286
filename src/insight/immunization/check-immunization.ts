import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';
import { toUnknownWord } from '../../map/tables/read-table.ts';
import type { ReportFault } from '../status/check-words.ts';
import type { WrittenImmunization, WrittenLine } from './immunization-schema.ts';
import type { ImmunizationTables } from './immunization-tables.ts';
import { findInForce } from './immunization-tables.ts';
import type { TimeSpan } from './time-span.ts';
import { addSpan } from './time-span.ts';
import { checkDays } from './to-in-force.ts';

type Path = readonly (string | number)[];

/** The codes of vaccines, and those of the tetanus doses of women. */
export interface KnownVaccines {
  readonly vaccines: ReadonlySet<string>;
  readonly tetanus: ReadonlySet<string>;
}

/** Reports what cannot be meant: vaccines nobody knows, limits that leave no day to give a dose on, a dose after itself. */
export function checkImmunization(value: WrittenImmunization, tables: ImmunizationTables, known: KnownVaccines, report: ReportFault): void {
  for (const [path, code] of listNamed(value)) {
    if (!known.vaccines.has(code)) report(path, toUnknownWord({ id: 'vaksin', en: 'vaccine' }, code, known.vaccines));
  }
  for (const [path, code] of listTetanus(value)) {
    if (!known.tetanus.has(code)) report(path, toUnknownWord({ id: 'vaksin', en: 'vaccine' }, code, known.tetanus));
  }
  checkProducts(value, known, report);
  checkLines(value, report);
  checkAges(value, tables, report);
  checkIntervals(value, tables, report);
  checkCampaigns(value, report);
}

function listNamed(value: WrittenImmunization): readonly (readonly [Path, string])[] {
  const groups = (['earliest', 'limits', 'intervals'] as const).flatMap((key) =>
    value[key].flatMap(({ doses }, at) => doses.map((code, index) => [[key, at, 'doses', index], code] as const)),
  );
  const sets = Object.entries(value.sets).flatMap(([key, { versions }]) =>
    versions.flatMap(({ doses }, at) => doses.map((code, index) => [['sets', key, 'versions', at, 'doses', index], code] as const)),
  );
  const campaigns = value.campaigns.flatMap(({ doses, counts }, at) => [
    ...doses.map((code, index) => [['campaigns', at, 'doses', index], code] as const),
    ...(counts === false ? [] : [[['campaigns', at, 'counts'], counts] as const]),
  ]);
  const schedule = value.schedule.flatMap(({ doses }, at) =>
    doses.map(({ of }, index) => [['schedule', at, 'doses', index, 'of'], of] as const),
  );
  return [...schedule, ...groups, ...sets, ...campaigns, [['zeroDose', 'dose'], value.zeroDose.dose]];
}

function listTetanus({ tetanus }: WrittenImmunization): readonly (readonly [Path, string])[] {
  return tetanus.flatMap(({ doses }, at) => doses.map(({ of }, index) => [['tetanus', at, 'doses', index, 'of'], of] as const));
}

function checkProducts({ products }: WrittenImmunization, { vaccines, tetanus }: KnownVaccines, report: ReportFault): void {
  const known = new Set([...vaccines, ...tetanus]);
  const seen = new Set<string>();
  for (const [at, { of, products: listed }] of products.entries()) {
    for (const [index, code] of of.entries()) {
      if (!known.has(code)) report(['products', at, 'of', index], toUnknownWord({ id: 'vaksin', en: 'vaccine' }, code, known));
    }
    for (const [index, { code }] of listed.entries()) {
      if (seen.has(code))
        report(['products', at, 'products', index, 'code'], {
          id: `produk "${code}" sudah ada`,
          en: `the product "${code}" is there already`,
        });
      seen.add(code);
    }
  }
}

const byAgeOrClass: Bilingual = {
  id: 'perlu "due", atau "class" dengan "month", bukan keduanya',
  en: 'either "due", or "class" with "month" is needed, not both',
};

function checkLines({ schedule, areas }: WrittenImmunization, report: ReportFault): void {
  for (const [at, { doses }] of schedule.entries()) {
    for (const [index, line] of doses.entries()) checkLine(line, { path: ['schedule', at, 'doses', index], areas, report });
  }
}

interface LineContext {
  readonly path: Path;
  readonly areas: WrittenImmunization['areas'];
  readonly report: ReportFault;
}

function checkLine(line: WrittenLine, { path, areas, report }: LineContext): void {
  const { area, due, by } = line;
  if (!isOneWay(line)) report(path, byAgeOrClass);
  if (area !== undefined && areas[area] === undefined)
    report([...path, 'area'], toUnknownWord({ id: 'wilayah', en: 'area' }, area, Object.keys(areas)));
  if (due !== undefined && by !== undefined && isLonger(due, by))
    report([...path, 'by'], { id: '"by" sebelum "due"', en: '"by" comes before "due"' });
}

function isOneWay({ due, by, class: schoolClass, month, around }: WrittenLine): boolean {
  const isAtSchool = schoolClass !== undefined && month !== undefined;
  const isByAge = due !== undefined && schoolClass === undefined && month === undefined && around === undefined;
  return isByAge || (isAtSchool && due === undefined && by === undefined);
}

/** A dose has to be due at an age at which it counts and is still given. */
function checkAges(value: WrittenImmunization, { schedule, earliest, limits }: ImmunizationTables, report: ReportFault): void {
  const impossible: Bilingual = {
    id: 'batas ini tidak menyisakan hari untuk memberi dosis',
    en: 'this limit leaves no day to give the dose on',
  };
  for (const { of, due, by = due, from } of schedule) {
    const first = findInForce(
      earliest.filter((each) => each.of === of),
      from,
    )?.age;
    const last = findInForce(
      limits.filter((each) => each.of === of),
      from,
    )?.below;
    if (isTooLong(first, by)) report(pathOf(value.earliest, 'earliest', of), impossible);
    if (last !== undefined && !isLonger(last, toLonger(due, first))) report(pathOf(value.limits, 'limits', of), impossible);
  }
}

function isTooLong(first: TimeSpan | undefined, by: TimeSpan | undefined): boolean {
  return first !== undefined && by !== undefined && isLonger(first, by);
}

function toLonger(one: TimeSpan = {}, other: TimeSpan = {}): TimeSpan {
  return isLonger(one, other) ? one : other;
}

function pathOf(groups: readonly { readonly doses: readonly string[] }[], key: string, of: string): Path {
  const at = groups.findIndex(({ doses }) => doses.includes(of));
  return [key, at, 'doses', groups[at]?.doses.indexOf(of) ?? 0];
}

function checkIntervals(value: WrittenImmunization, { intervals }: ImmunizationTables, report: ReportFault): void {
  for (const [at, { doses }] of value.intervals.entries()) {
    if (doses.length < 2) report(['intervals', at, 'doses'], { id: 'perlu dua dosis atau lebih', en: 'two doses or more are needed' });
  }
  const before = new Map(intervals.map(({ of, after }) => [of, after] as const));
  for (const { of, after } of intervals) {
    if (!leadsBack(of, after, before)) continue;
    report(pathOf(value.intervals, 'intervals', of), {
      id: `"${of}" tidak dapat diberikan sesudah dirinya sendiri`,
      en: `"${of}" cannot be given after itself`,
    });
  }
}

function leadsBack(of: string, after: string, before: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let each: string | undefined = after; each !== undefined && !seen.has(each); each = before.get(each)) {
    if (each === of) return true;
    seen.add(each);
  }
  return false;
}

function checkCampaigns({ campaigns }: WrittenImmunization, report: ReportFault): void {
  for (const [at, { is, from, to, age }] of campaigns.entries()) {
    checkDays(from, to, ['campaigns', at, 'to'], report);
    if (campaigns.findIndex((each) => each.is === is) !== at)
      report(['campaigns', at, 'is'], { id: `kegiatan "${is}" sudah ada`, en: `the campaign "${is}" is there already` });
    if (!isLonger(age.below, age.from))
      report(['campaigns', at, 'age'], { id: 'batas umur ini tidak memuat siapa pun', en: 'nobody is of this age' });
  }
}

/** Compared on a calendar whose months are long, so that one month is not shorter than four weeks. */
function isLonger(one: TimeSpan, other: TimeSpan): boolean {
  return addSpan('2000-01-01', one) > addSpan('2000-01-01', other);
}
