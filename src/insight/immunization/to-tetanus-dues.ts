import { addDays, toMonthsBetween } from '../../map/days.ts';
import type { Episode } from '../../map/episodes/episode.ts';
import type { Programme } from '../../map/programme.ts';
import { toStageGroup } from '../../map/programme.ts';
import type { Sensitivity } from '../../map/element-definition.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { DueItem } from '../due/due-item.ts';
import type { History, HistoryVisit } from '../history.ts';
import { countedOf } from '../status/judged.ts';
import { listRecords } from '../status/list-records.ts';
import { toRule } from './due-facts.ts';
import { findNextTetanus, judgeTetanus } from './judge-tetanus.ts';
import type { ImmunizationTables } from './immunization-tables.ts';
import { listTetanusDoses } from './to-tetanus-statuses.ts';

/** What the Td of a woman is reckoned from. */
export interface TetanusFacts {
  readonly history: History;
  readonly asOf: LocalDate;
  readonly programme: Programme;
}

/**
 * The Td that a pregnant woman should be given next. Where a form reports a higher T than her dated doses come to, that is believed, and no
 * time is reckoned from it; where nobody ever told a T or a dose, it has to be asked first, and nothing is due.
 */
export function toTetanusDues({ history, asOf, programme }: TetanusFacts): readonly DueItem[] {
  const records = listRecords(history).filter(({ date }) => date <= asOf);
  const pregnancy = findPregnancy(history.episodes, asOf);
  const since = records.find(({ date }) => date >= (pregnancy?.from ?? asOf))?.date;
  const tables = programme.immunization;
  const next = toNext(records, { history, asOf, tables });
  if (pregnancy === undefined || since === undefined || next === undefined) return [];
  const due = next.from === undefined || next.from < since ? since : next.from;
  const lateFrom = addDays(due, tables.lateDays + 1);
  return [{ kind: 'imunisasi', code: next.of, due, lateFrom, rule: toRule(tables), kerahasiaan: toSensitivity(history, asOf, programme) }];
}

function findPregnancy(episodes: readonly Episode[], asOf: LocalDate): Episode | undefined {
  return episodes.find(
    ({ kind, from, to, delivered }) =>
      kind === 'kehamilan' && from <= asOf && (to === undefined || to >= asOf) && (delivered === undefined || delivered > asOf),
  );
}

function toNext(
  records: readonly HistoryVisit[],
  { history, asOf, tables }: { readonly history: History; readonly asOf: LocalDate; readonly tables: ImmunizationTables },
): { readonly of: string; readonly from?: LocalDate } | undefined {
  const doses = listTetanusDoses(history, asOf, tables);
  const judged = judgeTetanus(doses.dated, tables.tetanus);
  const told = [
    ...records.flatMap((record) =>
      countedOf(record, 'status-tetanus').flatMap(({ value }) => (value.kind === 'coded' ? [value.code] : [])),
    ),
    ...doses.undated.map(({ code }) => code),
  ];
  if (told.length === 0 && judged.last === undefined) return undefined;
  const reported = Math.max(0, ...told.map((code) => Number(code.slice(1))).filter((level) => Number.isInteger(level)));
  return findNextTetanus(reported > judged.level ? { level: reported } : judged, asOf, tables.tetanus);
}

/** A pregnancy below the age of secrecy is a secret, and so is whatever is due because of it (field rule 6). */
function toSensitivity({ person: { birthDate } }: History, asOf: LocalDate, programme: Programme): Sensitivity {
  const secretBelow = toStageGroup(programme, 'ibu-hamil')?.secretBelowMonths;
  const isSecret = secretBelow !== undefined && birthDate !== undefined && toMonthsBetween(birthDate, asOf) < secretBelow;
  return isSecret ? 'sangat-terbatas' : (programme.elements.elements.get('imunisasi-td')?.kerahasiaan ?? 'umum');
}
