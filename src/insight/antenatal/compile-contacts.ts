import type { ReportFault } from '../status/check-words.ts';
import type { WrittenAntenatalTables } from './antenatal-schema.ts';
import type { PlannedContact } from './antenatal-tables.ts';
import { checkSpans } from './check-spans.ts';

type Span = readonly [number, number];

/** Joins each contact of pregnancy with its trimester and its plan, in days; reports trimesters and plans that leave gaps, overlap or contradict. */
export function compileContacts(
  { pregnancy, contacts, plan }: Pick<WrittenAntenatalTables, 'pregnancy' | 'contacts' | 'plan'>,
  report: ReportFault,
): readonly PlannedContact[] {
  const trimesters = toTrimesterWeeks(pregnancy.trimesters);
  checkTrimesters(pregnancy, trimesters, report);
  checkPlan({ contacts, plan, pregnancy }, report);
  return contacts.list.map(({ is, trimester, doctor, usg }, at) => {
    const within = trimesters.get(trimester);
    const weeks = plan.weeks[is];
    if (within === undefined)
      report(['contacts', 'list', at, 'trimester'], { id: `tidak ada trimester ${trimester}`, en: `there is no trimester ${trimester}` });
    if (weeks === undefined) report(['contacts', 'list', at], { id: `${is} tidak ada dalam "plan"`, en: `${is} is missing from "plan"` });
    else if (within !== undefined && (weeks[0] < within[0] || weeks[1] > within[1]))
      report(['plan', 'weeks', is], { id: `${is} di luar trimester ${trimester}`, en: `${is} lies outside trimester ${trimester}` });
    const days = { days: toDays(weeks ?? [0, 0]), within: toDays(within ?? [0, 0]) };
    return { is, trimester, ...days, doctor: doctor === true, usg: usg === true };
  });
}

function toTrimesterWeeks(trimesters: WrittenAntenatalTables['pregnancy']['trimesters']): ReadonlyMap<number, Span> {
  return new Map(trimesters.map(({ is, to }, at) => [is, [(trimesters[at - 1]?.to ?? -1) + 1, to] as const]));
}

function checkTrimesters(
  { trimesters, longestDays, days }: WrittenAntenatalTables['pregnancy'],
  weeks: ReadonlyMap<number, Span>,
  report: ReportFault,
): void {
  const spans = trimesters.map(({ is }, at) => ({
    is: `trimester ${is}`,
    span: weeks.get(is) ?? [0, 0],
    path: ['pregnancy', 'trimesters', at],
  }));
  checkSpans(spans, { from: 0, report });
  if ((trimesters.at(-1)?.to ?? 0) * 7 < longestDays)
    report(['pregnancy', 'trimesters', trimesters.length - 1], {
      id: 'trimester terakhir berakhir sebelum "longestDays"',
      en: 'the last trimester ends before "longestDays"',
    });
  if (longestDays < days)
    report(['pregnancy', 'longestDays'], { id: '"longestDays" kurang dari "days"', en: '"longestDays" is less than "days"' });
}

/** The plan goes from the first contact to the last without a gap; it may not name what is no contact. */
function checkPlan(
  { contacts, plan, pregnancy }: Pick<WrittenAntenatalTables, 'pregnancy' | 'contacts' | 'plan'>,
  report: ReportFault,
): void {
  const names = contacts.list.map(({ is }) => is);
  for (const name of Object.keys(plan.weeks)) {
    if (!names.includes(name)) report(['plan', 'weeks', name], { id: `"${name}" bukan kontak`, en: `"${name}" is no contact` });
  }
  const spans = contacts.list.flatMap(({ is }) => {
    const span = plan.weeks[is];
    return span === undefined ? [] : [{ is, span, path: ['plan', 'weeks', is] }];
  });
  checkSpans(spans, { from: 0, report });
  const last = spans.at(-1);
  if (last !== undefined && (last.span[1] + 1) * 7 < pregnancy.days)
    report(last.path, { id: `ada celah antara ${last.is} dan HPL`, en: `a gap between ${last.is} and the due date` });
}

function toDays([first, last]: Span): Span {
  return [first * 7, last * 7 + 6];
}
