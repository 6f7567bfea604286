import type { Issue } from '../../fhir/issue.ts';
import { addDays } from '../days.ts';
import type { MappedRow } from '../mapped-row.ts';
import { toStageGroup, type Programme } from '../programme.ts';
import type { Element, LocalDate, Visit } from '../visit.ts';
import { checkLongitudinal, type LimitsOf, type Slip } from './check-longitudinal.ts';
import type { GatheredVisit, Gathering } from './gathering.ts';

/** A visit as it is held against others of the same person. */
export type ComparedVisit = Pick<Visit, 'id' | 'person' | 'date' | 'elements' | 'lifeStage'>;

/**
 * Says by row which measurements do not fit what else was measured of the person (D14), in the same rows or in `known` visits. The last
 * row that gave the cell bears the remark; a row that only repeats another said it before. No value is changed.
 */
export function judgeSlips(
  rows: readonly MappedRow[],
  gathering: Gathering,
  { programme, known = [] }: { readonly programme: Programme; readonly known?: readonly ComparedVisit[] },
): ReadonlyMap<MappedRow['row'], readonly Issue[]> {
  const here = new Map(gathering.visits.map((each) => [each.visit.id, each] as const));
  const all = new Map([...known, ...gathering.visits.map(({ visit }) => visit)].map((visit) => [visit.id, visit] as const));
  const drafts = new Map(rows.map(({ row, visit }) => [row, visit?.elements ?? []] as const));
  const judged = new Map<MappedRow['row'], Issue[]>();
  for (const visits of groupByPerson([...all.values()]))
    for (const slip of checkLongitudinal(visits, toLimits(programme, all))) {
      const row = findRow(slip, here.get(slip.visit), { gathering, drafts });
      if (row !== undefined) judged.set(row, [...(judged.get(row) ?? []), slip.issue]);
    }
  return judged;
}

/** Between which days other visits matter to these; undefined where nothing of them is held against time. */
export function toSpan(
  visits: readonly ComparedVisit[],
  programme: Programme,
): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  const limitsOf = toLimits(programme, new Map(visits.map((visit) => [visit.id, visit])));
  const spans = visits.flatMap((visit) => {
    const days = visit.elements.map(({ key }) => limitsOf(key, visit)?.range.jump?.withinDays ?? 0);
    const most = Math.max(0, ...days);
    return most === 0 ? [] : [{ from: addDays(visit.date, -most), to: addDays(visit.date, most) }];
  });
  const [first] = spans;
  if (first === undefined) return undefined;
  return spans.reduce(
    (one, other) => ({
      from: other.from < one.from ? other.from : one.from,
      to: other.to > one.to ? other.to : one.to,
    }),
    first,
  );
}

function toLimits(programme: Programme, all: ReadonlyMap<string, ComparedVisit>): LimitsOf {
  return (key, { id }) => {
    const stage = all.get(id)?.lifeStage;
    const range = stage === undefined ? undefined : toStageGroup(programme, stage)?.elements.get(key)?.range;
    const definition = programme.elements.elements.get(key);
    return range === undefined || definition === undefined ? undefined : { definition, range };
  };
}

interface Givers {
  readonly gathering: Gathering;
  readonly drafts: ReadonlyMap<MappedRow['row'], readonly Element[]>;
}

function findRow({ key, cell }: Slip, visit: GatheredVisit | undefined, { gathering, drafts }: Givers): MappedRow['row'] | undefined {
  const rows = visit?.rows.filter((row) => gathering.byRow.get(row)?.duplicate === false) ?? [];
  return rows.findLast((row) => drafts.get(row)?.some((element) => element.key === key && element.cell === cell)) ?? rows.at(-1);
}

function groupByPerson(visits: readonly ComparedVisit[]): readonly (readonly ComparedVisit[])[] {
  const groups = new Map<string, ComparedVisit[]>();
  for (const visit of visits) groups.set(visit.person, [...(groups.get(visit.person) ?? []), visit]);
  return [...groups.values()].filter(({ length }) => length > 1);
}
