import type { Issue } from '../../fhir/issue.ts';
import { cleanText, toComparable } from '../conversions/clean-text.ts';
import { toGiven } from '../given.ts';
import type { MappedRow } from '../mapped-row.ts';
import { readFileFacts } from '../rows/read-file-facts.ts';
import type { RowContext, SourceValue } from '../rows/row-context.ts';
import type { RecordFormat, Source } from '../source.ts';
import type { Field } from './flatten-fields.ts';
import { flattenFields, mostFields } from './flatten-fields.ts';
import { createRecordMapper } from './create-record-mapper.ts';
import { createJoiner } from './join-records.ts';
import type { JsonObject } from './json-value.ts';
import type { FieldMatcher } from './match-fields.ts';
import { createFieldMatcher, findColumn } from './match-fields.ts';
import { toFormFault, toRecordFault } from './record-faults.ts';
import type { ElementItem, RecordItem } from './record-item.ts';
import { toBrokenRow, toSkippedRow } from './record-rows.ts';
import { findSkip } from './skip-record.ts';
import type { LevelRecord } from './walk-levels.ts';
import { walkLevels } from './walk-levels.ts';

/** Reads what a JSON file gives, one item at a time, into rows: the twin of the reader of lines. */
export interface RecordReader {
  /** Takes the next item and gives the rows that are now certain, in the order of the file. */
  readonly take: (item: RecordItem) => readonly MappedRow[];
  /** Says that the file has ended. Where nothing in it is a record of this form there are no rows, and an issue of the file is fatal. */
  readonly end: () => readonly MappedRow[];
  readonly issues: () => readonly Issue[];
}

type RowItem = Exclude<RecordItem, { readonly is: 'envelope' }>;

// By so many records it is known whether a file is of its form: a field may be left out of any one of them.
const lookedAt = 20;

/** Creates the reader of one file. `others` are the sources named in the remedy when its fields are none of this source's. */
export function createRecordReader(
  source: Source & { readonly records: RecordFormat },
  context: RowContext,
  others: readonly Source[] = [],
): RecordReader {
  const reading = openReading(source, context);
  const ahead: RowItem[] = [];
  let state: 'looking' | 'reading' | 'failed' = 'looking';
  let fatal: readonly Issue[] = [];

  const judge = (): readonly MappedRow[] => {
    fatal = toFormFault(ahead, { source, others, fieldsOf: reading.fieldsOf });
    state = fatal.length > 0 ? 'failed' : 'reading';
    return state === 'failed' ? [] : ahead.splice(0).flatMap(reading.toRows);
  };
  const take = (item: RecordItem): readonly MappedRow[] => {
    if (item.is === 'envelope') {
      reading.setEnvelope(item.value);
      return [];
    }
    if (state === 'reading') return reading.toRows(item);
    if (state === 'looking') ahead.push(item);
    return ahead.length === lookedAt && state === 'looking' ? judge() : [];
  };
  const end = (): readonly MappedRow[] => {
    const rows = state === 'looking' ? judge() : [];
    return state === 'failed' ? [] : [...rows, ...reading.endRows()];
  };
  return { take, end, issues: () => [...fatal, ...(state === 'failed' ? [] : reading.issues())] };
}

/** What the records of one file are read with. */
interface Reading {
  readonly setEnvelope: (value: JsonObject) => void;
  readonly toRows: (item: RowItem) => readonly MappedRow[];
  /** The fields of the records of an element, for a look at the form of the file. */
  readonly fieldsOf: (element: ElementItem) => readonly (readonly Field[])[];
  readonly endRows: () => readonly MappedRow[];
  readonly issues: () => readonly Issue[];
}

function openReading(source: Source & { readonly records: RecordFormat }, context: RowContext): Reading {
  const { path, joins } = source.records;
  const matcher = createFieldMatcher(source);
  const mapper = createRecordMapper(source, context);
  const joiner = createJoiner(joins);
  const facts = readFileFacts([], source, context);
  let ofFile: readonly Field[] = [];

  const toRows = (found: LevelRecord, element: ElementItem): readonly MappedRow[] => {
    const { row } = found;
    const { issues } = element;
    if (found.is === 'empty') return settle(toSkippedRow(row, 'kosong', element.text));
    if (found.is === 'stray') return settle(toBrokenRow(row, [...issues, ...toRecordFault('bukan-rekaman')], element.text));
    const text = path.length === 1 ? element.text : toText(found.fields);
    if (found.fields.length > mostFields) return settle(toBrokenRow(row, [...issues, ...toRecordFault('rekaman-terlalu-lebar')], text));
    const joined = joiner.join(row, found.fields);
    const values = matcher.match([...joined.fields, ...ofFile]);
    if (joined.issues.length > 0 && !isPointer(values))
      return settle({ ...toBrokenRow(row, [...issues, ...joined.issues], text), reason: 'orang-tidak-dikenal' });
    const reason = findSkip(values, source, context);
    if (reason !== undefined) return settle({ ...toSkippedRow(row, reason, text), issues });
    const further = toGiven({ unrepeated: found.unrepeated, joinedTo: joined.joinedTo });
    return mapper.take({ row, cells: [text], values, issues, ...further }, facts);
  };
  /** A row that is no record ends whatever was held back for the records before it. */
  const settle = (row: MappedRow): readonly MappedRow[] => [...mapper.end(), row];
  return {
    setEnvelope: (value) => {
      ofFile = toFileFields(value, source, matcher);
      joiner.setTables(value);
    },
    toRows: (item) => {
      if (item.is === 'broken') return settle(toBrokenRow(item.row, item.issues));
      if (item.is === 'blank') return settle(toSkippedRow(item.row, 'kosong'));
      return [...walkLevels(item, path)].flatMap((found) => toRows(found, item));
    },
    fieldsOf: (element) => [...walkLevels(element, path)].flatMap((found) => (found.is === 'record' ? [found.fields] : [])),
    endRows: () => [...mapper.end(), ...joiner.parts()],
    issues: () => [...matcher.issues(), ...joiner.issues()],
  };
}

/** What the document says of all its records, but for the tables they refer to. */
function toFileFields(value: JsonObject, source: Source & { readonly records: RecordFormat }, matcher: FieldMatcher): readonly Field[] {
  const tables = new Set(source.records.joins.map(({ table }) => toComparable(table.join('.'))));
  const fields = flattenFields(value, tables).map(({ name, text }) => ({ name: `berkas.${name}`, text }));
  matcher.note(fields);
  return fields.filter(({ name }) => findColumn(name, source)?.read !== undefined);
}

/** A record that gives the sender's own number of somebody: recognising says whether that is a person told of before. */
function isPointer(values: readonly SourceValue[]): boolean {
  return values.some(({ column, text }) => column.targets.includes('person.localId') && cleanText(text) !== '');
}

/** A record of a deeper level with what encloses it: the whole element would be kept once for each of its records. */
function toText(fields: readonly Field[]): string {
  return JSON.stringify(Object.fromEntries(fields.map(({ name, text }) => [name, text])));
}
