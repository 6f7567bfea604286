import type { Issue } from '../../fhir/issue.ts';
import { cleanText } from '../../map/conversions/clean-text.ts';
import type { Programme } from '../../map/programme.ts';
import { toWidestGroup } from '../../map/rows/widest-group.ts';
import type { CellFact, ReadCell } from '../../map/source.ts';
import { toIssue } from '../../map/catalogue/issue-catalogue.ts';
import { compileColumn } from '../../map/tables/compile-column.ts';
import { compileCodeList } from '../../map/tables/compile-code-list.ts';
import type { ColumnSetting } from '../../map/tables/column-setting.ts';
import type { FormColumn } from '../form.ts';
import type { Meaning } from '../words/meaning.ts';
import { isNothing, toShape } from './value-shapes.ts';

/** What the cells of a column say about a meaning: the share that it can read, 0 to 1, and how many were asked. */
export interface Evidence {
  readonly share: number;
  readonly asked: number;
  /** True where hardly any can be read, yet they look like words of the sender's own. */
  readonly isOwnWords?: boolean;
}

/** How cells are read: the programme, the forms of days and numbers, and the day of reading. */
export interface EvidenceSetting {
  readonly programme: Programme;
  readonly dates: ColumnSetting['dates'];
  readonly decimal: ColumnSetting['decimal'];
  readonly asOf: string;
}

const mostAsked = 60;

/** Reads the cells of a column as a meaning would: by its own conversion, within the limits of its element. Null where it cannot be compiled. */
export function readEvidence(column: FormColumn, meaning: Meaning, setting: EvidenceSetting): Evidence | null {
  const read = toReader(meaning, setting);
  if (read === null) return null;
  const cells = toCells(column);
  if (cells.length === 0 && isCounted(meaning.target, setting) && column.values.some((value) => /^0+$/.test(cleanText(value))))
    return { share: 1, asked: 1 };
  const shape = toShape(meaning.target, setting.programme.elements.elements.get(meaning.target)?.shape === 'text');
  const good = cells.reduce(
    (total, cell) => total + (shape?.(cell) === false ? 0 : rate(read(cell, { asOf: setting.asOf }).value ?? [], setting.programme)),
    0,
  );
  return { share: cells.length === 0 ? 0 : good / cells.length, asked: cells.length };
}

/** True for a number of something, of which there may be none for anybody. */
function isCounted(target: string, { programme }: EvidenceSetting): boolean {
  return programme.elements.elements.get(target)?.unit?.ucum === '1';
}

/** The cells of a column that say something, each once. */
export function toCells({ values }: FormColumn): readonly string[] {
  const distinct = new Set(values.map(cleanText).filter((value) => value !== '' && !isNothing(value)));
  // A column of nothing but zeros was never filled.
  return [...distinct].filter((value) => !/^0+([.,]0+)?$/.test(value)).slice(0, mostAsked);
}

/** The reader of a meaning; what is not taken is read by nobody. */
export function toReader({ written, lists: own }: Meaning, { programme, dates, decimal }: EvidenceSetting): ReadCell | null {
  const faults: Issue[] = [];
  const fault: ColumnSetting['fault'] = () => toIssue({ code: 'tabel-rusak', severity: 'fatal' });
  const lists = new Map(programme.codeLists);
  for (const [name, words] of Object.entries(own)) {
    const compiled = compileCodeList(name, words, (_path, message) => fault([], message));
    faults.push(...compiled.issues);
    if (compiled.ok) lists.set(name, compiled.value);
  }
  const compiled = compileColumn('kolom', written, { programme, lists, dates, decimal, fault });
  return compiled.ok && faults.length === 0 ? (compiled.value.read ?? null) : null;
}

/** A value beyond what is possible is no evidence; one that is possible in another unit is half of it. */
function rate(facts: readonly CellFact[], programme: Programme): number {
  if (facts.length === 0) return 0;
  return facts.reduce((least, fact) => Math.min(least, rateFact(fact, programme)), 1);
}

function rateFact({ is, value }: CellFact, programme: Programme): number {
  const range = toHardRange(is, programme);
  if (value.kind !== 'measure' || range === undefined) return 1;
  const [low, high] = range;
  const isPossible = (int: number): boolean => int >= low && int <= high;
  if (isPossible(value.measure.int)) return 1;
  return value.measure.others.some(({ int }) => isPossible(int)) ? 0.7 : 0;
}

/** The hard limits of an element in smallest units, the widest of all stages of life. */
export function toHardRange(key: string, programme: Programme): readonly [number, number] | undefined {
  const element = programme.elements.elements.get(key);
  if (element?.unit === undefined) return undefined;
  const { perUnit } = element.unit;
  const hard = toWidestGroup(programme).elements.get(key)?.range?.hard ?? element.range?.hard;
  return hard === undefined ? undefined : [hard[0] * perUnit, hard[1] * perUnit];
}
