import { cleanText, toCodeWord } from '../conversions/clean-text.ts';
import type { CodeList } from '../conversions/code-list.ts';
import { findCode } from '../conversions/code-list.ts';
import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { CellFact } from '../source.ts';
import type { ColumnSetting, CompiledReader, WrittenColumn } from './column-setting.ts';
import { toUndated } from './to-undated.ts';
import { findList, toCodedFact } from './compile-part.ts';

const aliasRead: Remark = { code: 'D19', severity: 'information' };
const unknownPart: Remark = {
  code: 'D19',
  severity: 'warning',
  detail: { id: 'sebagian isi sel tidak dikenal', en: 'part of the cell is not known' },
};

/** Compiles a cell that holds several coded things (`Merah; MR1`): cut at the separators, each part is whatever knows its word. */
export function compileSplit(name: string, written: WrittenColumn, setting: ColumnSetting): Checked<CompiledReader> {
  const parts = (written.each ?? []).map((part, at) => ({
    part,
    list: findList(part.is, part.codes, [name, 'each', String(at)], setting),
  }));
  const failed = parts.flatMap(({ list }) => (list.ok ? [] : list.issues));
  if (failed.length > 0) return toFailed(...failed);
  const known = parts.flatMap(({ part, list }) => (list.ok ? [{ is: part.is, list: list.value }] : []));
  const separators = new RegExp((written.split ?? [';', ',']).map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'u');
  return toPassed({
    conversion: 'split',
    targets: known.map(({ is }) => is),
    read: (text) => {
      const read = text.split(separators).flatMap((part) => (cleanText(part) === '' ? [] : readPart(part, known)));
      const parts = dropContradictions(read, setting);
      const facts = parts.flatMap((part) => (part === null ? [] : [toFact(part, written, setting)]));
      const remarks = [
        ...(parts.includes(null) ? [unknownPart] : []),
        ...(parts.some((part) => part?.aliased === true) ? [aliasRead] : []),
      ];
      return { value: facts, remarks: [...remarks, ...toUndated(facts.filter(({ dated }) => dated !== true))] };
    },
  });
}

/** A dose of a cell whose doses were given on the day of the visit has that day; what is no dose needs none. */
function toFact({ is, code }: ReadPart, { dated }: WrittenColumn, setting: ColumnSetting): CellFact {
  const fact = toCodedFact(is, code, setting);
  const isDose = setting.programme.elements.elements.get(is)?.shape === 'immunization';
  return dated !== undefined && isDose ? { ...fact, dated: true } : fact;
}

interface KnownPart {
  readonly is: string;
  readonly list: CodeList;
}

interface ReadPart {
  readonly is: string;
  readonly code: string;
  readonly aliased: boolean;
}

// Marks that also stand inside a name (`DPT/HIB 1`): they cut only where the whole is no name and every piece is one.
const looseMarks: readonly RegExp[] = [/\n/, /\s+(?:dan|serta|&|\+)\s+/iu, /\s+\/\s+/, /\//, /\s+-\s+/];

/** Reads a part as one word, or as several where every piece of it is known; null where it cannot be read, never half of it. */
function readPart(text: string, known: readonly KnownPart[]): readonly (ReadPart | null)[] {
  const whole = findPart(cleanText(text), known);
  if (whole !== null) return [whole];
  for (const mark of looseMarks) {
    const pieces = text.split(mark).filter((piece) => cleanText(piece) !== '');
    const read = pieces.length < 2 ? [null] : pieces.flatMap((piece) => readPart(piece, known));
    if (!read.includes(null)) return read;
  }
  return readRun(cleanText(text).split(' '), known) ?? [null];
}

/** Reads names that follow each other with nothing but blanks between them, the longest first: `HB 0 BCG Polio 1`. */
function readRun(words: readonly string[], known: readonly KnownPart[]): readonly ReadPart[] | null {
  if (words.length === 0) return [];
  for (let length = Math.min(words.length, longestName); length > 0; length -= 1) {
    const first = findPart(words.slice(0, length).join(' '), known);
    const rest = first === null ? null : readRun(words.slice(length), known);
    if (first !== null && rest !== null) return [first, ...rest];
  }
  return null;
}

const longestName = 4;

/** Asks each list in declared order whether it knows a word. */
function findPart(word: string, known: readonly KnownPart[]): ReadPart | null {
  const plain = word.replace(/^(?:imunisasi|vaksin)\s+(?=\p{L})/iu, '');
  for (const { is, list } of known) {
    const code = findCode(list, plain);
    if (code !== undefined) return { is, code, aliased: toCodeWord(code) !== toCodeWord(word) };
  }
  return null;
}

/** Two codes of an element that has only one (`Biru/Merah`, a choice nobody struck out) say nothing at all. */
function dropContradictions(parts: readonly (ReadPart | null)[], { programme }: ColumnSetting): readonly (ReadPart | null)[] {
  return parts.map((part) => {
    if (part === null || programme.elements.elements.get(part.is)?.repeats === true) return part;
    return parts.some((other) => other?.is === part.is && other.code !== part.code) ? null : part;
  });
}
