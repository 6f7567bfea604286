import { toDaysBetween } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { HistoryVisit } from '../history.ts';
import type { Judged } from '../status/judged.ts';
import { answerOf, codeOf } from '../status/judged.ts';
import type { AntenatalTables, PlannedContact } from './antenatal-tables.ts';
import type { PregnancySoFar } from './to-pregnancy-so-far.ts';

/** True where a doctor examined at a visit, as far as it was recorded. */
export function isByDoctor(visit: HistoryVisit, { examiner }: Pick<AntenatalTables, 'examiner'>): boolean {
  return examiner.doctors.includes(codeOf(visit, examiner.element) ?? '');
}

/**
 * Which examinations the contacts so far ask for and nobody recorded: `K1-dokter`, `K5-usg`. They may have been made on another day of the same
 * trimester. Nothing is told where the beginning of the pregnancy is not known.
 */
export function toExaminations({ from, contacts, days }: PregnancySoFar, tables: AntenatalTables): readonly (readonly [string, Judged])[] {
  if (from === undefined) return [];
  const asked = tables.contacts.flatMap((contact) => {
    const made = days.find(({ is }) => is === contact.is);
    return made !== undefined && (contact.doctor || contact.usg) ? [{ contact, date: made.date }] : [];
  });
  const missing = asked.flatMap(({ contact, date }) => {
    const there = contacts.filter((visit) => isInTime(visit.date, from, contact) || visit.date === date);
    return [
      ...(contact.doctor && !there.some((visit) => isByDoctor(visit, tables)) ? [`${contact.is}-dokter`] : []),
      ...(contact.usg && !there.some((visit) => answerOf(visit, 'usg') === true) ? [`${contact.is}-usg`] : []),
    ];
  });
  return asked.length === 0 ? [] : [['dokter-usg-belum-tercatat', { value: missing, inputs: [] }]];
}

function isInTime(date: LocalDate, from: LocalDate, { within: [first, last] }: PlannedContact): boolean {
  const day = toDaysBetween(from, date);
  return day >= first && day <= last;
}
