import type { RowContext, TracedRecord } from '../rows/row-context.ts';
import type { Source } from '../source.ts';
import type { SourceCell } from './source-cell.ts';

/** What a record is mapped with. */
export interface Mapping {
  readonly source: Source;
  readonly context: RowContext;
}

/** Another content of one cell: every record that reads it, and what they are mapped with, as they would be then. */
export interface Change {
  readonly near: boolean;
  /** True where it leaves open what was said: what is gone then needs the cell. */
  readonly opens: boolean;
  /** Which of the facts of its cell it changes. */
  readonly fact: number;
  readonly records: (traced: TracedRecord) => TracedRecord;
  readonly mapping: (mapping: Mapping) => Mapping;
}

/** A cell with what else could stand there; or several cells that say the same of one person, changed together. */
export interface Knob {
  readonly cells: readonly SourceCell[];
  readonly changes: readonly Change[];
}

/** A change that leaves records, or what they are mapped with, as they are. */
export function aChange({ near, opens = false, fact = 0, ...of }: Pick<Change, 'near'> & Partial<Change>): Change {
  return { near, opens, fact, records: of.records ?? ((traced) => traced), mapping: of.mapping ?? ((mapping) => mapping) };
}

/** Cells of one column in several rows: where all of them say the same, only together they would say something else. */
export function listJointKnobs(knobs: readonly Knob[]): readonly Knob[] {
  const columns = new Map<string, Knob[]>();
  for (const knob of knobs) {
    const [cell] = knob.cells;
    if (cell?.is === 'sel') columns.set(cell.column ?? '', [...(columns.get(cell.column ?? '') ?? []), knob]);
  }
  return [...columns.values()].filter(({ length }) => length > 1).map(toJoint);
}

function toJoint(all: readonly Knob[]): Knob {
  const knobs = all.map(({ cells, changes: own }) => ({ cells, changes: own.filter(({ opens }) => !opens) }));
  const longest = Math.max(...knobs.map(({ changes }) => changes.length));
  const changes = Array.from({ length: longest }, (_, at) => {
    const parts = knobs.flatMap(({ changes: own }) => own[at] ?? []);
    return aChange({
      near: parts.every(({ near }) => near),
      fact: parts[0]?.fact ?? 0,
      records: (traced) => parts.reduce((changed, { records }) => (changed === traced ? records(changed) : changed), traced),
    });
  });
  return { cells: knobs.flatMap(({ cells }) => cells), changes };
}
