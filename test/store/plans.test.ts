import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { createPool } from '../../src/store/connect.ts';
import { statementText } from '../../src/store/statement.ts';
import { aDatabase, query } from '../a-store.ts';

const people = 4000;
/** As the store connects. */
let pool: Pool;
afterAll(() => pool.end());
/** Tables as they stand after months of weighings: four visits a child, all delivered, and nothing that tells the planner how many there are. */
beforeAll(async () => {
  const url = await aDatabase();
  pool = createPool(url, 1, () => undefined);
  const fill = [
    `alter table person set (autovacuum_enabled = false); alter table visit set (autovacuum_enabled = false);
     alter table owed set (autovacuum_enabled = false); alter table upstream set (autovacuum_enabled = false)`,
    `insert into person (id, environment, version, sealed_key, created_at, updated_at)
     select gen_random_uuid(), 'simulasi', 1, '\\x00', now(), now() from generate_series(1, ${String(people)})`,
    `insert into visit (id, environment, key_digest, version, person, place, visit_date, date_estimated, service, life_stage, recorder, verified,
       duty, kerahasiaan, versions, facts, content_digest, sealed_visit, created_at, updated_at)
     select gen_random_uuid(), 'simulasi', decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), 1, p.id, 'kenanga', date '2025-01-12' + 30 * n,
       false, 'posyandu-balita', 'balita', 'kader', false, 'kirim', 'umum', '{}', '[]', '\\x00', '\\x00', now(), now()
     from person p, generate_series(1, 4) n`,
    `insert into owed (environment, platform, subject_kind, subject_id, owed_version, settled_version, state, due, not_before, updated_at)
     select 'simulasi', 'satusehat', 'visit', v.id, 1, 1, 'settled', 'infinity', now(), now() from visit v`,
    `insert into upstream (environment, platform, ref, platform_id, hash, learned_at)
     select 'simulasi', 'satusehat', 'visit/' || v.id, gen_random_uuid(), '', now() from visit v`,
  ];
  for (const sql of fill) await query(url, sql);
}, 60_000);

const [subject, number] = [randomUUID(), randomUUID()];
const noon = '2025-08-12T12:00:00Z';
const one = ['simulasi', 'satusehat', '{visit}', `{${subject}}`];

/** Everything that is asked once a debt or a batch of debts. */
const asked: Readonly<Record<string, readonly unknown[]>> = {
  'visits-of-person': [subject, 'simulasi'],
  'visits-of-persons': [`{${subject},${number}}`, 'simulasi'],
  'places-of-persons': [`{${subject},${number}}`, 'simulasi'],
  'visits-around': [`{${subject},${number}}`, 'simulasi', '2025-01-01', '2025-12-31'],
  'enrolments-of-persons': [`{${subject},${number}}`, 'simulasi'],
  'episodes-of-persons': [`{${subject},${number}}`, 'simulasi'],
  'warnings-of-persons': [`{${subject},${number}}`, 'simulasi'],
  'aliases-of': [subject],
  'standing-of-person': ['simulasi', 'satusehat', subject, `{${number}}`],
  'reopen-elsewhere': ['simulasi', 'satusehat', `{${subject},${number}}`, noon],
  'find-visits': ['{\\x01,\\x02}', '{\\x03}'],
  'free-sent': ['simulasi', `{${subject}}`, noon],
  'leave-patients': ['simulasi', `{${subject}}`, `{${number}}`],
  'get-visits': [`{${subject}}`, 'simulasi'],
  'get-persons': [`{${subject}}`, 'simulasi'],
  'upstream-of': ['simulasi', 'satusehat', `{visit/${subject},patient/${number}}`],
  'begin-sending': [...one, '{1}', '{h}', `{${noon}}`, `{${number}}`],
  'settle-owed': [...one, '{1}', '{1}', `{${noon}}`, '{null}', '{null}'],
  'lock-waiters': one,
  'release-waiters': [...one, noon, 'menunggu-induk', 'menunggu-waktu'],
};

test.each(Object.keys(asked))('%s reads no table whole, however many visits there are', async (name) => {
  const text = `explain (costs off) ${statementText(name)}`;
  const { rows: plan } = await pool.query<{ 'QUERY PLAN': string }>(text, [...(asked[name] ?? [])]);
  const lines = plan.map((row) => row['QUERY PLAN'].trim());
  expect(lines.filter((line) => /Seq Scan on (person|visit|owed|upstream)\b/.test(line))).toEqual([]);
});
