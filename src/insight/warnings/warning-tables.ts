import type { InsightTables } from '../status/insight-tables.ts';
import type { WarningRules } from './warning-rules.ts';

/** Everything that findings and warnings are judged by. */
export interface WarningTables extends InsightTables {
  readonly warnings: WarningRules;
}
