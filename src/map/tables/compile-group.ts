import type { Issue } from '../../fhir/issue.ts';
import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import { toComparable } from '../conversions/clean-text.ts';
import { toNothing, toRead } from '../conversions/reading.ts';
import type { Column, Grouping } from '../source.ts';
import { findNamed } from './compile-lines.ts';
import type { SourceTable } from './source-schema.ts';

/** Compiles `group`: the columns by which rows belong together, and those that hold question and answer. A question is a column of its own name. */
export function compileGroup(source: SourceTable, columns: readonly Column[], issues: Issue[]): Grouping | undefined {
  const { group } = source.value;
  if (group === undefined) return undefined;
  const questions = [group.question].flat();
  const own = [...questions, group.answer];
  const refuse = (path: readonly (string | number)[], message: Bilingual): void => {
    issues.push(source.fault(['group', ...path], message));
  };
  for (const [at, name] of own.entries()) {
    const key = at < questions.length ? 'question' : 'answer';
    const other = own.slice(0, at).find((each) => isSame(each, name));
    if (other !== undefined) refuse([key], { id: `"${name}" sudah dipakai untuk pertanyaan`, en: `"${name}" holds a question already` });
    if (columns.some(({ names }) => names.some((each) => isSame(each, name)))) {
      refuse([key], {
        id: `"${name}" sudah ada di columns.yaml; di sana hanya pertanyaannya sendiri dipetakan`,
        en: `"${name}" stands in columns.yaml already; only the questions themselves are mapped there`,
      });
    }
  }
  const by = group.by.flatMap((name, at) => {
    if (!own.some((each) => isSame(each, name)))
      return findNamed(name, columns, (message) => {
        refuse(['by', at], message);
      });
    refuse(['by', at], {
      id: `"${name}" berbeda di tiap baris; baris tidak dapat digabung menurut pertanyaan atau jawabannya sendiri`,
      en: `"${name}" differs from row to row; rows cannot be joined by their own question or answer`,
    });
    return [];
  });
  return { by, questions: questions.map((name) => toColumn(name)), answer: toColumn(group.answer) };
}

function isSame(one: string, other: string): boolean {
  return toComparable(one) === toComparable(other);
}

/** What makes a line a row though it tells of nobody; the answer itself is read by the column of its question. */
function toColumn(name: string): Column {
  const seen = toRead([{ is: 'jawaban', value: { kind: 'text', text: '' } } as const]);
  return { name, names: [name], required: true, targets: ['jawaban'], read: (text) => (text.trim() === '' ? toNothing() : seen) };
}
