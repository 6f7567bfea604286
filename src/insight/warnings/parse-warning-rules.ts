import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import type { ElementTable } from '../../map/element-definition.ts';
import { toContentVersion } from '../../map/content-version.ts';
import type { TableFile } from '../../map/tables/read-table.ts';
import { readTable } from '../../map/tables/read-table.ts';
import type { AntenatalTables } from '../antenatal/antenatal-tables.ts';
import type { GrowthThresholds } from '../growth/growth-thresholds-schema.ts';
import type { ReportFault } from '../status/check-words.ts';
import { checkSettings, checkStages, chooseSettings, isChosen } from '../status/check-words.ts';
import type { StatusTables } from '../status/status-tables.ts';
import { compileLapse } from './compile-lapse.ts';
import type { ConditionContext } from './compile-condition.ts';
import { compileCondition } from './compile-condition.ts';
import { listClasses, listStatuses } from './list-statuses.ts';
import type { WarningRule, WarningRules } from './warning-rules.ts';
import type { WrittenRule, WrittenRules } from './warning-schema.ts';
import { furtherRulesSchema, warningRulesSchema } from './warning-schema.ts';

/** What the rules may refer to. */
export interface KnownTables {
  readonly elements: ElementTable;
  readonly statuses: StatusTables;
  readonly antenatal: AntenatalTables;
  readonly thresholds: GrowthThresholds;
  /** Further tables of rules. */
  readonly further?: readonly TableFile[];
  /** Stages of life that a rule may be for; not checked where absent. */
  readonly stages?: ReadonlySet<string> | undefined;
}

/** Checks and compiles programme/warnings.yaml and its further tables: a closed language over statuses and elements; every fault names file, line and the nearest word. */
export function parseWarningRules(file: TableFile, known: KnownTables): Checked<WarningRules> {
  const table = readTable(file, warningRulesSchema);
  if (!table.ok) return table;
  const { value, fault } = table.value;
  const { further = [], elements, stages } = known;
  const issues: Issue[] = [];
  const report: ReportFault = (path, message) => issues.push(fault(path, message));
  const chosen = chooseSettings(value.settings, report);
  const context = { elements, stages, antenatal: known.antenatal, statuses: listStatuses(known), classes: listClasses(known), report };
  for (const [at, line] of value.secrecy.entries()) checkStages(['secrecy', at, 'for'], line.for, context);
  const compiled = [compileTable(value, { ...context, settings: value.settings, chosen })];
  for (const each of further) {
    const read = readTable(each, furtherRulesSchema);
    issues.push(...read.issues);
    if (!read.ok) continue;
    const reportThere: ReportFault = (path, message) => issues.push(read.value.fault(path, message));
    compiled.push(compileTable(read.value.value, { ...context, report: reportThere, settings: value.settings, chosen }));
  }
  if (issues.length > 0) return toFailed(...issues);
  const version = toContentVersion([
    file,
    ...further,
    { path: 'thresholds', text: known.statuses.version },
    { path: 'antenatal', text: known.antenatal.version },
  ]);
  const [rules, lapses] = [compiled.flatMap((each) => each.rules), compiled.flatMap((each) => each.lapses)];
  return toPassed({ version, secrecy: value.secrecy, rules, lapses });
}

interface TableContext extends ConditionContext {
  readonly stages: ReadonlySet<string> | undefined;
  readonly antenatal: AntenatalTables;
  readonly settings: WrittenRules['settings'];
  readonly chosen: Readonly<Record<string, string>>;
}

function compileTable(
  { rules = [], lapses = [] }: Partial<Pick<WrittenRules, 'rules' | 'lapses'>>,
  context: TableContext,
): Pick<WarningRules, 'rules' | 'lapses'> {
  const { report, settings, chosen } = context;
  const compiled = rules.flatMap((rule, at) => {
    checkStages(['rules', at, 'for'], rule.for, context);
    checkSettings(['rules', at, 'setting'], rule.setting, { settings, report });
    for (const [nth, { setting }] of (rule.raise ?? []).entries())
      checkSettings(['rules', at, 'raise', nth, 'setting'], setting, { settings, report });
    const one = compileRule(rule, at, { context, chosen });
    return isChosen(rule.setting, chosen) ? [one] : [];
  });
  return { rules: compiled, lapses: lapses.flatMap((lapse, at) => compileLapse(lapse, at, context)) };
}

function compileRule(
  rule: WrittenRule,
  at: number,
  { context, chosen }: { readonly context: ConditionContext; readonly chosen: Readonly<Record<string, string>> },
): WarningRule {
  const { code, level, closes, kerahasiaan, text } = rule;
  const raise = (rule.raise ?? []).map((each, nth) => ({
    level: each.level,
    setting: each.setting,
    when: compileCondition(each.when, ['rules', at, 'raise', nth, 'when'], context),
  }));
  return {
    code,
    for: rule.for,
    when: compileCondition(rule.when, ['rules', at, 'when'], context),
    level,
    raise: raise.filter(({ setting }) => isChosen(setting, chosen)),
    warns: rule.warns !== false,
    closes,
    kerahasiaan,
    text,
  };
}
