import { cleanText } from '../conversions/clean-text.ts';
import { findCode } from '../conversions/code-list.ts';
import type { Source } from '../source.ts';
import type { Recorder } from '../visit.ts';
import { findFirst } from './read-place-and-date.ts';
import type { FileFacts, RowContext } from './row-context.ts';
import type { RowFact } from './row-facts.ts';
import { textOf } from './row-facts.ts';

/**
 * Who wrote a row, by the source's context verbs: the role alone (`Bidan`) or before a name (`Kader Ani`, `bd. Contoh`). A name without a role
 * says nothing, and where nothing is said the source's own recorder holds. That somebody is a nakes verifies nothing by itself (field rule 5).
 */
export function readRecorder(
  facts: readonly RowFact[],
  { context, recorder }: Source,
  { programme }: RowContext,
  { recorder: file }: FileFacts,
): Recorder {
  const written = findFirst(context.recorder, {
    column: () => textOf(facts, 'visit.recorder'),
    request: () => undefined,
    title: () => file.title,
    label: () => file.label,
    'file-name': () => file['file-name'],
  });
  const list = programme.codeLists.get('pencatat');
  if (written === undefined || list === undefined) return recorder;
  const words = cleanText(written).split(/[\s/,.]+/);
  const texts = [written, ...words.map((word, at) => `${word} ${words[at + 1] ?? ''}`), ...words];
  const role = texts.map((text) => findCode(list, text)).find((code) => code !== undefined);
  return recorders.find((each) => each === role) ?? recorder;
}

const recorders: readonly Recorder[] = ['kader', 'nakes', 'sistem'];
