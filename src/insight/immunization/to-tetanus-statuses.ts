import type { LocalDate } from '../../map/visit.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { Judged } from '../status/judged.ts';
import { countedOf } from '../status/judged.ts';
import { listRecords } from '../status/list-records.ts';
import type { ImmunizationTables } from './immunization-tables.ts';
import { judgeTetanus } from './judge-tetanus.ts';
import type { KnownDoses } from './list-doses.ts';
import { joinDoses, listDosesOf } from './list-doses.ts';

type Entries = readonly (readonly [string, Judged])[];
type Facts = Pick<History, 'person' | 'visits' | 'enrolments'>;

/** The stages of life at which a T is told at every visit; elsewhere it is told where a dose is. */
const maternal = new Set(['ibu-hamil', 'ibu-bersalin', 'nifas']);

/**
 * The T of a woman by her dated doses, until when she is protected, and whether a dose came too soon to raise it. What a form reports of her
 * T stands beside it as the element `status-tetanus`; neither overwrites the other.
 */
export function toTetanusStatuses(visit: HistoryVisit, history: Facts, tables: ImmunizationTables): Entries {
  const isDose = countedOf(visit, 'imunisasi-td').length > 0;
  if (!isDose && !maternal.has(visit.lifeStage)) return [];
  const known = listTetanusBy(history, visit, tables);
  const { level, last, protectedTo, early } = judgeTetanus(known.dated, tables.tetanus);
  if (last === undefined) return [];
  const inputs = known.dated.map(({ input }) => input);
  return [
    ['status-t', { value: `T${String(level)}`, inputs }],
    ...(protectedTo === undefined ? [] : [['status-t-sampai', { value: protectedTo, inputs: [last.input] }] as const]),
    ['status-t-jarak', { value: early.length > 0 ? 'terlalu-dini' : 'cukup', inputs }],
  ];
}

/** What is known of a woman's tetanus doses by a day. */
export function listTetanusDoses(history: Facts, by: LocalDate, tables: ImmunizationTables): KnownDoses {
  return joinDoses(
    listRecords(history)
      .filter(({ date }) => date <= by)
      .map((record) => listDosesOf(record, tables.campaigns, 'imunisasi-td')),
  );
}

function listTetanusBy(history: Facts, visit: HistoryVisit, { campaigns }: ImmunizationTables): KnownDoses {
  const others = listRecords(history).filter(({ date, id }) => date <= visit.date && id !== visit.id);
  return joinDoses([...others, visit].map((record) => listDosesOf(record, campaigns, 'imunisasi-td')));
}
