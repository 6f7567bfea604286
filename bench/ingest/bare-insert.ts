import pg from 'pg';

/** Rows of one table as the database has them, column by column. */
interface Copied {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

const batchRows = 250;

/** What one file leaves behind, table by table, where `$1` is its reading. */
const written: readonly (readonly [string, string])[] = [
  ['source_row', 'reading = $1'],
  ['visit', 'reading = $1'],
  ['person', 'id in (select person from source_row where reading = $1)'],
  ['person_index', 'person in (select person from source_row where reading = $1)'],
  ['owed', 'subject_id in (select id::text from visit where reading = $1 union select person::text from visit where reading = $1)'],
  ['owed_edge', 'subject_id in (select id::text from visit where reading = $1)'],
];

/**
 * Inserts the rows that a reading left behind once more, into tables of the same columns and indexes: one connection, as many
 * transactions as the reading had batches, one statement a table and batch. Returns the milliseconds that took, reading them not counted.
 */
export async function insertBare(url: string, reading: string, dataRows: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('create schema if not exists bare');
    const tables: Copied[] = [];
    for (const [table, condition] of written) tables.push(await copyOut(client, table, condition, reading));
    await client.query('checkpoint');
    const since = performance.now();
    await insertAll(client, tables, Math.ceil(dataRows / batchRows));
    const tookMs = performance.now() - since;
    await client.query('drop schema bare cascade');
    return tookMs;
  } finally {
    await client.end();
  }
}

async function copyOut(client: pg.Client, table: string, condition: string, reading: string): Promise<Copied> {
  await client.query(`create table bare.${table} (like ${table} including all)`);
  const { rows: columns } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const list = columns.map(({ name, type }) => (type === 'jsonb' ? `${name}::text` : name)).join(', ');
  const { rows } = await client.query<unknown[]>({
    text: `select ${list} from ${table} where ${condition}`,
    values: [reading],
    rowMode: 'array',
  });
  return { table, columns, rows };
}

async function insertAll(client: pg.Client, tables: readonly Copied[], batches: number): Promise<void> {
  for (let batch = 0; batch < batches; batch += 1) {
    await client.query('begin');
    for (const copied of tables) await insertPart(client, copied, batch, batches);
    await client.query('commit');
  }
}

async function insertPart(client: pg.Client, { table, columns, rows }: Copied, batch: number, batches: number): Promise<void> {
  const part = rows.slice(Math.floor((rows.length * batch) / batches), Math.floor((rows.length * (batch + 1)) / batches));
  if (part.length === 0) return;
  const names = columns.map(({ name }) => name).join(', ');
  const types = columns.map(({ type }, index) => `$${String(index + 1)}::${type}[]`).join(', ');
  await client.query({
    name: `bare-${table}`,
    text: `insert into bare.${table} (${names}) select * from unnest(${types})`,
    values: columns.map((_, index) => part.map((row) => row[index])),
  });
}
