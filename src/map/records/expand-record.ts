import { cleanText } from '../conversions/clean-text.ts';
import type { Repeat } from '../source.ts';
import type { SourceRecord, SourceValue } from '../rows/row-context.ts';

/**
 * Cuts a record whose columns stand there again and again (verb `repeat`) into one record for each repetition that somebody filled in. The
 * first bears the number of the record, further ones are parts of it (`12/Feb`). Where none is filled the record registers its person.
 */
export function expandRecord(record: SourceRecord, repeat: Repeat | undefined, year: number | undefined): readonly SourceRecord[] {
  if (repeat === undefined) return [record];
  const base = record.values.filter(({ column }) => column.block === undefined);
  const filled = repeat.of.flatMap((repetition, block) => {
    const values = record.values.filter(({ column }) => column.block === block);
    return values.some(isFilled) ? [{ ...repetition, values }] : [];
  });
  if (filled.length === 0) return [{ ...record, values: base, unrepeated: true }];
  return filled.map(({ word, yearsOn, values }, at) => {
    const named = toNamed(repeat, { word, year: toYearOf(values) ?? (year === undefined ? undefined : year + yearsOn), values });
    const cut = { ...record, values: [...base, ...named, ...values] };
    return at === 0 ? cut : { ...cut, row: `${String(record.row)}/${word}`, cells: [], issues: [], partOf: record.row };
  });
}

// A day beyond every file: here it only matters whether a cell says something.
const anyDay = { asOf: '9999-12-31' } as const;

/** True where a cell says something, be it unreadable; a stroke or a zero that means "not measured" says nothing. */
function isFilled({ column, text }: SourceValue): boolean {
  if (column.read === undefined || cleanText(text) === '') return false;
  const { value, remarks } = column.read(text, anyDay);
  return (value ?? []).length > 0 || remarks.some(({ severity }) => severity !== 'information');
}

interface Named {
  readonly word: string;
  readonly year: number | undefined;
  readonly values: readonly SourceValue[];
}

/** The word of a repetition as a cell of its own: `JAN` with its year as the month of the visit. */
function toNamed({ as }: Repeat, { word, year, values }: Named): readonly SourceValue[] {
  if (as === undefined) return [];
  const isMonth = as.targets.includes('visit.month');
  const text = isMonth && year !== undefined && !/\d{4}/.test(word) ? `${word} ${String(year)}` : word;
  return [{ column: as, cell: values[0]?.cell ?? word, text }];
}

/** A heading may bear its year: `Jan 2025 BB`. */
function toYearOf(values: readonly SourceValue[]): number | undefined {
  const years = values.map(({ cell }) => /(?<!\d)20\d{2}(?!\d)/.exec(cell)?.[0]);
  const found = years.find((year) => year !== undefined);
  return found === undefined ? undefined : Number(found);
}
