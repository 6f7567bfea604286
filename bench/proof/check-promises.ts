import type pg from 'pg';
import type { Acknowledged } from './submit-load.ts';

/** What a database lacks of what was acknowledged, and what it holds twice; sentences without anybody's name. */
export interface PromiseFindings {
  readonly missing: string[];
  readonly duplicated: string[];
}

interface StoredSubmission {
  readonly id: string;
  readonly reading: string | null;
  readonly state: string | null;
  readonly cursor: number;
  readonly chunks: number;
  readonly bytes: number;
}

interface StoredRow {
  readonly reading: string;
  readonly line: number;
  readonly status: string;
  readonly visit: string | null;
}

const submissionsSql = `
  select s.id::text, s.byte_count::int as bytes, r.id::text as reading, r.state, r.cursor::int,
    (select count(*)::int from submission_chunk c where c.submission = s.id and octet_length(c.sealed_bytes) > 0) as chunks
  from submission s left join reading r on r.submission = s.id`;
const rowsSql = 'select reading::text, line, status, visit::text from source_row order by reading, position';

// Indexes may be wrong where the tables are right, so the tables are read whole.
const tablesOnly = 'set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off';
const twice: readonly (readonly [string, string])[] = [
  ['the same bytes are two submissions', 'select 1 from submission group by identity_digest having count(*) > 1'],
  ['a submission has two readings with the same tables', 'select 1 from reading group by submission, tables_version having count(*) > 1'],
  ['a row has two verdicts', 'select 1 from source_row group by reading, position having count(*) > 1'],
  ['a contact is two visits', 'select 1 from visit group by key_digest having count(*) > 1'],
  ['a visit is owed twice', 'select 1 from owed group by environment, platform, subject_kind, subject_id having count(*) > 1'],
];
const half: readonly (readonly [string, string])[] = [
  [
    'a cursor is not the number of rows that are stored',
    'select 1 from reading r where r.cursor <> (select count(*) from source_row s where s.reading = r.id)',
  ],
  [
    'a row names a visit that is not stored',
    'select 1 from source_row s where s.visit is not null and not exists (select 1 from visit v where v.id = s.visit)',
  ],
  [
    'a visit that is to be sent is owed to nobody',
    `select 1 from visit v where v.duty = 'kirim' and not exists (select 1 from owed o where o.subject_kind = 'visit' and o.subject_id = v.id::text)`,
  ],
  ['a visit is of a person who is not stored', 'select 1 from visit v where not exists (select 1 from person p where p.id = v.person)'],
];

/** Holds a database against everything that was acknowledged: files, rows, verdicts, visits, debts, each once; and against PostgreSQL's own checks. */
export async function checkPromises(client: pg.Client, acknowledged: readonly Acknowledged[]): Promise<PromiseFindings> {
  const findings: PromiseFindings = { missing: [], duplicated: [] };
  await client.query(tablesOnly);
  const submissions = toGroups((await client.query<StoredSubmission>(submissionsSql)).rows, ({ id }) => id);
  const rows = toGroups((await client.query<StoredRow>(rowsSql)).rows, ({ reading }) => reading);
  for (const answer of acknowledged) checkAnswer(answer, submissions.get(answer.id) ?? [], rows, findings);
  for (const [what, sql] of twice) await count(client, what, sql, findings.duplicated);
  for (const [what, sql] of half) await count(client, what, sql, findings.missing);
  findings.missing.push(...(await checkStructure(client)));
  return findings;
}

function checkAnswer(
  answer: Acknowledged,
  [stored, ...others]: readonly StoredSubmission[],
  rows: ReadonlyMap<string, readonly StoredRow[]>,
  { missing, duplicated }: PromiseFindings,
): void {
  const { file } = answer;
  for (const _ of others) duplicated.push(`${file.name} has more than one reading`);
  if (stored === undefined || !isWhole(stored, file.content)) missing.push(`${file.name} was answered 202 and is not stored whole`);
  else if (answer.state === 'selesai') missing.push(...listLost(answer, stored, rows.get(stored.reading ?? '') ?? []));
}

function isWhole({ reading, chunks, bytes }: StoredSubmission, content: string): boolean {
  return reading !== null && chunks > 0 && bytes === Buffer.byteLength(content);
}

/** Verdicts that the answer had and the store has not, or has otherwise. */
function listLost({ file, rows: answered = [] }: Acknowledged, { state }: StoredSubmission, rows: readonly StoredRow[]): readonly string[] {
  const verdicts = new Set(rows.map(({ line, status, visit }) => toVerdict(line, status, visit ?? undefined)));
  const lost = answered.filter(({ row, status, visit }) => !verdicts.has(toVerdict(row, status, visit)));
  return [
    ...(state === 'finished' ? [] : [`${file.name} was answered as read to its end and is not`]),
    ...lost.map(({ row }) => `${file.name} line ${String(row)} has lost its verdict`),
  ];
}

function toVerdict(row: number | string, status: string, visit: string | undefined): string {
  return [row, status, visit ?? ''].join(' ');
}

/** PostgreSQL's own judgement: every page of every table and every entry of every index, with the rows they stand for. */
async function checkStructure(client: pg.Client): Promise<readonly string[]> {
  await client.query('create extension if not exists amcheck');
  const tables = await client.query<{ name: string; msg: string }>(
    `select c.relname as name, v.msg from pg_class c join pg_am a on a.oid = c.relam and a.amname = 'heap', lateral verify_heapam(c.oid) v
     where c.relkind in ('r', 't') and c.relpersistence = 'p'`,
  );
  const found = tables.rows.map(({ name, msg }) => `table ${name}: ${msg}`);
  const indexes = await client.query<{ oid: number; name: string }>(
    `select c.oid::int, c.relname as name from pg_class c join pg_am a on a.oid = c.relam and a.amname = 'btree'
     where c.relkind = 'i' and c.relpersistence = 'p'`,
  );
  for (const { oid, name } of indexes.rows) {
    const fault = await client.query('select bt_index_check($1::int::oid::regclass, true)', [oid]).then(
      () => undefined,
      (cause: unknown) => (cause instanceof Error ? cause.message : 'unknown'),
    );
    if (fault !== undefined) found.push(`index ${name}: ${fault}`);
  }
  return found;
}

async function count(client: pg.Client, what: string, sql: string, findings: string[]): Promise<void> {
  const { rowCount } = await client.query(sql);
  for (let each = 0; each < (rowCount ?? 0); each += 1) findings.push(what);
}

function toGroups<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
