import pg from 'pg';

/** What the database has counted since its start: transactions that wrote, and WAL flushes. */
export interface CommitCounts {
  readonly writes: number;
  readonly syncs: number;
}

/**
 * Reads how many transactions have written (each takes one number; readers take none) and how often the WAL was flushed
 * (pg_stat_io since PostgreSQL 18, pg_stat_wal before). Backends report about once a second, hence the wait.
 */
export async function countCommits(url: string): Promise<CommitCounts> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_sleep(1.2)');
    const { rows } = await client.query<{ version: number; writes: string }>(
      "select current_setting('server_version_num')::int as version, pg_snapshot_xmax(pg_current_snapshot())::text as writes",
    );
    const syncsFrom = (rows[0]?.version ?? 0) >= 180000 ? "sum(fsyncs) from pg_stat_io where object = 'wal'" : 'wal_sync from pg_stat_wal';
    const counted = await client.query<{ syncs: string }>(`select ${syncsFrom.replace(' from', ' as syncs from')}`);
    return { writes: Number(rows[0]?.writes), syncs: Number(counted.rows[0]?.syncs) };
  } finally {
    await client.end();
  }
}
