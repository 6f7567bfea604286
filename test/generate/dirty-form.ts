import type { SeededRandom } from './seeded-random.ts';

/** What a clean row holds by column, and what a correct reading of it comes to by element key. */
export interface CleanRow {
  readonly cells: Readonly<Record<string, string>>;
  /** The bare value of each element (smallest unit, code, text, yes or no) and the column it stands in. */
  readonly truth: Readonly<Record<string, { readonly cell: string; readonly is: number | string | boolean }>>;
  /** Texts that no message may hold: names, numbers of cards, phones. */
  readonly secrets: readonly string[];
}

/** A fault of the catalogue, written into one row. */
export interface Planted {
  readonly cells: Readonly<Record<string, string>>;
  /** The codes of which one must be reported, by the cell it must stand on; `loud` where it must be a warning or an error. */
  readonly reported: readonly { readonly cell: string | undefined; readonly codes: readonly string[]; readonly loud: boolean }[];
  /** Elements that must be gone, because nobody can know them any more. */
  readonly gone?: readonly string[];
  /** Elements that now have another value, which the written words say. */
  readonly changed?: Readonly<Record<string, number | string | boolean>>;
  readonly quarantined?: true;
}

/** Writes a fault into a clean row, or gives null where this row cannot have it. */
export type PlantFault = (row: CleanRow, random: SeededRandom) => Planted | null;

/** A form of a source, and every fault that a catalogue knows for its columns. */
export interface DirtyForm {
  readonly source: string;
  readonly above: readonly (readonly string[])[];
  readonly columns: readonly string[];
  readonly total: string;
  readonly clean: (random: SeededRandom, index: number) => CleanRow;
  readonly faults: Readonly<Record<string, PlantFault>>;
}

/** One line of a generated file. */
export interface DirtyLine {
  readonly cells: readonly string[];
  readonly is: 'data' | 'other';
  readonly row?: CleanRow;
  readonly planted: readonly { readonly fault: string; readonly how: Planted }[];
}

/** Writes a form of so many rows: about a third clean, the others with one or two faults in different cells, lines that are no rows between them (D23). */
export function writeDirtyForm(form: DirtyForm, random: SeededRandom, rows: number): readonly DirtyLine[] {
  const lines: DirtyLine[] = [...form.above, form.columns].map((cells) => toOther(cells));
  const toCells = (cells: Readonly<Record<string, string>>): readonly string[] => form.columns.map((name) => cells[name] ?? '');
  for (let index = 0; index < rows; index += 1) {
    const row = form.clean(random, index);
    const planted = plantSome(form, row, random);
    const cells = planted.reduce((all, { how }) => ({ ...all, ...how.cells }), row.cells);
    lines.push({ cells: toCells(cells), is: 'data', row, planted });
    if (random.chance(2)) lines.push(toOther(form.columns.map(() => '')));
    if (random.chance(1)) lines.push(toOther(form.columns));
  }
  const total = form.columns.map((_, at) => (at === 0 ? form.total : at === 2 ? String(rows) : ''));
  return [...lines, toOther(form.columns.map(() => '')), toOther(total)];
}

/** Writes records instead of lines: each cell stands at its path, `pemeriksaan.tanggal`. */
export function writeDirtyRecords(form: DirtyForm, random: SeededRandom, rows: number): readonly DirtyLine[] {
  return Array.from({ length: rows }, (_, index) => {
    const row = form.clean(random, index);
    const planted = plantSome(form, row, random);
    const cells = planted.reduce((all, { how }) => ({ ...all, ...how.cells }), row.cells);
    return { cells: [JSON.stringify(toNested(cells))], is: 'data', row, planted } as const;
  });
}

function toNested(cells: Readonly<Record<string, string>>): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const nested: Record<string, Record<string, string>> = {};
  for (const [path, text] of Object.entries(cells)) {
    const [group = '', name = ''] = path.split('.');
    nested[group] = { ...nested[group], [name]: text };
  }
  return nested;
}

function toOther(cells: readonly string[]): DirtyLine {
  return { cells, is: 'other', planted: [] };
}

function plantSome(form: DirtyForm, row: CleanRow, random: SeededRandom): DirtyLine['planted'] {
  const wanted = random.pick([0, 1, 1, 2]);
  const names = Object.keys(form.faults);
  const planted: DirtyLine['planted'][number][] = [];
  for (let at = 0; at < wanted; at += 1) {
    const fault = names[random.between(0, names.length - 1)] ?? '';
    const how = form.faults[fault]?.(row, random) ?? null;
    // Two faults in one cell, or one that depends on a cell that is broken already, would be another fault.
    const taken = new Set(planted.flatMap((each) => Object.keys(each.how.cells)));
    if (how !== null && !planted.some((each) => each.how.quarantined) && !Object.keys(how.cells).some((cell) => taken.has(cell))) {
      planted.push({ fault, how });
    }
  }
  return planted;
}

/** A fault of one cell whose value is still read: it is only remarked on. */
export function repaired(
  cell: string,
  codes: readonly string[],
  write: (row: CleanRow, random: SeededRandom) => string | null,
): PlantFault {
  return (row, random) => {
    const text = write(row, random);
    return text === null ? null : { cells: { [cell]: text }, reported: [{ cell, codes, loud: false }] };
  };
}

/** A fault of one cell whose value is gone; `loud` where somebody has to look at it. */
export function refused(
  cell: string,
  codes: readonly string[],
  options: { readonly gone: readonly string[]; readonly loud: boolean },
  write: (row: CleanRow, random: SeededRandom) => string | null,
): PlantFault {
  return (row, random) => {
    const text = write(row, random);
    return text === null ? null : { cells: { [cell]: text }, reported: [{ cell, codes, loud: options.loud }], gone: options.gone };
  };
}
