// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { computeVisit } from '../../../src/insight/status/compute-visit.ts';
import { toFindings } from '../../../src/insight/warnings/to-findings.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import { addDays, addMonths } from '../../../src/map/days.ts';
import type { MaternalCondition } from '../../../src/map/visit.ts';
import { aHistory, readTables, type Fact, type Story } from '../a-history.ts';

/** A table as it is written, so that limits are taken from the file and not from what we compile it to. */
function readYaml(path: string): unknown {
  return parse(readFileSync(fileURLToPath(new URL(`../../../programme/${path}`, import.meta.url)), 'utf8'));
}

interface ForWhom {
  readonly stages?: readonly string[];
  readonly sex?: 'L' | 'P';
  readonly months?: { readonly from?: number; readonly below?: number };
  readonly trimester?: readonly number[];
}
interface WrittenClass {
  readonly is: string;
  readonly below?: readonly number[];
  readonly upTo?: readonly number[];
  readonly anyFrom?: readonly number[];
  readonly anyBelow?: readonly number[];
}
interface WrittenStatus {
  readonly of: readonly string[];
  readonly bands: readonly {
    readonly for: ForWhom;
    readonly setting?: Readonly<Record<string, string>>;
    readonly classes: readonly WrittenClass[];
  }[];
}

const date = '2025-07-09';
const conditions: Readonly<Record<string, MaternalCondition>> = { 'ibu-hamil': 'hamil', 'ibu-bersalin': 'bersalin', nifas: 'nifas' };
const { statuses, settings } = readYaml('thresholds.yaml') as {
  statuses: Readonly<Record<string, WrittenStatus>>;
  settings: Readonly<Record<string, { readonly use: string }>>;
};
const tablesBySetting = new Map<string, WarningTables>();

/** The tables with settings of one of their files chosen as a band or a rule wants them. */
async function tablesFor(chosen: Readonly<Record<string, string>> = {}, path = 'programme/thresholds.yaml'): Promise<WarningTables> {
  const name = JSON.stringify([path, chosen]);
  const known = tablesBySetting.get(name);
  if (known !== undefined) return known;
  const choose = (text: string): string =>
    Object.entries(chosen).reduce((all, [key, use]) => all.replace(new RegExp(`(  ${key}:\\n[^]*?use: )\\S+`), `$1'${use}'`), text);
  const tables = await readTables({ [path]: choose });
  tablesBySetting.set(name, tables);
  return tables;
}

/** A visit of somebody whom the band is for, at its youngest age. */
function aStoryOf({ stages = [], sex = 'P', months = {}, trimester }: ForWhom, values: Readonly<Record<string, number>>): Story {
  const { 'berat-badan-lahir': weightG, ...others } = values;
  const weeks: Record<string, Fact> = trimester === undefined ? {} : { 'umur-kehamilan': 20 };
  const [condition] = stages.map((stage) => conditions[stage]);
  const birthDate = addMonths(date, -(months.from ?? 300));
  return {
    person: { sex, birthDate, ...(weightG !== undefined && { birth: { weightG } }) },
    contacts: [{ date, elements: { ...others, ...weeks }, ...(condition && { condition }) }],
    asOf: date,
  };
}

function statusOf(tables: WarningTables, story: Story, key: string): unknown {
  const history = aHistory(tables, story);
  const [visit] = history.visits;
  return visit === undefined ? undefined : computeVisit(visit, history, tables)[key];
}

type Limits = readonly number[];

const isMet: Readonly<Record<'below' | 'upTo' | 'anyFrom' | 'anyBelow', (limits: Limits, values: Limits) => boolean>> = {
  below: (limits, values) => limits.every((limit, at) => (values[at] ?? NaN) < limit),
  upTo: (limits, values) => limits.every((limit, at) => (values[at] ?? NaN) <= limit),
  anyFrom: (limits, values) => limits.some((limit, at) => (values[at] ?? NaN) >= limit),
  anyBelow: (limits, values) => limits.some((limit, at) => (values[at] ?? NaN) < limit),
};
const kinds = ['below', 'upTo', 'anyFrom', 'anyBelow'] as const;

/** Which class a reading of the written lines gives: the first that fits. */
function toClass(classes: readonly WrittenClass[], values: Limits): string | undefined {
  const fits = (each: WrittenClass): boolean => kinds.every((kind) => each[kind] === undefined || isMet[kind](each[kind], values));
  return classes.find(fits)?.is;
}

function toLimits(classes: readonly WrittenClass[], at: number): readonly number[] {
  return classes.flatMap(({ below, upTo, anyFrom, anyBelow }) => (below ?? upTo ?? anyFrom ?? anyBelow)?.[at] ?? []);
}

/** Values around every limit of one element of a status; those of its other element decide nothing first, and then do. */
function toTrials(
  of: readonly string[],
  classes: readonly WrittenClass[],
  stepOf: (element: string) => number,
): readonly (readonly number[])[] {
  return of.flatMap((element, at) => {
    const others = of.length === 1 ? [0] : toLimits(classes, 1 - at).map((other) => other - 1);
    const around = toLimits(classes, at).flatMap((limit) => [-1, 0, 1].map((step) => Number((limit + step * stepOf(element)).toFixed(3))));
    return around.flatMap((value) => others.map((other) => of.map((_, place) => (place === at ? value : other))));
  });
}

