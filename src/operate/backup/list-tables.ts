import type { ClientBase } from 'pg';

/** A table to be kept, its columns in their order, and the expressions by which its rows stand in one order on every server. */
export interface TableToKeep {
  readonly name: string;
  readonly columns: readonly string[];
  readonly order: readonly string[];
}

interface TableRow {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[] | null;
  readonly parents: readonly string[] | null;
}

// Unlogged tables hold locks only. Leases name living processes; migrations are applied anew and named in the header.
const tablesSql = `
select c.relname::text as name,
  (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
  (select array_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by k.place)
   from pg_index i cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
   join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
   where i.indrelid = c.oid and i.indisprimary) as key,
  (select array_agg(distinct f.relname::text) from pg_constraint r join pg_class f on f.oid = r.confrelid
   where r.conrelid = c.oid and r.contype = 'f' and r.confrelid <> c.oid) as parents
from pg_class c
where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
  and c.relname not in ('lease', 'migration')
order by c.relname`;

/** Every table whose rows are kept, parents before their children, so that foreign keys hold while rows come back. */
export async function listTables(client: ClientBase): Promise<readonly TableToKeep[]> {
  const { rows } = await client.query<TableRow>(tablesSql);
  const sorted: TableRow[] = [];
  const left = new Map(rows.map((row) => [row.name, row]));
  while (left.size > 0) {
    const next = [...left.values()].find(({ parents }) => (parents ?? []).every((parent) => !left.has(parent)));
    if (next === undefined) throw new Error(`tables refer to each other in a circle: ${[...left.keys()].join(', ')}`);
    left.delete(next.name);
    sorted.push(next);
  }
  return sorted.map(({ name, columns, key }) => ({ name, columns, order: key ?? [`${name}::text collate "C"`] }));
}

/** True where no table that is kept has a row yet; the note of which master key is needed does not count, the first start writes it. */
export async function isEmpty(client: ClientBase, tables: readonly TableToKeep[]): Promise<boolean> {
  for (const { name } of tables) {
    if (name === 'meta') continue;
    const { rows } = await client.query(`select 1 from ${name} limit 1`);
    if (rows.length > 0) return false;
  }
  return true;
}

/** The statement that writes a table's rows out, the same bytes for the same rows on every server. */
export function toCopyOut({ name, columns, order }: TableToKeep): string {
  return `copy (select ${columns.join(', ')} from ${name} order by ${order.join(', ')}) to stdout`;
}

/** Settings under which a value has one text only. */
export const oneTextEach =
  "set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set bytea_output to 'hex'; set extra_float_digits to 1; set client_encoding to 'UTF8'";
