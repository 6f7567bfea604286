import type { History, HistoryVisit } from '../history.ts';
import type { Judged } from '../status/judged.ts';
import { isEnrolment } from '../status/list-records.ts';
import type { AntenatalTables } from './antenatal-tables.ts';
import { toAntenatalStatuses, toWeeks } from './to-antenatal-statuses.ts';
import { toGestation, toPregnancyStatuses } from './to-gestation.ts';
import { toPreeclampsiaStatus } from './to-preeclampsia-status.ts';
import { toPregnancySoFar } from './to-pregnancy-so-far.ts';
import { toServiceStatuses } from './to-service-statuses.ts';

/** Everything that is computed of a pregnancy at a visit of it, or at an entry of the register, which tells no contact. */
export function judgePregnancy(visit: HistoryVisit, history: History, tables: AntenatalTables): readonly (readonly [string, Judged])[] {
  if (visit.lifeStage !== 'ibu-hamil') return [];
  const gestation = toGestation(visit, history, tables.pregnancy);
  const told = gestation === undefined ? [] : toPregnancyStatuses(visit, gestation, tables.pregnancy);
  if (isEnrolment(visit)) return told;
  const pregnancy = toPregnancySoFar(visit, history, { from: gestation?.from, tables });
  return [
    ...told,
    ...toAntenatalStatuses(visit, pregnancy, tables),
    ...toServiceStatuses(pregnancy, toWeeks(visit, pregnancy), tables),
    ...toPreeclampsiaStatus(visit, pregnancy, tables),
  ];
}
