import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { cleanText, toComparable, toExactPath } from '../conversions/clean-text.ts';
import { toNearestWord } from '../nearest-word.ts';
import type { SourceValue } from '../rows/row-context.ts';
import type { Column, Source } from '../source.ts';
import type { Field } from './flatten-fields.ts';

/** Brings the fields of records to the columns of a source, and remembers what belongs to none. */
export interface FieldMatcher {
  /** The values of a record by column, in the order of the columns: the same record is the same whatever the order of its fields. */
  readonly match: (fields: readonly Field[]) => readonly SourceValue[];
  /** Notes fields that belong to no column without reading them. */
  readonly note: (fields: readonly Field[]) => void;
  /** The columns that have been seen. */
  readonly seen: ReadonlySet<Column>;
  /** Fields nobody declared, and columns that stand there twice, each once a file. */
  readonly issues: () => readonly Issue[];
}

// What is repeated in an answer is a name of the form; more of them than this help nobody.
const mostNamed = 40;
const mostKnown = 20_000;

/** Creates the matcher of one file. */
export function createFieldMatcher(source: Source): FieldMatcher {
  const known = new Map<string, Column | null>();
  const unknown = new Map<string, string>();
  const twice = new Set<string>();
  const seen = new Set<Column>();
  const find = (name: string): Column | undefined => {
    const found = known.get(name) ?? findColumn(name, source);
    if (known.size < mostKnown) known.set(name, found);
    if (found === null) {
      if (unknown.size <= mostNamed) unknown.set(toComparable(name), name);
      return undefined;
    }
    seen.add(found);
    return found;
  };
  const match = (fields: readonly Field[]): readonly SourceValue[] => {
    const values = new Map<Column, SourceValue>();
    for (const { name, text } of fields) {
      const column = find(name);
      if (column === undefined) continue;
      const other = values.get(column);
      if (other !== undefined && isOther(column, other.text, text)) twice.add(name);
      if (other === undefined || cleanText(other.text) === '') values.set(column, { column, cell: name, text });
    }
    return source.columns.flatMap((column) => values.get(column) ?? []);
  };
  return {
    match,
    note: (fields) => {
      for (const { name } of fields) find(name);
    },
    seen,
    issues: () => [...toUnknownIssues([...unknown.values()], source), ...[...twice].slice(0, mostNamed).map(toTwiceIssue)],
  };
}

function isOther(column: Column, one: string, other: string): boolean {
  return column.read !== undefined && cleanText(one) !== '' && cleanText(other) !== '' && cleanText(one) !== cleanText(other);
}

/** The column of a field; what is ignored as a whole is ignored with everything in it. */
export function findColumn(name: string, source: Source): Column | null {
  const whole = source.byHeader.get(toExactPath(name)) ?? source.byHeader.get(toComparable(name));
  if (whole !== undefined) return whole;
  for (let end = name.search(/(?:\.|\[\*\])[^.[]*$/); end > 0; end = name.slice(0, end).search(/(?:\.|\[\*\])[^.[]*$/)) {
    const above = source.byHeader.get(toComparable(name.slice(0, end)));
    if (above?.ignore !== undefined) return above;
  }
  return null;
}

function toUnknownIssues(names: readonly string[], source: Source): readonly Issue[] {
  const told = names.slice(0, mostNamed).map((name) => {
    const nearest = toNearestWord(toComparable(name), source.byHeader.keys());
    const meant = nearest === undefined ? undefined : source.byHeader.get(nearest)?.name;
    const hint = meant === undefined ? { id: '', en: '' } : { id: `, mungkin maksudnya "${meant}"`, en: `, perhaps "${meant}" was meant` };
    const shown = toShownName(name);
    return toIssue(
      { code: 'kolom-tidak-dikenal', severity: 'warning', detail: { id: `"${shown}"${hint.id}`, en: `"${shown}"${hint.en}` } },
      shown,
    );
  });
  if (names.length <= mostNamed) return told;
  const more = { id: `lebih dari ${String(mostNamed)} kolom`, en: `more than ${String(mostNamed)} columns` };
  return [...told, toIssue({ code: 'kolom-tidak-dikenal', severity: 'warning', detail: more })];
}

function toTwiceIssue(name: string): Issue {
  const shown = toShownName(name);
  return toIssue({ code: 'kolom-ganda', severity: 'warning', detail: { id: `"${shown}"`, en: `"${shown}"` } }, shown);
}

/** The name of a field as it may be repeated: parts of it that could be somebody's number or name are left out. */
export function toShownName(name: string): string {
  return name
    .slice(0, longestName)
    .split('.')
    .map((part) => (isPlainPart(part) ? part : '…'))
    .join('.');
}

const longestName = 120;

/** Fields of programs are one word; more words than that may be a person, and many digits a number of one. */
function isPlainPart(part: string): boolean {
  return /^[\w[\]*-]+$/u.test(part) && !/\d{5,}/.test(part);
}
