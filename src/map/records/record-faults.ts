import type { Issue } from '../../fhir/issue.ts';
import type { IssueCode } from '../catalogue/issue-catalogue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { Column, Source } from '../source.ts';
import type { Field } from './flatten-fields.ts';
import { findColumn } from './match-fields.ts';
import type { ElementItem, RecordItem } from './record-item.ts';

/** What the form of a file is judged with. */
export interface FormSetting {
  readonly source: Source;
  readonly others: readonly Source[];
  readonly fieldsOf: (element: ElementItem) => readonly (readonly Field[])[];
}

// As a header of a table needs: a word or two may be a column of any form.
const leastKnown = 3;

/** A fault of one record, with the words of the catalogue. */
export function toRecordFault(code: IssueCode): readonly Issue[] {
  return [toIssue({ code, severity: 'error' })];
}

/** Why the first items of a file are not of the source's form; nothing where they are, or where the file has no records. */
export function toFormFault(items: readonly RecordItem[], setting: FormSetting): readonly Issue[] {
  const elements = items.filter((item) => item.is === 'element');
  if (elements.length === 0) return toUnreadable(items);
  const records = elements.flatMap(setting.fieldsOf);
  const { source } = setting;
  const most = Math.max(0, ...records.map((fields) => countKnown(fields, source)));
  if (most < Math.min(leastKnown, source.columns.length)) return [toUnknownForm(records, setting)];
  const lacking = source.columns.filter((column) => column.required && isOfRecords(column, source) && !isThere(column, records, source));
  if (lacking.length === 0) return [];
  const names = lacking.map(({ name }) => `"${name}"`).join(', ');
  return [toIssue({ code: 'kolom-wajib', severity: 'fatal', detail: { id: `${names} tidak ada`, en: `${names} is missing` } })];
}

/** Where nothing at all can be read, nothing is kept. */
function toUnreadable(items: readonly RecordItem[]): readonly Issue[] {
  const [first] = items.flatMap((item) => (item.is === 'broken' ? item.issues : []));
  return first === undefined ? [] : [{ ...first, severity: 'fatal' }];
}

function countKnown(fields: readonly Field[], source: Source): number {
  return new Set(fields.flatMap(({ name }) => findColumn(name, source) ?? [])).size;
}

/** Fields of the document and of joined tables are not looked for in a record. */
function isOfRecords({ name }: Column, { records }: Source): boolean {
  const [first] = name.split('.');
  return first !== 'berkas' && records?.joins.every((join) => join.name !== first) !== false;
}

function isThere(column: Column, records: readonly (readonly Field[])[], source: Source): boolean {
  return records.some((fields) => fields.some(({ name }) => findColumn(name, source) === column));
}

function toUnknownForm(records: readonly (readonly Field[])[], { source, others }: FormSetting): Issue {
  const shares = others
    .filter((other) => other.name !== source.name && other.records !== undefined)
    .map((other) => ({ other, known: Math.max(0, ...records.map((fields) => countKnown(fields, other))) }));
  const best = shares.reduce<(typeof shares)[number] | undefined>(
    (most, each) => (each.known > (most?.known ?? leastKnown - 1) ? each : most),
    undefined,
  );
  const hint = {
    id: best === undefined ? '' : `; isiannya seperti sumber "${best.other.name}"`,
    en: best === undefined ? '' : `; its fields look like source "${best.other.name}"`,
  };
  return toIssue({
    code: 'kepala-tidak-dikenal',
    severity: 'fatal',
    detail: {
      id: `rekaman pertama tidak memuat isian sumber "${source.name}"${hint.id}`,
      en: `the first records hold no fields of source "${source.name}"${hint.en}`,
    },
  });
}
