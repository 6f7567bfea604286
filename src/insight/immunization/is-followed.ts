import { listRecords } from '../status/list-records.ts';
import type { DueFacts } from './due-facts.ts';
import { addSpan } from './time-span.ts';

/**
 * True where a child's immunisation is followed here: a dose of it is known, given or not, dated or not; it was known as a newborn, when
 * hardly anything was due yet; or a register of sasaran holds it.
 */
export function isFollowed({ history, known, birthDate, asOf, tables }: DueFacts): boolean {
  const isMentioned = [known.dated, known.extra, known.undated, known.refused].some((list) => list.length > 0);
  if (isMentioned || history.enrolments.some(({ from }) => from <= asOf)) return true;
  const [first] = listRecords(history);
  return first !== undefined && first.date <= asOf && first.date < addSpan(birthDate, tables.newbornBelow);
}
