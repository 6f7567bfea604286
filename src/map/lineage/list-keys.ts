import { toComparable } from '../conversions/clean-text.ts';
import type { TracedRecord } from '../rows/row-context.ts';
import type { Source } from '../source.ts';
import { toCellKey, type SourceCell } from './source-cell.ts';
import { toAddress } from './to-address.ts';

/**
 * The cells by which records are put together before anything is read of them: the key of a join on both sides, the columns by which rows are
 * one visit, the question of an answer. Another value there makes another record of it, so that everything in it may change.
 */
export function listKeys(records: readonly TracedRecord[], source: Source): readonly SourceCell[] {
  const all = records.flatMap((traced) => [...listJoinKeys(traced, source), ...listGroupKeys(traced, source)]);
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

function listGroupKeys({ record, joined }: TracedRecord, source: Source): readonly SourceCell[] {
  const { group } = source;
  if (group === undefined) return [];
  const names = new Set([...group.by, ...group.questions].flatMap(({ names: all }) => all.map(toComparable)));
  const ofFirst = joined[0]?.values ?? record.values;
  const columns = ofFirst.filter(({ cell }) => names.has(toComparable(cell))).map(({ cell }) => cell);
  const rest = joined.flatMap((each) => each.values.filter(({ cell }) => names.has(toComparable(cell))).map((value) => ({ each, value })));
  return [
    ...columns.map((column): SourceCell => ({ is: 'sel', row: record.row, column })),
    ...rest.map(({ each, value }) => toAddress(each, value, source)),
  ];
}
