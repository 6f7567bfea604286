import type { Issue } from '../../fhir/issue.ts';
import type { Remark } from '../catalogue/issue-catalogue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { swappedPressure } from '../conversions/read-blood-pressure.ts';
import type { Programme, StageGroup } from '../programme.ts';
import { toRange } from './read-elements.ts';
import type { RowFact } from './row-facts.ts';

/** The facts of a row that stay, and why others were refused. */
export interface DoubtedFacts {
  readonly facts: readonly RowFact[];
  readonly issues: readonly Issue[];
}

const swappedBody: Remark = {
  code: 'D14',
  severity: 'warning',
  detail: { id: 'BB dan PB/TB tampak tertukar; keduanya tidak dipakai', en: 'weight and height look swapped; neither is used' },
};

/** Refuses two measures that stand in each other's cells, BB and TB or systolic and diastolic: neither is turned round (D14). */
export function refuseSwapped(facts: readonly RowFact[], programme: Programme, group: StageGroup | undefined): DoubtedFacts {
  const body = toPair(facts, 'berat-badan', 'tinggi-badan');
  const pressure = toPair(facts, 'tekanan-darah-sistolik', 'tekanan-darah-diastolik');
  const refused = [
    ...(body !== null && isSwappedBody(body, programme, group) ? body.map((fact) => ({ fact, remark: swappedBody })) : []),
    ...(pressure !== null && intOf(pressure[0]) <= intOf(pressure[1]) ? pressure.map((fact) => ({ fact, remark: swappedPressure })) : []),
  ];
  return {
    facts: facts.filter((fact) => !refused.some((each) => each.fact === fact)),
    issues: refused.map(({ fact, remark }) => toIssue(remark, fact.cell)),
  };
}

type Pair = readonly [RowFact, RowFact];

/** Two measures of a row in cells of their own; what one cell holds together has been held against itself already. */
function toPair(facts: readonly RowFact[], first: string, second: string): Pair | null {
  const find = (key: string): RowFact | undefined =>
    facts.find(({ is, value, nth }) => is === key && value.kind === 'measure' && nth === undefined);
  const [one, other] = [find(first), find(second)];
  return one === undefined || other === undefined ? null : [one, other];
}

/** Nobody weighs more kilograms than centimetres: where each number could well be the other one, they were swapped. */
function isSwappedBody([weight, height]: Pair, programme: Programme, group: StageGroup | undefined): boolean {
  const [kilograms, centimetres] = [toUnits(weight, programme), toUnits(height, programme)];
  // Metres in a column of centimetres are another unit, not another column (D13).
  if (kilograms <= centimetres || [weight, height].some((fact) => hasOtherUnit(fact, programme, group))) return false;
  return isPossible(centimetres, 'berat-badan', programme, group) && isPossible(kilograms, 'tinggi-badan', programme, group);
}

function hasOtherUnit({ is, value }: RowFact, programme: Programme, group: StageGroup | undefined): boolean {
  const perUnit = programme.elements.elements.get(is)?.unit?.perUnit ?? 1;
  const others = value.kind === 'measure' ? value.measure.others : [];
  return others.some(({ int, code }) => code === 'D13' && isPossible(int / perUnit, is, programme, group));
}

function isPossible(value: number, key: string, { elements }: Programme, group: StageGroup | undefined): boolean {
  const definition = elements.elements.get(key);
  const [least, most] = (definition === undefined ? undefined : toRange(definition, group).hard) ?? [Infinity, -Infinity];
  return value >= least && value <= most;
}

function toUnits(fact: RowFact, { elements }: Programme): number {
  return intOf(fact) / (elements.elements.get(fact.is)?.unit?.perUnit ?? 1);
}

function intOf({ value }: RowFact): number {
  return value.kind === 'measure' ? value.measure.int : Number.NaN;
}
