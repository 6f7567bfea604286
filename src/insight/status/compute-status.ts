import type { Computed } from '../../map/visits/compute-growth.ts';
import type { History, HistoryVisit } from '../history.ts';
import { judgeStatus } from './judge-status.ts';
import type { StatusTables } from './status-tables.ts';

/** Computes the statuses of a visit in the light of everything known of the person, keyed as the vocabulary. None is a diagnosis. */
export function computeStatus(visit: HistoryVisit, history: History, tables: StatusTables): Computed {
  return Object.fromEntries([...judgeStatus(visit, history, tables)].map(([key, { value }]) => [key, value]));
}
