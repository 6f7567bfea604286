import type { Computed } from '../../map/visits/compute-growth.ts';
import type { JudgedWeighing } from '../growth/to-weighing-series.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { InsightTables } from './insight-tables.ts';
import { judgeGrowth } from './judge-growth.ts';
import { judgeStatus } from './judge-status.ts';
import type { Judgement } from './judged.ts';

/** Everything that can be computed of a visit, growth and all other statuses, each with the facts it was read from; `series` as for growth. */
export function judgeVisit(visit: HistoryVisit, history: History, tables: InsightTables, series?: readonly JudgedWeighing[]): Judgement {
  return new Map([...judgeGrowth(visit, history, tables, series), ...judgeStatus(visit, history, tables)]);
}

/** The same without the facts, keyed as the vocabulary: what is shown beside what the sender reported. None of it is a diagnosis. */
export function computeVisit(visit: HistoryVisit, history: History, tables: InsightTables): Computed {
  return Object.fromEntries([...judgeVisit(visit, history, tables)].map(([key, { value }]) => [key, value]));
}
