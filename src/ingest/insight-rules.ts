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
import { readProgrammeTable } from './programme-files.ts';

/** What statuses and warnings are judged by, apart from growth. */
export interface InsightRules {
  readonly statuses: StatusTables;
  readonly antenatal: AntenatalTables;
  readonly warnings: WarningRules;
}

/** Reads programme/thresholds.yaml, antenatal.yaml and warnings.yaml below `root` and holds them against the elements of the programme. */
export async function readInsightRules(
  root: string,
  known: { readonly elements: ElementTable; readonly thresholds: GrowthThresholds },
): Promise<Checked<InsightRules>> {
  const [thresholds, schedule, rules] = await Promise.all([
    readProgrammeTable(root, 'programme/thresholds.yaml'),
    readProgrammeTable(root, 'programme/antenatal.yaml'),
    readProgrammeTable(root, 'programme/warnings.yaml'),
  ]);
  const statuses = parseStatusTables(thresholds, known.elements);
  if (!statuses.ok) return statuses;
  const antenatal = parseAntenatalTables(schedule, known.elements);
  if (!antenatal.ok) return antenatal;
  const warnings = parseWarningRules(rules, { ...known, statuses: statuses.value });
  return warnings.ok ? toPassed({ statuses: statuses.value, antenatal: antenatal.value, warnings: warnings.value }) : warnings;
}
