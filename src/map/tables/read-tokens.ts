import type { Issue } from '../../fhir/issue.ts';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import { cleanText, toCodeWord } from '../conversions/clean-text.ts';
import { isYesNo } from '../conversions/default-conversion.ts';
import { toNothing, toRead } from '../conversions/reading.ts';
import type { ElementDefinition } from '../element-definition.ts';
import type { FactValue, ReadCell } from '../source.ts';
import type { ColumnSetting, WrittenColumn } from './column-setting.ts';
import { toCodedFact } from './compile-part.ts';
import { toUnknownWord } from './read-table.ts';

/** Meanings that say "nothing was measured"; they read as an empty cell that was filled on purpose. */
const absences: readonly string[] = ['tidak-diukur', 'tidak-dilaporkan', 'tidak-diketahui'];

/** Above or below what the meter can show: a result without a number (HL7 ObservationInterpretation HH, LL). */
const offScale: readonly string[] = ['HH', 'LL'];

/**
 * Tokens mean what their column says (field rule 7): `-` is missing in a weighing and negative in a urine, HI of a glucometer is HH.
 * `missing` lists words for nothing, `tokens` gives a word its meaning: a code of the element, HH or LL of a measure, or an absence.
 */
export function withTokens(name: string, written: WrittenColumn, read: ReadCell, setting: ColumnSetting): Checked<ReadCell> {
  const meanings = Object.entries(written.tokens ?? {});
  const faults = meanings.flatMap(([word, meaning]) => checkMeaning([name, 'tokens', word], written, meaning, setting));
  if (faults.length > 0) return toFailed(...faults);
  const tokens = new Map(meanings.map(([word, meaning]) => [toCodeWord(word), meaning] as const));
  const missing = withMissing(read, [
    ...(written.missing ?? []),
    ...meanings.flatMap(([word, is]) => (absences.includes(is) ? [word] : [])),
  ]);
  return toPassed((text, day) => {
    const meaning = tokens.get(toCodeWord(isStroke(text) && tokens.has('-') ? '-' : text));
    if (meaning === undefined || absences.includes(meaning) || written.is === undefined) return missing(text, day);
    return toRead([toTokenFact(written.is, meaning, setting)]);
  });
}

function checkMeaning(
  path: readonly string[],
  { is }: WrittenColumn,
  meaning: string,
  { programme, fault }: ColumnSetting,
): readonly Issue[] {
  const known = [...toMeanings(programme.elements.elements.get(is ?? '')), ...absences];
  return known.includes(meaning) ? [] : [fault(path, toUnknownWord({ id: 'arti', en: 'meaning' }, meaning, known))];
}

function toMeanings(element: ElementDefinition | undefined): readonly string[] {
  if (element === undefined) return [];
  if (element.codes !== undefined) return element.codes;
  if (isYesNo(element)) return ['ya', 'tidak'];
  return element.unit === undefined ? [] : offScale;
}

function toTokenFact(is: string, meaning: string, setting: ColumnSetting) {
  const element = setting.programme.elements.elements.get(is);
  const value: FactValue = { kind: 'boolean', boolean: meaning === 'ya' };
  return element !== undefined && isYesNo(element) ? { is, value } : toCodedFact(is, meaning, setting);
}

/** Words that mean "nothing" in this column. Who leaves a cell open with one stroke also does it with three, with dots or a long one. */
function withMissing(read: ReadCell, words: readonly (string | number | boolean)[]): ReadCell {
  const known = new Set(words.map((word) => toCodeWord(String(word))));
  const [zero, stroke] = [known.has('0'), known.has('-')];
  const seen = toRead([], { code: 'D15', severity: 'information' });
  return (text, day) => {
    const plain = cleanText(text);
    if (plain === '') return toNothing();
    const isMark = (zero && /^0+([.,/]0+)?$/.test(plain)) || (stroke && isStroke(text));
    return isMark || known.has(toCodeWord(text)) ? seen : read(text, day);
  };
}

function isStroke(text: string): boolean {
  return /^[\s\-–—_.*…]+$/.test(text);
}
