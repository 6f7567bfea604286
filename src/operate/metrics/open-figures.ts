import pg from 'pg';
import type { Environment } from '../../platforms/subject.ts';
import { createFigures, type ReadFigures } from './read-figures.ts';

/** The figures of a database, read over a connection of their own. */
export interface OpenFigures {
  readonly read: ReadFigures;
  close(): Promise<void>;
}

/** A scrape usually waits ten seconds (Prometheus, scrape_timeout); the statement gives up before. */
const patienceMs = 5000;

/** Opens the figures of a database on one connection of their own, so that a scrape is answered also while all others are at work. */
export function openFigures(url: string, environment: Environment): OpenFigures {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    application_name: 'titian-metrik',
    connectionTimeoutMillis: patienceMs,
    statement_timeout: patienceMs,
  });
  // A connection lost while idle is made anew at the next scrape.
  pool.on('error', () => undefined);
  return { read: createFigures(pool, environment, Date.now), close: () => pool.end() };
}
