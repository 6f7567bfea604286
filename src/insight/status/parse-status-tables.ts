import type { Static } from '@sinclair/typebox';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { toContentVersion } from '../../map/content-version.ts';
import type { ElementTable } from '../../map/element-definition.ts';
import type { Table, TableFile } from '../../map/tables/read-table.ts';
import { readTable } from '../../map/tables/read-table.ts';
import type { ReportFault } from './check-words.ts';
import { checkElements, checkSettings, checkStages, chooseSettings, isChosen } from './check-words.ts';
import { compileClasses } from './compile-classes.ts';
import type { WrittenStatusTables } from './status-schema.ts';
import { furtherStatusesSchema, statusTablesSchema } from './status-schema.ts';
import type { StatusDefinition, StatusTables } from './status-tables.ts';

type Written = Table<Static<typeof statusTablesSchema>>;

/** What a table may be beside itself, and which stages of life it may name; without `stages` they are not checked. */
export interface Surroundings {
  /** Further tables of the same kind. */
  readonly further?: readonly TableFile[];
  readonly stages?: ReadonlySet<string> | undefined;
}

/** Checks and compiles programme/thresholds.yaml and its further tables: every element is one of the programme, limits are whole smallest units, classes end open. */
export function parseStatusTables(
  file: TableFile,
  elements: ElementTable,
  { further = [], stages }: Surroundings = {},
): Checked<StatusTables> {
  const table = readTable(file, statusTablesSchema);
  if (!table.ok) return table;
  const issues: Issue[] = [];
  const reportIn = ({ fault }: { readonly fault: Written['fault'] }): ReportFault => {
    return (path, message) => issues.push(fault(path, message));
  };
  let compiled = compile(table.value, { elements, stages, report: reportIn(table.value) }, toContentVersion([file, ...further]));
  for (const each of further) {
    const read = readTable(each, furtherStatusesSchema);
    if (read.ok) compiled = withFurther(compiled, read.value.value, { elements, stages, report: reportIn(read.value) }, table.value.value);
    else issues.push(...read.issues);
  }
  return issues.length > 0 ? toFailed(...issues) : toPassed(compiled);
}

interface Context {
  readonly elements: ElementTable;
  readonly stages: ReadonlySet<string> | undefined;
  readonly report: ReportFault;
}

/** Adds the statuses and signs of a further table; a name that is taken is a fault. */
function withFurther(
  tables: StatusTables,
  { statuses = {}, signs = {} }: Static<typeof furtherStatusesSchema>,
  context: Context,
  main: WrittenStatusTables,
): StatusTables {
  const taken = new Set([...tables.statuses.map(({ key }) => key), ...tables.signs.keys()]);
  for (const [word, keys] of [['statuses', Object.keys(statuses)] as const, ['signs', Object.keys(signs)] as const])
    for (const key of keys.filter((each) => taken.has(each)))
      context.report([word, key], { id: `status "${key}" sudah ada di berkas lain`, en: `status "${key}" stands in another file already` });
  checkSigns(signs, context);
  const compiled = Object.entries(statuses).map(([key, status]) =>
    compileStatus(key, status, { ...context, settings: tables.settings, value: main }),
  );
  return { ...tables, statuses: [...tables.statuses, ...compiled], signs: new Map([...tables.signs, ...Object.entries(signs)]) };
}

function checkSigns(signs: WrittenStatusTables['signs'], context: Context): void {
  for (const [key, list] of Object.entries(signs)) {
    checkElements(['signs', key, 'of'], list.of, context);
    checkStages(['signs', key, 'for'], list.for, context);
  }
}

function compile({ value }: Written, context: Context, version: string): StatusTables {
  const settings = chooseSettings(value.settings, context.report);
  const { tbc, signs } = value;
  const check = (path: readonly (string | number)[], keys: readonly string[]): void => {
    checkElements(path, keys, context);
  };
  check(['tbc', 'signs'], tbc.signs);
  check(['tbc', 'asked'], tbc.asked);
  check(['tbc', 'contact'], [tbc.contact]);
  checkSigns(signs, context);
  for (const [at, line] of value.imt.for.entries()) checkStages(['imt', 'for', at], line, context);
  const least = tbc.least[settings['tbc-tanda'] ?? ''];
  if (least === undefined)
    context.report(['tbc', 'least'], { id: 'pilihan tbc-tanda tanpa angka', en: 'the chosen tbc-tanda has no number' });
  return {
    version,
    settings,
    statuses: Object.entries(value.statuses).map(([key, status]) => compileStatus(key, status, { ...context, settings, value })),
    imt: value.imt,
    tbc: { ...tbc, least: least ?? 1 },
    signs: new Map(Object.entries(signs)),
  };
}

function compileStatus(
  key: string,
  { of, worst, bands }: WrittenStatusTables['statuses'][string],
  context: Context & { readonly settings: StatusTables['settings']; readonly value: WrittenStatusTables },
): StatusDefinition {
  checkElements(
    ['statuses', key, 'of'],
    of.filter((each) => each !== 'imt'),
    context,
  );
  const units = of.map((each) => context.elements.elements.get(each)?.unit?.perUnit ?? 1);
  const compiled = bands.map((band, at) => {
    const path = ['statuses', key, 'bands', at];
    checkStages([...path, 'for'], band.for, context);
    checkSettings([...path, 'setting'], band.setting, { settings: context.value.settings, report: context.report });
    const classes = compileClasses(band.classes, of[0] === 'imt' ? null : units, (where, message) => {
      context.report([...path, 'classes', ...where], message);
    });
    return { for: band.for, setting: band.setting, classes };
  });
  return { key, of, worst, bands: compiled.filter(({ setting }) => isChosen(setting, context.settings)) };
}
