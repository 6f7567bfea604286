import { compileSource } from '../../map/compile-source.ts';
import type { Programme } from '../../map/programme.ts';
import type { Source } from '../../map/source.ts';
import type { TableFile } from '../../map/tables/read-table.ts';
import type { Form } from '../form.ts';
import type { GuessSetting } from '../guess/candidate.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';
import { guessColumns, toGuessed } from '../guess/guess-columns.ts';
import type { Marks } from '../guess/guess-marks.ts';
import { guessMarks } from '../guess/guess-marks.ts';
import type { StageGuess } from '../guess/guess-stage.ts';
import { guessStage } from '../guess/guess-stage.ts';
import type { Answers } from './answer.ts';
import type { ColumnWords } from '../words/compile-words.ts';
import type { KnownHeading } from '../words/meaning.ts';
import { withoutHeader } from '../inspect/without-header.ts';
import { toFacts } from './draft-facts.ts';
import { findContext } from './find-context.ts';
import type { Question } from './question.ts';
import { toQuestions } from './to-questions.ts';
import { writeCodes } from './write-codes.ts';
import { writeColumns } from './write-columns.ts';
import { writeSource } from './write-source.ts';

/** A draft of a source folder: its tables as texts, what was guessed, what is open, and the source they compile to. */
export interface Draft {
  readonly name: string;
  readonly form: Form;
  readonly files: readonly TableFile[];
  readonly guesses: readonly ColumnGuess[];
  readonly questions: readonly Question[];
  readonly marks: Marks;
  readonly stage: StageGuess;
  readonly source: Source;
}

/** What a draft is made with: the programme, the words of headings, and the day of reading. */
export interface DraftSetting {
  readonly name: string;
  readonly programme: Programme;
  readonly words: ColumnWords;
  readonly headings: readonly KnownHeading[];
  readonly asOf: string;
  /** What was said beforehand. */
  readonly answers?: Answers;
  /** True where the names of columns cannot be relied on. */
  readonly positional?: boolean;
}

/** Makes the draft of a source from the structure of a file. It compiles: where it would not, columns that stand in the way are left unmapped. */
export function makeDraft(found: Form, setting: DraftSetting): Draft | null {
  const first = guessForm(found, setting);
  const isTrusted = found.is === 'records' || first.guesses.some(({ name, meaning }) => meaning !== undefined && name >= leastTrust);
  // Words that head nothing known may be the first row, and somebody's name.
  const all = isTrusted ? first : guessForm(withoutHeader(found), setting);
  for (const positional of toTries(all.form, setting)) {
    const draft = tryDraft(all.guesses, positional, all) ?? tryDraft(all.guesses.map(toUnmapped), positional, all);
    if (draft !== null) return draft;
  }
  return null;
}

const leastTrust = 0.7;

function guessForm(form: Form, setting: DraftSetting): Trying & { readonly guesses: readonly ColumnGuess[] } {
  const columns = toGuessed(form);
  const marks = guessMarks(columns);
  const stage = guessStage(columns, [...form.titles.flat(), setting.name], setting.words, setting.programme);
  return { form, marks, stage, setting, guesses: guessColumns(form, toGuessSetting(marks, stage, setting)) };
}

/** Whether columns go by their names, by their numbers, or by whichever compiles first. */
function toTries(form: Form, { positional }: DraftSetting): readonly boolean[] {
  if (form.is === 'records' || form.repeat !== undefined || form.group !== undefined) return [false];
  return form.header.is === 'positional' || form.doubled.length > 0 || positional === true ? [true] : [false, true];
}

function toGuessSetting(marks: Marks, stage: StageGuess, { programme, words, headings, asOf }: DraftSetting): GuessSetting {
  const fitting = new Set(programme.groups.get(stage.group)?.elements.keys() ?? []);
  return { programme, words, headings, fitting, dates: marks.dates, decimal: marks.decimal, asOf };
}

interface Trying {
  readonly form: Form;
  readonly marks: Marks;
  readonly stage: StageGuess;
  readonly setting: DraftSetting;
}

function tryDraft(guesses: readonly ColumnGuess[], positional: boolean, { form, marks, stage, setting }: Trying): Draft | null {
  const { name, programme, answers = {} } = setting;
  const own = positional ? guesses.map(toNumbered) : guesses;
  const context = findContext(form, own);
  const facts = toFacts(own, { name, form, marks, stage, context, programme, answers });
  const questions = toQuestions({ form, guesses, marks, stage, context, facts, answers });
  const naming = { positional, programme };
  const inTable = own.filter(({ column }) => form.is !== 'table' || form.repeat?.columns.includes(column) !== true);
  const files = [
    { path: `${name}/source.yaml`, text: writeSource({ form, facts, context, guesses: own, naming, questions }) },
    { path: `${name}/columns.yaml`, text: writeColumns(inTable, naming) + writeUnused(form) },
    { path: `${name}/codes.yaml`, text: writeCodes(own, programme) },
  ];
  const compiled = compileSource(name, files, programme);
  return compiled.ok ? { name, form, files, guesses, questions, marks, stage, source: compiled.value } : null;
}

function toUnmapped({ column, others, meaning }: ColumnGuess): ColumnGuess {
  const known = meaning === undefined || meaning.target === '' ? [] : [meaning.target];
  return { column, certainty: 'tidak', name: 0, share: 0, asked: 0, others: [...known, ...others] };
}

function toNumbered(guess: ColumnGuess): ColumnGuess {
  return { ...guess, column: { ...guess.column, name: String(guess.column.at + 1) } };
}

/** Lists of a document that are not read are passed over as a whole. */
function writeUnused(form: Form): string {
  if (form.is !== 'records') return '';
  return form.unused.map((table) => `${JSON.stringify(`berkas.${table}`)}: { ignore: belum dipetakan } # PERIKSA\n`).join('');
}
