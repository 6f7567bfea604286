import { cleanText, toComparable } from '../../map/conversions/clean-text.ts';
import type { FormColumn, FormGroup } from '../form.ts';
import { isFilled } from './cell-kinds.ts';
import type { Heading } from './to-headings.ts';

type Line = readonly string[];

/** Rows of one question each, with the questions as columns of their own. */
export interface FoundGroup {
  readonly group: FormGroup;
  readonly columns: readonly FormColumn[];
}

const mostQuestions = 200;

/** Finds a form of one row a question: a column of questions (with their codes, perhaps) and one of answers. */
export function findGroup(named: readonly FormColumn[], rows: readonly Line[], headings: readonly Heading[]): FoundGroup | undefined {
  const questions = named.filter(({ heading }) => /pertanyaan|question|indikator/i.test(heading));
  const answer = named.find(({ heading }) => /jawab|answer/i.test(heading));
  const [text] = questions.toSorted((one, other) => longest(other) - longest(one));
  if (text === undefined || answer === undefined) return undefined;
  const place = (column: FormColumn): number => headings.findIndex(({ own }) => own === column.heading);
  const own = named.filter((column) => column !== answer && !questions.includes(column));
  const asked = toAsked(rows.map((row) => [cleanText(row[place(text)] ?? ''), cleanText(row[place(answer)] ?? '')] as const));
  const columns = [...asked.values()].map(({ name, values }): FormColumn => ({
    name,
    heading: name,
    within: [],
    values: values.filter(isFilled),
    at: -1,
    rows: values.length,
  }));
  const group = { by: [], question: questions.map(({ name }) => name), answer: answer.name };
  return { group, columns: [...own, ...columns] };
}

/** The answers to each question, by its comparable words. */
function toAsked(rows: readonly (readonly [question: string, answer: string])[]) {
  const asked = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const [question, answer] of rows) {
    const known = asked.get(toComparable(question));
    if (known !== undefined) known.values.push(answer);
    else if (isFilled(question) && asked.size < mostQuestions) asked.set(toComparable(question), { name: question, values: [answer] });
  }
  return asked;
}

function longest({ values }: FormColumn): number {
  return Math.max(0, ...values.map((value) => value.length));
}
