import { cleanText, toComparable } from '../conversions/clean-text.ts';
import { toRefused } from '../conversions/reading.ts';
import { toNearestWord } from '../nearest-word.ts';
import type { Column, Grouping, Source } from '../source.ts';
import type { SourceRecord, SourceValue } from '../rows/row-context.ts';

/** A record made of several rows, with the others that were joined into it. */
export interface GroupedRecord {
  readonly record: SourceRecord;
  readonly joined: readonly SourceRecord[];
}

/** Joins rows that stand below each other and are of one visit (verb `group`). */
export interface RecordGrouping {
  /** Takes a row and gives the group it ends, if it does. */
  readonly take: (record: SourceRecord) => readonly GroupedRecord[];
  readonly end: () => readonly GroupedRecord[];
}

// No form asks more questions of one person; without a limit one key could hold a whole file in memory.
const mostRows = 500;

/** Creates the grouping of one file. Rows of one visit that stand apart become two groups, and the same visit later on. */
export function createGrouping(source: Source, grouping: Grouping): RecordGrouping {
  let key = '';
  let rows: SourceRecord[] = [];
  const end = (): readonly GroupedRecord[] => {
    const [first, ...joined] = rows;
    rows = [];
    return first === undefined ? [] : [{ record: toJoined(first, joined, source), joined }];
  };
  return {
    end,
    take: (record) => {
      const own = toKey(record, grouping);
      const isSame = own !== '' && own === key && rows.length < mostRows;
      const ended = isSame ? [] : end();
      key = own;
      rows.push(record);
      return ended;
    },
  };
}

/** What the columns say by which rows belong together; empty where none of them says anything. */
function toKey({ values }: SourceRecord, { by }: Grouping): string {
  const texts = by.map((column) => toComparable(values.find((value) => value.column === column)?.text ?? ''));
  return texts.every((text) => text === '') ? '' : texts.join('\0');
}

function toJoined(first: SourceRecord, joined: readonly SourceRecord[], source: Source): SourceRecord {
  const values: SourceValue[] = [];
  for (const record of [first, ...joined]) {
    for (const value of toAnswered(record, source)) addValue(values, record === first ? value : toPlaced(value, record));
  }
  const issues = [first, ...joined].flatMap((record) => record.issues ?? []);
  const asked = first.values.filter(({ column }) => source.group?.questions.includes(column) === true).map(({ cell }) => cell);
  return { ...first, values, issues, asked };
}

/** A value of a further row of the visit stands in that row. */
function toPlaced(value: SourceValue, { row }: SourceRecord): SourceValue {
  return value.at === undefined ? { ...value, at: { row, column: value.cell } } : value;
}

/** The values of one row, its answer under its question. */
function toAnswered({ row, values }: SourceRecord, source: Source): readonly SourceValue[] {
  const { group } = source;
  if (group === undefined) return values;
  const rest = values.filter(({ column }) => column !== group.answer && !group.questions.includes(column));
  const answer = values.find(({ column }) => column === group.answer);
  const asked = values.filter(({ column, text }) => group.questions.includes(column) && cleanText(text) !== '');
  if (answer === undefined || cleanText(answer.text) === '') return rest;
  const question = asked.map(({ text }) => source.byHeader.get(toComparable(text))).find((column) => isQuestion(column, group));
  const known = question === undefined ? toUnknown(asked, answer, source) : toAnswer(answer, question, row);
  return [...rest, known];
}

/** An answer is read by the column of its question, and stands where the answers of its row stand. */
function toAnswer(answer: SourceValue, question: Column, row: SourceRecord['row']): SourceValue {
  return { ...answer, column: question, cell: question.name, at: { row, column: answer.cell } };
}

function isQuestion(column: Column | undefined, { by, questions, answer }: Grouping): boolean {
  return column !== undefined && column !== answer && !by.includes(column) && !questions.includes(column);
}

/** An answer to a question that nobody declared is named, never read; the question is not repeated, because anything may stand there. */
function toUnknown([question]: readonly SourceValue[], answer: SourceValue, source: Source): SourceValue {
  const { cell, text } = question ?? { ...answer, text: '' };
  const nearest = toNearestWord(toComparable(text), source.byHeader.keys());
  const meant = nearest === undefined ? undefined : source.byHeader.get(nearest)?.name;
  const hint = meant === undefined ? { id: '', en: '' } : { id: `, mungkin maksudnya "${meant}"`, en: `, perhaps "${meant}" was meant` };
  const detail = { id: `pertanyaan pada baris ini tidak dikenal${hint.id}`, en: `the question of this row is not known${hint.en}` };
  const read = () => toRefused({ code: 'kolom-tidak-dikenal', severity: 'warning', detail });
  return { cell, text: `${text}\0${answer.text}`, column: { name: cell, names: [cell], required: false, targets: [], read } };
}

/** What several rows say of one column: the first that says something; another that says something else is told, not taken. */
function addValue(values: SourceValue[], value: SourceValue): void {
  const at = values.findIndex(({ column }) => column === value.column);
  const known = values[at];
  if (known === undefined) values.push(value);
  else if (cleanText(known.text) === '') values[at] = value;
  else if (cleanText(value.text) !== '' && value.column.read !== undefined && toComparable(known.text) !== toComparable(value.text)) {
    values.push(toContradiction(value));
  }
}

function toContradiction({ column, cell, text }: SourceValue): SourceValue {
  const detail = { id: 'dua baris dari satu kunjungan; yang pertama dipakai', en: 'two rows of one visit; the first is used' };
  const read = () => toRefused({ code: 'nilai-ganda', severity: 'warning', detail });
  return { cell, text, column: { name: `${column.name} lagi`, names: [], required: false, targets: [], read } };
}