function toMeasured(element: string): string {
  return element === 'imt' ? 'berat-badan' : element;
}

function toFacts(of: readonly string[], values: readonly number[]): Readonly<Record<string, number>> {
  // At a height of one metre the body mass index is the weight.
  return Object.fromEntries([
    ...(of.includes('imt') ? [['tinggi-badan', 100] as const] : []),
    ...of.map((element, at) => [toMeasured(element), values[at] ?? 0] as const),
  ]);
}

const bands = Object.entries(statuses).flatMap(([key, { of, bands: all }]) =>
  all.map((band, at) => ({ key, of, band, name: `${key}, band ${String(at + 1)}` })),
);

test.each(bands)('$name: just below, at and just above each of its limits', async ({ key, of, band }) => {
  const tables = await tablesFor(band.setting);
  const { elements } = tables.programme.elements;
  const trials = toTrials(of, band.classes, (element) => 1 / (elements.get(toMeasured(element))?.unit?.perUnit ?? 1));
  expect(trials.length).toBeGreaterThan(2);
  for (const values of trials) {
    expect([values, statusOf(tables, aStoryOf(band.for, toFacts(of, values)), key)]).toEqual([values, toClass(band.classes, values)]);
  }
});

/** The band for somebody of that age of whom nothing else is known but the sex. */
function findBand(
  key: string,
  months: number,
  sex: 'L' | 'P',
  chosen: Readonly<Record<string, string>>,
): WrittenStatus['bands'][number] | undefined {
  const isChosen = (setting: Readonly<Record<string, string>> = {}): boolean =>
    Object.entries(setting).every(([name, use]) => (chosen[name] ?? settings[name]?.use) === use);
  const isAge = ({ from = 0, below = Infinity }: NonNullable<ForWhom['months']> = {}): boolean => months >= from && months < below;
  const fits = (whom: ForWhom): boolean => whom.stages === undefined && [undefined, sex].includes(whom.sex) && isAge(whom.months);
  return statuses[key]?.bands.find(({ for: whom, setting }) => isChosen(setting) && fits(whom));
}

test.each(bands.filter(({ band }) => band.for.months !== undefined))(
  '$name: nobody a day too young or too old',
  async ({ key, of, band }) => {
    const { months, sex = 'P' } = band.for;
    const tables = await tablesFor(band.setting);
    const values = of.map((_, at) => toLimits(band.classes, at)[0] ?? 0);
    for (const edge of Object.values(months ?? {}).filter((age) => age > 0)) {
      for (const short of [1, 0]) {
        const story = aStoryOf(band.for, toFacts(of, values));
        const birthDate = addDays(addMonths(date, -edge), short);
        const wanted = findBand(key, edge - short, sex, band.setting ?? {});
        const found = statusOf(tables, { ...story, person: { ...story.person, birthDate } }, key);
        expect([edge, short, found]).toEqual([edge, short, wanted && toClass(wanted.classes, values)]);
      }
    }
  },
);

interface WrittenCondition {
  readonly element?: string;
  readonly from?: number;
  readonly below?: number;
  readonly any?: readonly WrittenCondition[];
  readonly all?: readonly WrittenCondition[];
}

interface WrittenRule {
  readonly code: string;
  readonly for: ForWhom;
  readonly when: WrittenCondition;
  readonly setting?: Readonly<Record<string, string>>;
}

const { rules } = readYaml('warnings.yaml') as { readonly rules: readonly WrittenRule[] };
const numbers = rules.flatMap(({ code, for: whom, when, setting }) =>
  [when, ...(when.any ?? [])].flatMap(({ element, from, below }) =>
    element === undefined || (from ?? below) === undefined ? [] : [{ code, whom, element, from, below, setting }],
  ),
);

test.each(numbers)('$code by $element: just below, at and just above its limit', async ({ code, whom, element, from, below, setting }) => {
  const tables = await tablesFor(setting, 'programme/warnings.yaml');
  const step = 1 / (tables.programme.elements.elements.get(element)?.unit?.perUnit ?? 1);
  const limit = from ?? below ?? 0;
  for (const value of [limit - step, limit, limit + step]) {
    const history = aHistory(tables, aStoryOf(whom, { [element]: value }));
    const found = toFindings(history, tables, date).some((finding) => finding.code === code);
    expect([value, found]).toEqual([value, from === undefined ? value < limit : value >= limit]);
  }
});

test.each([
  ['4T-TERLALU-MUDA', 240, [true, false]],
  ['4T-TERLALU-TUA', 432, [false, true]],
] as const)('%s changes on the birthday of %i months, not a day before', async (code, months, wanted) => {
  const tables = await tablesFor();
  const found = [1, 0].map((days) => {
    const person = { birthDate: addDays(addMonths(date, -months), days), sex: 'P' as const };
    const history = aHistory(tables, {
      person,
      contacts: [{ date, condition: 'hamil', elements: { 'lingkar-lengan-atas': 25 } }],
      asOf: date,
    });
    return toFindings(history, tables, date).some((finding) => finding.code === code);
  });
  expect(found).toEqual(wanted);
});
