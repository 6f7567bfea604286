import { toComparable } from '../conversions/clean-text.ts';
import type { TracedRecord } from '../rows/row-context.ts';
import type { Source } from '../source.ts';
import { toCellKey, type SourceCell } from './source-cell.ts';
import { toAddress } from './to-address.ts';

/**
 * The cells by which records are put together before anything is read of them: the key of a join on both sides, the columns by which rows are
 * one visit, the question of an answer, the cells left open below merged ones. Another value there makes another record of it, so that everything in it may change.
 */
export function listKeys(records: readonly TracedRecord[], source: Source): readonly SourceCell[] {
  const all = records.flatMap((traced) => [
    ...listJoinKeys(traced, source),
    ...listGroupKeys(traced, source),
    ...listFillKeys(traced, source),
  ]);
  return [...new Map(all.map((cell) => [toCellKey(cell), cell] as const)).values()];
}

function listJoinKeys({ record }: TracedRecord, { records }: Source): readonly SourceCell[] {
  const { joinedTo = {} } = record;
  return (records?.joins ?? []).flatMap(({ name, key, on, when }): readonly SourceCell[] => {
    const row = joinedTo[name];
    if (row === undefined) return [];
    const compared = when === undefined ? [] : [when];
    const here = [on, ...compared].map((column): SourceCell => ({ is: 'sel', row: record.row, column }));
    return [...here, ...[key, ...compared].map((column): SourceCell => ({ is: 'sel', row, column }))];
  });
}

/** Where merged cells hold for a row, its own stand open: filled in, they would speak of somebody else. */
function listFillKeys({ record }: TracedRecord, { fill }: Source): readonly SourceCell[] {
  const filled = record.values.filter(({ column, at }) => fill.includes(column) && at !== undefined && at.row !== record.row);
  return filled.map(({ cell }): SourceCell => ({ is: 'sel', row: record.row, column: cell }));
}

function listGroupKeys({ record, joined }: TracedRecord, source: Source): readonly SourceCell[] {
  const { group } = source;
  if (group === undefined) return [];
  const names = new Set([...group.by, ...group.questions].flatMap(({ names: all }) => all.map(toComparable)));
  const own = record.values.filter(({ cell, at }) => at === undefined && names.has(toComparable(cell))).map(({ cell }) => cell);
  const columns = [...own, ...(record.asked ?? [])];
  const rest = joined.flatMap((each) => each.values.filter(({ cell }) => names.has(toComparable(cell))).map((value) => ({ each, value })));
  return [
    ...columns.map((column): SourceCell => ({ is: 'sel', row: record.row, column })),
    ...rest.map(({ each, value }) => toAddress(each, value, source)),
  ];
}

/** The cells by which a record is known as somebody's, and as a visit of its own. */
export interface IdentityCells {
  readonly person: readonly SourceCell[];
  readonly visit: readonly SourceCell[];
}

const personTargets = ['nik', 'nikIbu', 'nikParent', 'localId', 'name', 'birthDate', 'sex', 'birthOrder', 'mother'].map(
  (target) => `person.${target}`,
);
const visitTargets = ['visit.number', 'visit.date', 'visit.month', 'visit.place'];

/** Names whose record it is by: another content there may make it somebody else's, or another visit, to which references then lead. */
export function listIdentity({ record }: TracedRecord, source: Source): IdentityCells {
  const of = (wanted: readonly string[]): readonly SourceCell[] =>
    record.values
      .filter(({ column, text }) => text.trim() !== '' && column.targets.some((target) => wanted.includes(target)))
      .map((value) => toAddress(record, value, source));
  return { person: of(personTargets), visit: of(visitTargets) };
}
