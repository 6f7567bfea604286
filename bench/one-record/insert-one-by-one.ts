import pg from 'pg';

/** Rows of one table as one submission left them. */
interface Part {
  readonly table: string;
  readonly rows: readonly (readonly unknown[])[];
}

interface Columns {
  readonly names: string;
  readonly types: readonly string[];
}

/** What one submission leaves behind, table by table, where `$1` is its reading. */
const written: readonly (readonly [string, string])[] = [
  ['submission', 'id = (select submission from reading where id = $1)'],
  ['submission_chunk', 'submission = (select submission from reading where id = $1)'],
  ['reading', 'id = $1'],
  ['source_row', 'reading = $1'],
  ['person', 'id in (select person from source_row where reading = $1)'],
  ['person_index', 'person in (select person from source_row where reading = $1)'],
  ['visit', 'reading = $1'],
  ['owed', 'subject_id in (select id::text from visit where reading = $1 union select person::text from visit where reading = $1)'],
  ['owed_edge', 'subject_id in (select id::text from visit where reading = $1)'],
];

/**
 * Inserts the rows that the newest `count` submissions left behind once more, into tables of the same columns and indexes: one transaction
 * a submission, one statement a table, over as many connections as the gateway has. Returns submissions a second.
 */
export async function insertOneByOne(url: string, count: number, connections: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  try {
    await pool.query('create schema if not exists bare');
    for (const [table] of written) await pool.query(`create table bare.${table} (like ${table} including all)`);
    const columns = new Map(await Promise.all(written.map(async ([table]) => [table, await columnsOf(pool, table)] as const)));
    const submissions = await copyOut(pool, columns, count);
    await pool.query('checkpoint');
    const since = performance.now();
    let next = 0;
    const work = async (): Promise<void> => {
      for (let parts = submissions[next++]; parts !== undefined; parts = submissions[next++]) await insertParts(pool, columns, parts);
    };
    await Promise.all(Array.from({ length: connections }, work));
    const perSecond = submissions.length / ((performance.now() - since) / 1000);
    await pool.query('drop schema bare cascade');
    return perSecond;
  } finally {
    await pool.end();
  }
}

async function columnsOf(pool: pg.Pool, table: string): Promise<Columns> {
  const { rows } = await pool.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return { names: rows.map(({ name }) => name).join(', '), types: rows.map(({ type }) => type) };
}

async function copyOut(pool: pg.Pool, columns: ReadonlyMap<string, Columns>, count: number): Promise<readonly (readonly Part[])[]> {
  const { rows } = await pool.query<{ id: string }>('select id from reading order by id desc limit $1', [count]);
  const submissions: Part[][] = [];
  for (const { id } of rows) {
    const parts = written.map(async ([table, condition]): Promise<Part> => {
      const { names = '', types = [] } = columns.get(table) ?? {};
      const list = names.split(', ').map((name, index) => (types[index] === 'jsonb' ? `${name}::text` : name));
      const text = `select ${list.join(', ')} from ${table} where ${condition}`;
      return { table, rows: (await pool.query<unknown[]>({ name: `out-${table}`, text, values: [id], rowMode: 'array' })).rows };
    });
    submissions.push(await Promise.all(parts));
  }
  return submissions;
}

async function insertParts(pool: pg.Pool, columns: ReadonlyMap<string, Columns>, parts: readonly Part[]): Promise<void> {
  const client = await pool.connect();
  await client.query('begin');
  for (const { table, rows } of parts) {
    if (rows.length === 0) continue;
    const { names = '', types = [] } = columns.get(table) ?? {};
    const unnested = types.map((type, index) => `$${String(index + 1)}::${type}[]`).join(', ');
    await client.query({
      name: `bare-${table}`,
      text: `insert into bare.${table} (${names}) select * from unnest(${unnested}) on conflict do nothing`,
      values: types.map((_, index) => rows.map((row) => row[index])),
    });
  }
  await client.query('commit');
  client.release();
}
