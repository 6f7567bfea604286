import type { Static } from '@sinclair/typebox';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { toContentVersion } from '../../map/content-version.ts';
import type { ElementTable } from '../../map/element-definition.ts';
import type { Table, TableFile } from '../../map/tables/read-table.ts';
import { readTable } from '../../map/tables/read-table.ts';
import type { ReportFault } from './check-words.ts';
import { checkElements, checkSettings, chooseSettings, isChosen } from './check-words.ts';
import { compileClasses } from './compile-classes.ts';
import type { WrittenStatusTables } from './status-schema.ts';
import { statusTablesSchema } from './status-schema.ts';
import type { StatusDefinition, StatusTables } from './status-tables.ts';

type Written = Table<Static<typeof statusTablesSchema>>;

/** Checks and compiles programme/thresholds.yaml: every element is one of the programme, limits are whole smallest units, classes end open. */
export function parseStatusTables(file: TableFile, elements: ElementTable): Checked<StatusTables> {
  const table = readTable(file, statusTablesSchema);
  if (!table.ok) return table;
  const issues: Issue[] = [];
  const report: ReportFault = (path, message) => issues.push(table.value.fault(path, message));
  const compiled = compile(table.value, { elements, report }, toContentVersion([file]));
  return issues.length > 0 ? toFailed(...issues) : toPassed(compiled);
}

interface Context {
  readonly elements: ElementTable;
  readonly report: ReportFault;
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
  for (const [key, list] of Object.entries(signs)) check(['signs', key, 'of'], list.of);
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
    checkSettings([...path, 'setting'], band.setting, { settings: context.value.settings, report: context.report });
    const classes = compileClasses(band.classes, of[0] === 'imt' ? null : units, (where, message) => {
      context.report([...path, 'classes', ...where], message);
    });
    return { for: band.for, setting: band.setting, classes };
  });
  return { key, of, worst, bands: compiled.filter(({ setting }) => isChosen(setting, context.settings)) };
}
