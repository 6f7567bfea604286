import { addDays } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { DueItem } from '../due/due-item.ts';
import type { History } from '../history.ts';
import type { InsightTables } from '../status/insight-tables.ts';
import { toLeaving } from '../warnings/to-leaving.ts';
import type { DueFacts } from './due-facts.ts';
import { toRule } from './due-facts.ts';
import { isFollowed } from './is-followed.ts';
import { listDosesBy } from './list-doses.ts';
import { listOpenDoses } from './list-open-doses.ts';
import { listOpenCampaigns } from './list-open-campaigns.ts';
import { listSchoolDoses } from './list-school-doses.ts';
import { addSpan } from './time-span.ts';
import { countDoses } from './to-schedule-statuses.ts';
import { toTetanusDues } from './to-tetanus-dues.ts';

/**
 * What somebody should be given next, by what is known on a day: doses of the schedule and at school, rounds of a campaign, and Td of a
 * pregnant woman. Nobody who died or was let go by the register is called. A child is asked for doses only where its immunisation is
 * followed here: a dose of it is known, it was known as a newborn, or a register holds it. All else is unknown, not missed.
 */
export function toDoseDues(history: History, { programme }: Pick<InsightTables, 'programme'>, asOf: LocalDate): readonly DueItem[] {
  const { birthDate } = history.person;
  const tables = programme.immunization;
  if (toLeaving(history, asOf) !== undefined) return [];
  const tetanus = toTetanusDues({ history, asOf, programme });
  if (birthDate === undefined) return tetanus;
  const known = listDosesBy(history, asOf, tables.campaigns);
  const kerahasiaan = programme.elements.elements.get('imunisasi')?.kerahasiaan ?? 'umum';
  const facts = { history, known, birthDate, asOf, tables, kerahasiaan };
  const routine = isFollowed(facts) ? toRoutineDues(facts) : [];
  return [...routine, ...listSchoolDoses(facts), ...listOpenCampaigns(facts), ...tetanus].toSorted((one, other) => compareDues(one, other));
}

function toRoutineDues({ history, known, birthDate, asOf, tables, kerahasiaan }: DueFacts): readonly DueItem[] {
  const counted = countDoses(known, birthDate, tables);
  const end = addDays(addSpan(birthDate, tables.recallBelow), -1);
  return listOpenDoses({ person: { ...history.person, birthDate }, known, counted, on: asOf, tables }).flatMap(
    ({ line, due, by, until = end }) => {
      if (due > end) return [];
      const lateFrom = addDays(by, line.lateDays + 1);
      return [
        { kind: 'imunisasi' as const, code: line.of, due, lateFrom, until: until < end ? until : end, rule: toRule(tables), kerahasiaan },
      ];
    },
  );
}

function compareDues(one: DueItem, other: DueItem): number {
  const [a, b] = [`${one.due} ${one.code}`, `${other.due} ${other.code}`];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
