import type { Checked } from '../fhir/checked.ts';
import { toPassed } from '../fhir/checked.ts';
import type { AntenatalTables } from '../insight/antenatal/antenatal-tables.ts';
import { parseAntenatalTables } from '../insight/antenatal/parse-antenatal-tables.ts';
import type { GrowthThresholds } from '../insight/growth/growth-thresholds-schema.ts';
import { parseStatusTables } from '../insight/status/parse-status-tables.ts';
import type { StatusTables } from '../insight/status/status-tables.ts';
import { parseWarningRules } from '../insight/warnings/parse-warning-rules.ts';
import type { WarningRules } from '../insight/warnings/warning-rules.ts';
import type { ElementTable } from '../map/element-definition.ts';
import type { Stage } from '../map/programme.ts';
import { readFurtherTables, readProgrammeTable } from './programme-files.ts';

/** What statuses and warnings are judged by, apart from growth. */
export interface InsightRules {
  readonly statuses: StatusTables;
  readonly antenatal: AntenatalTables;
  readonly warnings: WarningRules;
}

/** What the rules may name; `stages` of life are checked where they are given. */
interface KnownHere {
  readonly elements: ElementTable;
  readonly thresholds: GrowthThresholds;
  readonly stages?: readonly Stage[];
}

/**
 * Reads programme/thresholds.yaml, antenatal.yaml and warnings.yaml below `root`, or those of `own` folders, with their further tables, and holds
 * them against the elements and stages of the programme.
 */
export async function readInsightRules(
  root: string,
  { stages, ...known }: KnownHere,
  own: readonly string[] = [],
): Promise<Checked<InsightRules>> {
  const read = (name: string) => readProgrammeTable(root, `programme/${name}.yaml`, own);
  const [thresholds, schedule, rules] = await Promise.all([read('thresholds'), read('antenatal'), read('warnings')]);
  const [statusesFurther, rulesFurther] = await Promise.all([
    readFurtherTables(root, 'thresholds', own),
    readFurtherTables(root, 'warnings', own),
  ]);
  const names = stages && new Set(stages.map(({ is }) => is));
  const statuses = parseStatusTables(thresholds, known.elements, { further: statusesFurther, stages: names });
  if (!statuses.ok) return statuses;
  const antenatal = parseAntenatalTables(schedule, known.elements);
  if (!antenatal.ok) return antenatal;
  const others = { statuses: statuses.value, antenatal: antenatal.value, further: rulesFurther, stages: names };
  const warnings = parseWarningRules(rules, { ...known, ...others });
  return warnings.ok ? toPassed({ statuses: statuses.value, antenatal: antenatal.value, warnings: warnings.value }) : warnings;
}
