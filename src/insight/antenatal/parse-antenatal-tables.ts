import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { toContentVersion } from '../../map/content-version.ts';
import type { ElementTable } from '../../map/element-definition.ts';
import type { TableFile } from '../../map/tables/read-table.ts';
import { readTable, toUnknownWord } from '../../map/tables/read-table.ts';
import type { ReportFault } from '../status/check-words.ts';
import { checkElements, checkSettings, chooseSettings, isChosen } from '../status/check-words.ts';
import type { WrittenAntenatalTables } from './antenatal-schema.ts';
import { antenatalTablesSchema } from './antenatal-schema.ts';
import type { AntenatalTables, Service, Window } from './antenatal-tables.ts';
import { checkSpans } from './check-spans.ts';
import { compileContacts } from './compile-contacts.ts';

interface Context {
  readonly elements: ElementTable;
  readonly report: ReportFault;
}

/** Checks and compiles programme/antenatal.yaml: every element is one of the programme; windows, trimesters and plan neither overlap nor leave a gap. */
export function parseAntenatalTables(file: TableFile, elements: ElementTable): Checked<AntenatalTables> {
  const table = readTable(file, antenatalTablesSchema);
  if (!table.ok) return table;
  const { value, fault } = table.value;
  const issues: Issue[] = [];
  const report: ReportFault = (path, message) => issues.push(fault(path, message));
  const compiled = compile(value, { elements, report }, toContentVersion([file]));
  return issues.length > 0 ? toFailed(...issues) : toPassed(compiled);
}

function compile(value: WrittenAntenatalTables, context: Context, version: string): AntenatalTables {
  const settings = chooseSettings(value.settings, context.report);
  const { pregnancy, preeclampsia, tripleElimination } = value;
  const { days, longestDays, trimesters, knownDays } = pregnancy;
  for (const level of ['high', 'moderate'] as const) checkElements(['preeclampsia', level, 'of'], preeclampsia[level].of, context);
  checkElements(['tripleElimination', 'of'], tripleElimination.of, context);
  checkExaminer(value, context);
  checkIndicators(value, context.report);
  return {
    version,
    settings,
    pregnancy: { days, longestDays, trimesters, knownDays, overdueDays: trimesters.at(-1)?.delayDays ?? 0 },
    contacts: compileContacts(value, context.report),
    examiner: value.contacts.examiner,
    indicators: value.indicators,
    childbed: compileWindows(value, 'childbed', context.report),
    newborn: compileWindows(value, 'newborn', context.report),
    services: compileServices(value, settings, context),
    tablets: compileTablets(value, settings, context),
    preeclampsia,
    triple: tripleElimination.of,
  };
}

function checkExaminer({ contacts: { examiner } }: WrittenAntenatalTables, { elements, report }: Context): void {
  checkElements(['contacts', 'examiner', 'element'], [examiner.element], { elements, report });
  const codes = elements.elements.get(examiner.element)?.codes ?? [];
  for (const [at, code] of examiner.doctors.entries()) {
    if (!codes.includes(code)) report(['contacts', 'examiner', 'doctors', at], toUnknownWord({ id: 'kode', en: 'code' }, code, codes));
  }
}

function checkIndicators({ indicators, pregnancy }: WrittenAntenatalTables, report: ReportFault): void {
  const all = pregnancy.trimesters.map(({ is }) => is);
  for (const [at, { spread, doctor }] of indicators.entries()) {
    if (spread.length !== all.length)
      report(['indicators', at, 'spread'], {
        id: `perlu ${all.length} angka, satu per trimester`,
        en: `${all.length} numbers are needed, one for each trimester`,
      });
    const unknown = doctor?.trimesters.find((each) => !all.includes(each));
    if (unknown !== undefined)
      report(['indicators', at, 'doctor'], { id: `tidak ada trimester ${unknown}`, en: `there is no trimester ${unknown}` });
  }
}

function compileWindows(value: WrittenAntenatalTables, part: 'childbed' | 'newborn', report: ReportFault): readonly Window[] {
  const { windows } = value[part];
  const spans = windows.map(({ is, days }, at) => ({ is, span: days, path: [part, 'windows', at] }));
  checkSpans(spans, { from: 0, report });
  return windows;
}

const heads = ['all', 'any', 'tablets', 'gap'] as const;

function compileServices(
  { services, settings }: WrittenAntenatalTables,
  chosen: AntenatalTables['settings'],
  context: Context,
): readonly Service[] {
  const { report } = context;
  return services.list.flatMap(({ setting, ...service }, at) => {
    const path = ['services', 'list', at];
    checkSettings([...path, 'setting'], setting, { settings, report });
    for (const head of ['all', 'any'] as const) checkElements([...path, head], service[head] ?? [], context);
    if (heads.filter((head) => service[head] !== undefined).length !== 1)
      report(path, { id: `perlu tepat satu dari ${heads.join(', ')}`, en: `exactly one of ${heads.join(', ')} is needed` });
    return isChosen(setting, chosen) ? [service] : [];
  });
}

function compileTablets(
  { tablets }: WrittenAntenatalTables,
  chosen: AntenatalTables['settings'],
  context: Context,
): AntenatalTables['tablets'] {
  checkElements(['tablets', 'of'], tablets.of, context);
  const least = tablets.least[chosen['ttd-cukup'] ?? ''];
  if (least === undefined)
    context.report(['tablets', 'least'], { id: 'pilihan ttd-cukup tanpa angka', en: 'the chosen ttd-cukup has no number' });
  return { of: tablets.of, least: least ?? 1 };
}
