import type { LocalDate } from '../../map/visit.ts';
import type { History } from '../history.ts';
import type { Finding } from './finding.ts';
import { askRule, toScenes } from './judge-history.ts';
import type { WarningTables } from './warning-tables.ts';

/**
 * What the rules of programme/warnings.yaml name at each visit and each register entry until a day, in the order of time. What merely
 * did not happen (a missed contact) belongs to no visit and is among the warnings only.
 */
export function toFindings(history: History, tables: WarningTables, asOf: LocalDate): readonly Finding[] {
  return toScenes(history, tables, asOf).flatMap((scene) =>
    tables.warnings.rules.flatMap((rule) => askRule(rule, scene, tables).finding ?? []),
  );
}
