import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { cleanText, toComparable } from '../conversions/clean-text.ts';
import type { Remark } from '../catalogue/issue-catalogue.ts';
import { toRead } from '../conversions/reading.ts';
import type { ReadingDay } from '../conversions/reading.ts';
import type { CellFact, Column } from '../source.ts';
import type { ColumnSetting, CompiledReader, WrittenColumn } from './column-setting.ts';
import { toUnknownWord } from './read-table.ts';

type WrittenFact = NonNullable<WrittenColumn['extract']>[number];
type CompileColumn = (name: string, written: WrittenColumn, setting: ColumnSetting) => Checked<Column>;

/** One fact that a text may hold, with the words it stands behind. */
interface Extract {
  readonly column: Column;
  readonly words: readonly string[];
}

// Read out of a text, a fact waits for a person (field rule 7). The cell is named, never its text, which is sangat-terbatas.
const toConfirm: Remark = { code: 'perlu-konfirmasi', severity: 'information' };

/** Compiles `extract`: facts of a free text, each behind a word of its own (`LILA 23; Hb 10,4`), all of them unconfirmed. */
export function compileExtract(
  name: string,
  { extract = [] }: WrittenColumn,
  setting: ColumnSetting,
  compile: CompileColumn,
): Checked<CompiledReader> {
  const issues: Issue[] = [];
  const facts = extract.flatMap(({ after, ...written }, at): readonly Extract[] => {
    const fault: ColumnSetting['fault'] = ([, ...below], message) => setting.fault([name, 'extract', String(at), ...below], message);
    const compiled = compile(name, written, { ...setting, fault });
    issues.push(...compiled.issues, ...checkFact(written, { ...setting, fault: (path, message) => fault([name, ...path], message) }));
    return compiled.ok ? [{ column: compiled.value, words: after }] : [];
  });
  issues.push(...checkWords(name, extract, setting));
  if (issues.length > 0) return toFailed(...issues);
  const words = toWordPattern(facts.flatMap((fact) => fact.words));
  const byWord = new Map(facts.flatMap((fact) => fact.words.map((word) => [toComparable(word), fact.column] as const)));
  return toPassed({
    targets: facts.flatMap(({ column }) => column.targets),
    read: (text, day) => {
      const found = [...text.matchAll(words)];
      const read = found.flatMap((match, at) => {
        const piece = text.slice(match.index + match[0].length, found[at + 1]?.index);
        return readPiece(piece, byWord.get(toComparable(match[0])), day);
      });
      return found.length === 0 ? toRead([]) : toRead(read, toConfirm);
    },
  });
}

/** Only elements can wait for a confirmation; who somebody is, and when, is never taken from a text. */
function checkFact({ is }: Pick<WrittenFact, 'is'>, { programme, fault }: ColumnSetting): readonly Issue[] {
  const { elements } = programme.elements;
  const isTarget = is.startsWith('person.') || is.startsWith('visit.') || is.startsWith('reported.');
  return isTarget && !elements.has(is) ? [fault(['is'], toUnknownWord({ id: 'elemen', en: 'element' }, is, elements.keys()))] : [];
}

function checkWords(name: string, extract: readonly WrittenFact[], { fault }: ColumnSetting): readonly Issue[] {
  const seen = new Map<string, number>();
  return extract.flatMap(({ after }, at) =>
    after.flatMap((word) => {
      const other = seen.get(toComparable(word));
      seen.set(toComparable(word), at);
      if (!/\p{L}/u.test(word)) {
        return [fault([name, 'extract', String(at), 'after'], { id: `"${word}" bukan kata`, en: `"${word}" is no word` })];
      }
      if (other === undefined || other === at) return [];
      const message = { id: `"${word}" sudah mendahului fakta lain`, en: `"${word}" stands before another fact already` };
      return [fault([name, 'extract', String(at), 'after'], message)];
    }),
  );
}

/** The words wherever they stand alone, the longest first; a number may follow at once: `Hb10,4`. */
function toWordPattern(words: readonly string[]): RegExp {
  const escaped = words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?!\\p{L})`, 'giu');
}

// A value and its unit; what follows is another sentence.
const mostWords = 6;

/** Reads as much behind a word as is a value of its element: `23 cm`, of `10,4 gr` the number. */
function readPiece(piece: string, column: Column | undefined, day: ReadingDay): readonly CellFact[] {
  const [first = ''] = piece.split(/[;\n|]|,(?=\s*\p{L})|\.\s+(?=\p{L})/u);
  const parts = cleanText(first.replace(/^[\s:=.]+/, '').replace(/[\s,.]+$/, ''))
    .split(' ')
    .slice(0, mostWords);
  for (let count = parts.length; count > 0; count -= 1) {
    const value = column?.read?.(parts.slice(0, count).join(' '), day).value ?? [];
    if (value.length > 0) return value.map((fact) => ({ ...fact, unconfirmed: true }));
  }
  return [];
}
