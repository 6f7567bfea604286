import pg from 'pg';
import { StoreFault } from './store-fault.ts';

const dateOid = 1082;
const bigintOid = 20;

/** Calendar days stay texts (a Date would move them into the host's zone); counts fit a number. */
const parsers = new Map<number, (text: string) => unknown>([
  [dateOid, (text) => text],
  [bigintOid, Number],
]);

/** Makes a pool of connections. A connection that is lost is told to `onLost` and replaced by the pool. */
export function createPool(url: string, size: number, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'titian',
    // A plan kept from the day the tables were empty reads them whole for ever after (measured: 200 visits/s instead of 1,900);
    // and an index on an SSD is nearly as near as the next page.
    options: '-c plan_cache_mode=force_custom_plan -c random_page_cost=1.1',
    idle_in_transaction_session_timeout: 600_000,
    types: {
      getTypeParser: (oid, form) =>
        (form === 'binary' ? undefined : parsers.get(oid)) ?? (pg.types.getTypeParser(oid, form) as (text: string) => unknown),
    },
  });
  pool.on('error', onLost);
  // The pool listens to idle connections only; one that ends in the middle of a transaction would end the whole process.
  pool.on('connect', (client) => {
    client.on('error', onLost);
  });
  return pool;
}

/** Refuses a database that cannot keep what we are given: names in other scripts need UTF-8. */
export async function checkDatabase(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ encoding: string }>("select current_setting('server_encoding') as encoding");
  const encoding = rows[0]?.encoding;
  if (encoding === 'UTF8') return;
  throw new StoreFault(
    `Basis data harus berkode UTF8, tetapi berkode ${encoding ?? '?'}. Buat basis data baru dengan: createdb -T template0 -E UTF8 NAMA`,
    `The database must be encoded in UTF8, but is ${encoding ?? '?'}. Make a new one with: createdb -T template0 -E UTF8 NAME`,
  );
}
