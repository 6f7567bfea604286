import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { MappedRow } from '../mapped-row.ts';
import type { Join } from '../source.ts';
import type { Field } from './flatten-fields.ts';
import type { JsonObject } from './json-value.ts';
import type { JoinTable, TableRecord } from './join-tables.ts';
import { lookUp, toJoinTable } from './join-tables.ts';

/** Joins the records of a document to the tables they refer to, and counts those apart. */
export interface Joiner {
  readonly setTables: (envelope: JsonObject) => void;
  /** The fields of a record with those of the records it refers to; with issues where one of them is nobody. */
  readonly join: (row: number | string, fields: readonly Field[]) => Joined;
  /** The records of the tables, each a part of the first row that refers to it. */
  readonly parts: () => readonly MappedRow[];
  readonly issues: () => readonly Issue[];
}

export interface Joined {
  readonly fields: readonly Field[];
  readonly issues: readonly Issue[];
  /** The paths of the records it refers to, by the name of the join. */
  readonly joinedTo?: Readonly<Record<string, string>>;
}

const mostNamed = 20;

/** Creates the joiner of one file. */
export function createJoiner(joins: readonly Join[]): Joiner {
  let tables: readonly JoinTable[] = [];
  const used = new Map<string, TableRecord>();
  const setTables = (envelope: JsonObject): void => {
    const before = used.size === 0 ? [] : tables.flatMap(({ records }) => records);
    tables = joins.map((join) => toJoinTable(join, envelope));
    // Read a second time the tables are the same records, and who referred to them is still known.
    const usedBy = new Map(before.map((record) => [record.path, record.usedBy] as const));
    for (const record of tables.flatMap(({ records }) => records)) keepUse(record, usedBy.get(record.path));
  };
  const join = (row: number | string, own: readonly Field[]): Joined => {
    const issues: Issue[] = [];
    let fields = own;
    const joinedTo: Record<string, string> = {};
    for (const table of tables) {
      const found = lookUp(table, fields);
      if (found === undefined) issues.push(toIssue({ code: 'orang-tidak-dikenal', severity: 'error' }, table.join.on));
      else {
        found.usedBy ??= row;
        used.set(found.path, found);
        joinedTo[table.join.name] = found.path;
        fields = [...fields, ...found.fields];
      }
    }
    return tables.length === 0 ? { fields, issues } : { fields, issues, joinedTo };
  };
  return {
    setTables,
    join,
    parts: () => tables.flatMap(({ records }) => records.map(toPart)),
    issues: () => tables.flatMap(toTableIssues),
  };
}

function keepUse(record: TableRecord, usedBy: number | string | undefined): void {
  if (usedBy !== undefined) record.usedBy = usedBy;
}

function toPart(record: TableRecord): MappedRow {
  const unused = { status: 'skipped', reason: 'tidak-dirujuk', partOf: '$' } as const;
  const verdict = record.usedBy === undefined ? unused : ({ status: 'accepted', partOf: record.usedBy } as const);
  return { row: record.path, heading: false, issues: [], contentHash: '', cells: [JSON.stringify(record.value)], ...verdict };
}

function toTableIssues({ join, records, doubled, present }: JoinTable): readonly Issue[] {
  const unused = records.filter(({ usedBy }) => usedBy === undefined).map(({ path }) => path);
  const missing = present ? [] : [toListed('tabel-rujukan-tidak-ada', [join.table.join('.')])];
  const twice = doubled.length === 0 ? [] : [toListed('kunci-ganda', doubled)];
  return [...missing, ...twice, ...(unused.length === 0 ? [] : [toListed('tidak-dirujuk', unused)])];
}

function toListed(code: 'tabel-rujukan-tidak-ada' | 'kunci-ganda' | 'tidak-dirujuk', paths: readonly string[]): Issue {
  const more = paths.length > mostNamed ? `, … (${String(paths.length)})` : '';
  const list = `${paths.slice(0, mostNamed).join(', ')}${more}`;
  return toIssue({ code, severity: 'warning', detail: { id: list, en: list } });
}
