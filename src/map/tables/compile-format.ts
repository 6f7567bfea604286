import type { Issue } from '../../fhir/issue.ts';
import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import { parseRecordPath } from '../records/record-path.ts';
import { toGiven } from '../given.ts';
import type { Column, Join, RecordFormat, SkipRule } from '../source.ts';
import { toUnknownWord } from './read-table.ts';
import type { SourceTable } from './source-schema.ts';

type Written = SourceTable['value']['format'];
type WrittenJoin = NonNullable<Written['join']>[string];

/** Reasons for which a source may pass rows over. */
const skipReasons = ['belum-diberikan'] as const;

/** Compiles where the records of a JSON source stand; undefined for a table. What fits only the other kind of file is a fault. */
export function compileFormat({ value, fault }: SourceTable, issues: Issue[]): RecordFormat | undefined {
  const { format, header } = value;
  const refuse: Refuse = (path, message) => {
    issues.push(fault(path, message));
  };
  if (format.is === 'delimited') {
    checkTable(format, refuse);
    return undefined;
  }
  if (format.delimiter !== undefined)
    refuse(['format', 'delimiter'], { id: 'JSON tidak punya pemisah kolom', en: 'JSON has no delimiter' });
  if (header !== undefined) refuse(['header'], { id: 'JSON tidak punya kepala kolom', en: 'JSON has no header' });
  const path = parseRecordPath(format.records ?? '');
  if (path === null) {
    const id = 'letak rekaman harus berupa jalur yang berakhir dengan [*] atau {nama}, misalnya data[*]';
    refuse(['format', 'records'], { id, en: 'records need a path that ends in [*] or {name}, for example data[*]' });
    return undefined;
  }
  return { path, joins: toJoins(format.join ?? {}, refuse) };
}

type Refuse = (path: readonly string[], message: Bilingual) => void;

function checkTable({ records, join }: Written, refuse: Refuse): void {
  if (records === undefined && join === undefined) return;
  refuse(['format', 'is'], { id: '"records" dan "join" hanya untuk is: json', en: '"records" and "join" are for is: json' });
}

/** Orders the joins so that each needs only those before it; a circle is a fault. */
function toJoins(written: Readonly<Record<string, WrittenJoin>>, refuse: Refuse): readonly Join[] {
  const ordered: Join[] = [];
  const open = new Map(Object.entries(written));
  while (open.size > 0) {
    const ready = [...open].filter(([, join]) => !isWaiting(join, open));
    const [circle] = open;
    if (ready.length === 0 && circle !== undefined) {
      const [name, { on }] = circle;
      refuse(['format', 'join', name, 'on'], {
        id: `"${on}" merujuk berputar: ${[...open.keys()].join(', ')} saling menunggu`,
        en: `"${on}" goes in a circle: ${[...open.keys()].join(', ')} wait for each other`,
      });
      return ordered;
    }
    for (const [name, join] of ready) {
      ordered.push(toJoin(name, join));
      open.delete(name);
    }
  }
  return ordered;
}

function isWaiting({ on }: WrittenJoin, open: ReadonlyMap<string, WrittenJoin>): boolean {
  const [first = ''] = on.split('.');
  return on.includes('.') && open.has(first);
}

function toJoin(name: string, { table, key, on, otherwise, when }: WrittenJoin): Join {
  return { name, table: table.split('.'), key, on, ...toGiven({ otherwise, when }) };
}

/** Compiles the rules by which rows are passed over; their columns must exist. */
export function compileSkips({ value, fault }: SourceTable, columns: readonly Column[], issues: Issue[]): readonly SkipRule[] {
  return (value.skip?.empty ?? []).map(({ column, besides = [], reason }, at) => {
    const names = columns.map(({ name }) => name);
    const path = ['skip', 'empty', at] as const;
    if (!names.includes(column)) issues.push(fault([...path, 'column'], toUnknownWord({ id: 'kolom', en: 'column' }, column, names)));
    const known: readonly string[] = skipReasons;
    if (!known.includes(reason)) issues.push(fault([...path, 'reason'], toUnknownWord({ id: 'alasan', en: 'reason' }, reason, known)));
    return { column, besides, reason };
  });
}
