import type { Programme } from '../../map/programme.ts';
import type { AntenatalTables } from '../antenatal/antenatal-tables.ts';
import type { GrowthThresholds } from '../growth/growth-thresholds-schema.ts';
import type { GrowthTables } from '../growth/parse-growth-tables.ts';
import type { StatusTables } from './status-tables.ts';

/** Everything that a visit is judged by: the programme as data. */
export interface InsightTables {
  readonly programme: Programme;
  readonly growth: GrowthTables;
  readonly thresholds: GrowthThresholds;
  readonly statuses: StatusTables;
  readonly antenatal: AntenatalTables;
}
