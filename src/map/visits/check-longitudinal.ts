import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toDaysBetween } from '../days.ts';
import type { ElementDefinition, PlausibleRange } from '../element-definition.ts';
import type { Element, LocalDate } from '../visit.ts';

/** What a visit measured, with the day. */
export interface MeasuredVisit {
  readonly id: string;
  readonly date: LocalDate;
  readonly elements: readonly Element[];
}

/** A measurement that does not fit the others of the same person, and those it was held against. */
export interface Slip {
  readonly visit: string;
  readonly key: string;
  readonly cell: string;
  /** The neighbours it differs from: visit and cell. */
  readonly against: readonly { readonly visit: string; readonly cell: string }[];
  readonly issue: Issue;
}

/** What is known of an element and of its limits at the person's stage. */
export type LimitsOf = (
  key: string,
  visit: MeasuredVisit,
) => { readonly definition: ElementDefinition; readonly range: PlausibleRange } | undefined;

/**
 * Finds slips of the pen by the person's other visits (D14): `19,9` between 11,7 and 12,1 differs from what was measured before and
 * after by more than `range.jump` allows. With one neighbour only it is not known which of the two is wrong: both cells are named.
 * Nothing is corrected and nothing refused; an element without a `jump` is not held against time.
 */
export function checkLongitudinal(visits: readonly MeasuredVisit[], limitsOf: LimitsOf): readonly Slip[] {
  const inOrder = visits.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  const keys = new Set(inOrder.flatMap(({ elements }) => elements.map(({ key }) => key)));
  return [...keys].flatMap((key) =>
    findSlips(
      inOrder.flatMap((visit) => toMeasured(visit, key, limitsOf)),
      key,
    ),
  );
}

interface Measured {
  readonly visit: MeasuredVisit;
  readonly element: Element;
  readonly int: number;
  readonly definition: ElementDefinition;
  readonly jump: NonNullable<PlausibleRange['jump']>;
}

/** The first certain measurement of a day; what waits for a confirmation is held against nothing. */
function toMeasured(visit: MeasuredVisit, key: string, limitsOf: LimitsOf): readonly Measured[] {
  const element = visit.elements.find((each) => each.key === key && each.unconfirmed !== true);
  const limits = limitsOf(key, visit);
  const jump = limits?.range.jump;
  if (element?.value.kind !== 'quantity' || limits === undefined || jump === undefined) return [];
  return [{ visit, element, int: element.value.int, definition: limits.definition, jump }];
}

/** A value between two that both contradict it is a slip; a value with one neighbour is doubted unless that neighbour is such a slip. */
function findSlips(series: readonly Measured[], key: string): readonly Slip[] {
  const between = series.filter((measured, at) => {
    const both = toNeighbours(series, at);
    return both.length === 2 && both.every((other) => isJump(measured, other));
  });
  return series.flatMap((measured, at): readonly Slip[] => {
    const neighbours = toNeighbours(series, at).filter((other) => between.includes(measured) || !between.includes(other));
    if (neighbours.length === 0 || !neighbours.every((other) => isJump(measured, other))) return [];
    const { visit, element } = measured;
    const against = neighbours.map((other) => ({ visit: other.visit.id, cell: other.element.cell }));
    return [{ visit: visit.id, key, cell: element.cell, against, issue: toSlipIssue(measured, neighbours) }];
  });
}

function toNeighbours(series: readonly Measured[], at: number): readonly Measured[] {
  const [measured, ...around] = [series[at], series[at - 1], series[at + 1]];
  return around.flatMap((other) => (measured !== undefined && other !== undefined && isNear(measured, other) ? [other] : []));
}

/** Beyond that many days anything may have happened. */
function isNear({ visit, jump }: Measured, other: Measured): boolean {
  return Math.abs(toDaysBetween(visit.date, other.visit.date)) <= jump.withinDays;
}

/** The share grows with every month that lies between, since children grow and mothers gain. */
function isJump({ int, visit, jump }: Measured, other: Measured): boolean {
  const months = Math.max(1, Math.abs(toDaysBetween(visit.date, other.visit.date)) / 30);
  return Math.abs(int - other.int) > Math.min(int, other.int) * jump.share * months;
}

function toSlipIssue({ element, definition }: Measured, against: readonly Measured[]): Issue {
  const isOpen = definition.kerahasiaan === 'umum';
  const quote = ({ value }: Element): string => (isOpen && value.kind === 'quantity' ? ` "${value.written}"` : '');
  const others = against.map(({ visit, element: other }) => `${visit.date} [${other.cell}]${quote(other)}`).join(', ');
  const detail = {
    id: `${definition.title}${quote(element)} jauh dari pengukuran lain orang ini (${others})`,
    en: `${definition.key}${quote(element)} is far from what else was measured of this person (${others})`,
  };
  return toIssue({ code: 'D14', severity: 'warning', detail }, element.cell);
}
