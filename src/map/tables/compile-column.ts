import { cleanText, toCodeWord } from '../conversions/clean-text.ts';
import { toNothing, toRead } from '../conversions/reading.ts';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Column, ReadCell } from '../source.ts';
import type { ColumnSetting, WrittenColumn } from './column-setting.ts';
import { compilePart } from './compile-part.ts';
import { compileSplit } from './compile-split.ts';

/** Compiles one column into a reader of its cells; it must say what it is, or why it is ignored. */
export function compileColumn(name: string, written: WrittenColumn, setting: ColumnSetting): Checked<Column> {
  const verbs = [written.is, written.each, written.ignore].filter((verb) => verb !== undefined);
  if (verbs.length !== 1) {
    return toFailed(
      setting.fault([name], {
        id: 'kolom harus memiliki tepat satu dari "is", "each" atau "ignore"',
        en: 'a column needs exactly one of "is", "each" or "ignore"',
      }),
    );
  }
  const base = { name, names: [name, ...(written.aliases ?? [])], required: written.required ?? false };
  if (written.ignore !== undefined) return toPassed({ ...base, targets: [], ignore: written.ignore });
  const compiled =
    written.is === undefined ? compileSplit(name, written, setting) : compilePart(name, { ...written, is: written.is }, setting);
  if (!compiled.ok) return compiled;
  return toPassed({ ...base, targets: compiled.value.targets, read: withMissing(compiled.value.read, written.missing ?? []) });
}

/** Tokens mean what their column says: `-` is *missing* here and *negative* there, so each column lists its own. */
function withMissing(read: ReadCell, tokens: readonly (string | number | boolean)[]): ReadCell {
  const words = new Set(tokens.map((token) => toCodeWord(String(token))));
  const zero = words.has('0');
  // Who leaves a cell open with one stroke also does it with three, with dots or with the long stroke of a word processor.
  const stroke = words.has('-');
  const seen = toRead([], { code: 'D15', severity: 'information' });
  return (text, day) => {
    if (cleanText(text) === '') return toNothing();
    const word = toCodeWord(text);
    const isMark = (zero && /^0+([.,]0+)?$/.test(cleanText(text))) || (stroke && /^[\s\-–—_.*…]+$/.test(text));
    return isMark || words.has(word) ? seen : read(text, day);
  };
}
