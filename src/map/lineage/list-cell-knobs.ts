import type { SourceRecord, SourceValue, TracedRecord } from '../rows/row-context.ts';
import type { CellFact, Column, ReadCell, Source } from '../source.ts';
import type { LocalDate } from '../visit.ts';
import { inventFacts } from './invent-fact.ts';
import { aChange, type Change, type Knob } from './knob.ts';
import { toCellKey, type SourceCell } from './source-cell.ts';
import { toAddress } from './to-address.ts';
import type { Alternatives } from './variant.ts';
import { varyFact } from './vary-fact.ts';

/** What cells are listed with; `on` is a day on which the records speak. */
export interface CellSetting extends Alternatives {
  readonly source: Source;
  readonly on: LocalDate;
}

// A day beyond every file: dates were read once, and what else they could be is not held against the day of reading.
const anyDay = { asOf: '9999-12-31' } as const;

/** A cell with the values of records that are read from it. */
interface UsedCell {
  readonly cell: SourceCell;
  readonly value: SourceValue;
  readonly uses: Map<SourceRecord, number[]>;
}

/** Every cell that some record reads, with what else could stand there; a cell that several records share is one. */
export function listCellKnobs(records: readonly TracedRecord[], setting: CellSetting): readonly Knob[] {
  const cells = new Map<string, UsedCell>();
  for (const { record } of records) {
    record.values.forEach((value, at) => {
      if (value.column.read !== undefined) noteUse(cells, record, { value, at, cell: toAddress(record, value, setting.source) });
    });
  }
  return [...cells.values()].map((used) => ({ cells: [used.cell], changes: toChanges(used, setting) }));
}

function noteUse(
  cells: Map<string, UsedCell>,
  record: SourceRecord,
  { cell, value, at }: Pick<UsedCell, 'cell' | 'value'> & { readonly at: number },
): void {
  const key = toCellKey(cell);
  const used = cells.get(key) ?? { cell, value, uses: new Map<SourceRecord, number[]>() };
  cells.set(key, used);
  used.uses.set(record, [...(used.uses.get(record) ?? []), at]);
}

function toChanges({ value: { column, text }, uses }: UsedCell, setting: CellSetting): readonly Change[] {
  const read = column.read?.(text, anyDay).value ?? [];
  const instead = read.length === 0 ? toInvented(column, setting) : [...toVaried(read, setting), ...toOpened(read)];
  return instead.map(({ facts, ...kind }, nth) =>
    aChange({
      ...kind,
      records: (traced) => {
        const places = uses.get(traced.record);
        return places === undefined ? traced : { ...traced, record: withFacts(traced.record, places, { facts, nth }) };
      },
    }),
  );
}

interface Instead {
  readonly near: boolean;
  readonly opens?: true;
  readonly fact: number;
  readonly facts: readonly CellFact[];
}

/** One of the facts of a cell at a time. */
function toVaried(read: readonly CellFact[], setting: CellSetting): readonly Instead[] {
  return read.flatMap((fact, at) =>
    varyFact(fact, setting).map(({ near, to }) => ({ near, fact: at, facts: read.map((each, place) => (place === at ? to : each)) })),
  );
}

/** Nothing at all, and each of several facts left out. */
function toOpened(read: readonly CellFact[]): readonly Instead[] {
  const without = read.length > 1 ? read.map((_, at) => read.filter((__, place) => place !== at)) : [];
  return [[], ...without].map((facts) => ({ near: false, opens: true, fact: 0, facts }));
}

function toInvented({ targets }: Column, setting: CellSetting): readonly Instead[] {
  return targets.flatMap((is) => inventFacts(is, setting.on, setting).map((fact) => ({ near: false, fact: 0, facts: [fact] })));
}

function withFacts(
  record: SourceRecord,
  places: readonly number[],
  { facts, nth }: { readonly facts: readonly CellFact[]; readonly nth: number },
): SourceRecord {
  const read: ReadCell = () => ({ value: facts, remarks: [] });
  const values = record.values.map((value, at) =>
    // Another text, because the same row again is known by its words.
    places.includes(at) ? { ...value, column: { ...value.column, read }, text: `${value.text}\0${String(nth)}` } : value,
  );
  return { ...record, values };
}
