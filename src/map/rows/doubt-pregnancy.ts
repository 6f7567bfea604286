import { toIssue } from '../catalogue/issue-catalogue.ts';
import { impossible } from '../conversions/read-date.ts';
import { toDaysBetween } from '../days.ts';
import type { LocalDate, MaternalCondition } from '../visit.ts';
import type { DoubtedFacts } from './refuse-swapped.ts';
import { longestPregnancyDays } from './read-condition.ts';
import type { RowFact } from './row-facts.ts';
import { codeOf, dateOf } from './row-facts.ts';

// Beyond 42 weeks a pregnancy is over term; what was told in weeks is held to the same limits (D28).
const termDays = 42 * 7;

/**
 * Holds what a row says of a pregnancy against its day: a delivery after the childbed visit that tells it cannot be (D10), nor can some last
 * menstrual periods. `ofAll` is what the source says of all its rows.
 */
export function doubtPregnancy(facts: readonly RowFact[], date: LocalDate, ofAll?: MaternalCondition): DoubtedFacts {
  const delivery = doubtDelivery(facts, date, ofAll);
  const beginning = doubtBeginning(delivery.facts, date, ofAll);
  return { facts: beginning.facts, issues: [...delivery.issues, ...beginning.issues] };
}

/** A row that speaks of childbed on a day before the delivery contradicts itself; into one of pregnancy the delivery was written later. */
function doubtDelivery(facts: readonly RowFact[], date: LocalDate, ofAll: MaternalCondition | undefined): DoubtedFacts {
  const delivered = dateOf(facts, 'tanggal-persalinan');
  const isChildbed = codeOf(facts, 'kunjungan-nifas') !== undefined || (codeOf(facts, 'visit.condition') ?? ofAll) === 'nifas';
  if (delivered === undefined || delivered <= date || !isChildbed) return { facts, issues: [] };
  const cell = facts.find(({ is }) => is === 'tanggal-persalinan')?.cell;
  return { facts: facts.filter(({ is }) => is !== 'tanggal-persalinan'), issues: [toIssue(impossible(afterChildbed), cell)] };
}

const afterChildbed = { id: 'persalinan sesudah kunjungan nifasnya', en: 'the delivery lies after its childbed visit' };

/**
 * Holds a last menstrual period against the day of the visit: after it it cannot be (D10), more than 42 weeks before it the pregnancy
 * should have been closed, and beyond 45 weeks it is not used (D28). After a delivery it is merely old.
 */
function doubtBeginning(facts: readonly RowFact[], date: LocalDate, ofAll: MaternalCondition | undefined): DoubtedFacts {
  const began = dateOf(facts, 'hpht');
  const cell = facts.find(({ is }) => is === 'hpht')?.cell;
  if (began === undefined || isOver(facts, ofAll)) return { facts, issues: [] };
  const days = toDaysBetween(began, date);
  const without = facts.filter(({ is }) => is !== 'hpht');
  if (days < 0) return { facts: without, issues: [toIssue(impossible(afterVisit), cell)] };
  if (days <= termDays) return { facts, issues: [] };
  return { facts: days > longestPregnancyDays ? without : facts, issues: [toIssue({ code: 'D28', severity: 'warning' }, cell)] };
}

const afterVisit = { id: 'HPHT sesudah tanggal kunjungan', en: 'the last menstrual period lies after the visit' };

function isOver(facts: readonly RowFact[], ofAll: MaternalCondition | undefined): boolean {
  const ended = ['tanggal-persalinan', 'tanggal-keguguran'].some((key) => dateOf(facts, key) !== undefined);
  const said = codeOf(facts, 'visit.condition') ?? ofAll;
  return ended || said === 'nifas' || said === 'bersalin';
}
