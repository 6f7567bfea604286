import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { ReadingDay } from '../conversions/reading.ts';
import type { CellFact } from '../source.ts';
import type { LocalDate } from '../visit.ts';
import type { SourceRecord } from './row-context.ts';

/** A fact of a row with the cell it came from. */
export interface RowFact extends CellFact {
  readonly cell: string;
}

/** Everything the cells of a row say, before the facts are held against each other. */
export interface RowFacts {
  readonly facts: readonly RowFact[];
  readonly issues: readonly Issue[];
  /** Targets whose cell was written but could not be read: no other source of the fact may stand in for them. */
  readonly unread: readonly string[];
  /** The day that stands where nothing says one: of a row that tells of no visit. */
  readonly undatedOn?: LocalDate;
}

/** Reads every cell of a record by its column. */
export function readRowFacts({ values, unrepeated }: SourceRecord, day: ReadingDay): RowFacts {
  const facts: RowFact[] = [];
  const issues: Issue[] = [];
  const unread: string[] = [];
  for (const { column, cell, text } of values) {
    if (column.read === undefined) continue;
    const { value, remarks } = column.read(text, day);
    issues.push(...remarks.map((remark) => toIssue(remark, cell)));
    facts.push(...(value ?? []).map((fact) => ({ ...fact, cell })));
    if (value === undefined && remarks.length > 0) unread.push(...column.targets);
  }
  return { facts: withoutContradicted(facts), issues, unread, ...(unrepeated === true ? { undatedOn: day.asOf } : {}) };
}

/** What was read out of a free text gives way to a column that says it, and comes behind all that columns say. */
function withoutContradicted(facts: readonly RowFact[]): readonly RowFact[] {
  const told = facts.filter(({ unconfirmed }) => unconfirmed !== true);
  if (told.length === facts.length) return facts;
  return [...told, ...facts.filter(({ unconfirmed, is }) => unconfirmed === true && !told.some((fact) => fact.is === is))];
}

/** The text a row gives for a target, if any. */
export function textOf(facts: readonly RowFact[], is: string): string | undefined {
  const value = facts.find((fact) => fact.is === is)?.value;
  return value?.kind === 'text' && value.text !== '' ? value.text : undefined;
}

/** The date a row gives for a target, if any. */
export function dateOf(facts: readonly RowFact[], is: string): LocalDate | undefined {
  const value = facts.find((fact) => fact.is === is)?.value;
  return value?.kind === 'date' ? value.date : undefined;
}

/** The code a row gives for a target, if any. */
export function codeOf(facts: readonly RowFact[], is: string): string | undefined {
  const value = facts.find((fact) => fact.is === is)?.value;
  return value?.kind === 'coded' ? value.code : undefined;
}
