import { toGiven } from '../../map/given.ts';
import type { Form } from '../form.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';
import { totalWords } from '../inspect/cell-kinds.ts';
import type { DraftFacts } from './draft-facts.ts';
import type { FoundContext } from './find-context.ts';
import type { Question } from './question.ts';
import type { ColumnNaming } from './write-columns.ts';
import { toColumn } from './write-columns.ts';
import { toDoubt } from './to-doubt.ts';
import { toComment, toFlow, toKey } from './yaml-text.ts';

/** What source.yaml is written from. */
export interface SourceDraft {
  readonly form: Form;
  readonly facts: DraftFacts;
  readonly context: FoundContext;
  readonly guesses: readonly ColumnGuess[];
  readonly naming: ColumnNaming;
  readonly questions: readonly Question[];
}

/** Writes source.yaml: how the file is built, where its context stands, and at its end what a person has to say. */
export function writeSource(draft: SourceDraft): string {
  const { form, facts, context } = draft;
  const lines = [
    ...[
      '# Draf dari `titian source new`. Baris "# PERIKSA" belum pasti.',
      '# Draft of `titian source new`. Lines marked "# PERIKSA" are not certain.',
    ],
    ...[`title: ${toFlow(facts.title)}`, '', `format: ${toFlow(toFormat(form))}`, ...toHeader(draft)],
    ...[...mark(draft, 'urutan-tanggal'), `dates: ${facts.dates}`, ...mark(draft, 'tanda-desimal'), `decimal: '${facts.decimal}'`, ''],
    ...[`about: ${facts.about}`, ...mark(draft, 'tahap-hidup'), `stages: ${facts.stages}`],
    ...(facts.category === undefined ? [] : [...mark(draft, 'register'), 'holds: pendaftaran', `category: ${facts.category}`]),
    ...[
      `service: ${facts.service}`,
      ...mark(draft, 'pencatat'),
      `recorder: ${facts.recorder}`,
      `verified: ${String(facts.recorder === 'nakes')}`,
      '',
    ],
    ...['kewajiban:', ...mark(draft, 'kewajiban').map((line) => `  ${line}`), `  satusehat: ${toFlow(facts.duty)}`, '', 'context:'],
    ...Object.entries(context.steps).flatMap(([fact, steps]) => [`  ${fact}:`, ...steps.map((step) => `    - ${toFlow(step)}`)]),
    ...toLineVerbs(draft),
    ...toRepeat(draft),
    ...toQuestions(draft.questions),
  ];
  return `${lines.join('\n')}\n`;
}

function mark({ questions }: SourceDraft, code: Question['code']): readonly string[] {
  return questions.filter((each) => each.code === code).map(({ text }) => toComment(`PERIKSA: ${text.id} / ${text.en}`));
}

function toFormat(form: Form): unknown {
  if (form.is === 'table') return { is: 'delimited' };
  const joins = form.joins.map(({ name, table, key, on, only, when }) => [
    name,
    { table, key, on, ...toGiven({ otherwise: only === true ? ('only' as const) : undefined, when }) },
  ]);
  return { is: 'json', records: form.records, ...(joins.length === 0 ? {} : { join: Object.fromEntries(joins) as unknown }) };
}

function toHeader({ form, naming }: SourceDraft): readonly string[] {
  if (form.is !== 'table') return [];
  const { header } = form;
  const at = header.is === 'named' ? header.at : header.lines;
  if (naming.positional) return [`header: ${toFlow(at === 0 ? { none: true } : { positional: true, lines: at })}`];
  const lines = header.lines > 2 ? { lines: Math.min(5, header.lines) } : {};
  return [`header: ${toFlow({ within: Math.min(100, Math.max(20, at + 3)), ...lines })}`];
}

function toLineVerbs({ form, guesses }: SourceDraft): readonly string[] {
  if (form.is !== 'table') return [];
  const skip = [`  jumlah: ${toFlow(totalWords)}`, ...(form.separators.length === 0 ? [] : [`  pola: ${toFlow(form.separators)}`])];
  const stop = form.stops.length === 0 ? [] : [`stop: ${toFlow(form.stops)}`];
  const fill =
    form.fill.length === 0 ? [] : [toComment('PERIKSA: sel gabungan ke bawah / cells merged downwards'), `fill: ${toFlow(form.fill)}`];
  return ['', 'skip:', ...skip, ...stop, ...fill, ...toGroup(form, guesses)];
}

function toGroup(form: Form & { readonly is: 'table' }, guesses: readonly ColumnGuess[]): readonly string[] {
  if (form.group === undefined) return [];
  const targets = ['visit.date', 'person.nik', 'person.localId', 'person.name'];
  const by = guesses.flatMap(({ meaning, column }) => (targets.includes(meaning?.target ?? '') ? [column.name] : []));
  const { question, answer } = form.group;
  return [`group: ${toFlow({ by, question, answer })}`];
}

function toRepeat({ form, guesses, naming }: SourceDraft): readonly string[] {
  if (form.is !== 'table' || form.repeat === undefined) return [];
  const { as, of, columns } = form.repeat;
  const lines = columns.flatMap((column) => {
    const guess = guesses.find((each) => each.column === column);
    if (guess === undefined) return [];
    const doubt = toDoubt(guess);
    const marked = doubt === undefined ? [] : [`    ${toComment(`PERIKSA: ${doubt.id} / ${doubt.en}`)}`];
    return [...marked, `    ${toKey(column.name)}: ${toFlow(toColumn(guess, naming))}`];
  });
  return ['', 'repeat:', ...(as === undefined ? [] : [`  as: ${as}`]), `  of: ${toFlow(of)}`, '  columns:', ...lines];
}

function toQuestions(questions: readonly Question[]): readonly string[] {
  if (questions.length === 0) return [];
  const lines = questions.flatMap(({ at, text }, index) => [
    toComment(`${String(index + 1)}. [${at}] ${text.id}`),
    toComment(`   ${text.en}`),
  ]);
  return ['', '# Pertanyaan / Questions', ...lines];
}
