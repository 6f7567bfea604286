import type { Environment } from '../../platforms/subject.ts';

/** What stands owed: how many debts of a kind are in a state, and why; settled ones are not counted. */
export interface OwedFigure {
  readonly platform: string;
  readonly subject: string;
  readonly state: string;
  readonly reason: string;
  readonly debts: number;
  /** How long the oldest of those that may be taken has been due, in seconds; null where none is due. */
  readonly oldest: number | null;
}

/** A scheduled job: how often it comes, and when it last succeeded, in Unix seconds; null before the first time. */
export interface JobFigure {
  readonly job: string;
  readonly everySeconds: number;
  readonly lastSuccess: number | null;
}

/** What a person told the way out to a platform, and for how many seconds it has stood so. */
export interface PlatformFigure {
  readonly platform: string;
  readonly state: string;
  readonly seconds: number;
}

/** What the store says of itself for the metrics. */
export interface StoreFigures {
  readonly platforms?: readonly PlatformFigure[];
  readonly jobs?: readonly JobFigure[];
  readonly owed: readonly OwedFigure[];
  /** Rows of the newest reading of each submission, by verdict. */
  readonly rows: Readonly<Partial<Record<string, number>>>;
}

/** Anything that runs a query, such as a pool of one connection. */
export interface Querier {
  query(sql: string, values: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** Reads the figures of a moment. */
export type ReadFigures = () => Promise<StoreFigures>;

// Whatever is due may be taken: also what waited for its time, and what a dead worker held. Whoever waits for a person or an event is due at infinity.
// What is settled is most of the table and is not counted here; how much was delivered is told by the counters.
const figuresSql = `
select
  (select coalesce(json_agg(g), '[]') from (
    select platform, subject_kind as subject, state, coalesce(reason, '') as reason, count(*)::int as debts,
      extract(epoch from $2::timestamptz - min(due) filter (where due <= $2))::float8 as oldest
    from owed
    where environment = $1 and state <> 'settled'
    group by platform, subject_kind, state, reason
  ) g) as owed,
  (select coalesce(json_agg(j), '[]') from (
    select name as job, every_ms / 1000.0 as "everySeconds", extract(epoch from last_success_at)::float8 as "lastSuccess"
    from schedule
    where environment = $1
  ) j) as jobs,
  (select coalesce(json_agg(p), '[]') from (
    select platform, state, extract(epoch from $2::timestamptz - since)::float8 as seconds from platform_state where environment = $1
  ) p) as platforms,
  (select coalesce(json_object_agg(verdict, rows), '{}') from (
    select c.key as verdict, sum(c.value::bigint) as rows
    from (
      select distinct on (r.submission) r.counts
      from reading r join submission s on s.id = r.submission
      where s.environment = $1
      order by r.submission, r.started_at desc, r.id desc
    ) newest, jsonb_each_text(newest.counts) c
    group by c.key
  ) v) as rows`;

const shortestMs = 1000;
/** A scrape never costs the database more than a tenth of its time, however large it has grown. */
const restsFor = 10;

/**
 * Makes a reader of the figures with one statement, which answers from memory for a second, or for ten times as long as the statement took.
 * Scrapes at once share one statement. `now` is in milliseconds.
 */
export function createFigures(database: Querier, environment: Environment, now: () => number): ReadFigures {
  let reading: Promise<StoreFigures> | undefined;
  let known: { readonly figures: StoreFigures; readonly until: number } | undefined;
  const read = async (): Promise<StoreFigures> => {
    const from = now();
    const { rows } = await database.query(figuresSql, [environment, new Date(from)]);
    // The statement above has these columns.
    const figures = (rows[0] ?? { owed: [], rows: {} }) as StoreFigures;
    known = { figures, until: now() + Math.max(shortestMs, restsFor * (now() - from)) };
    return figures;
  };
  return () => {
    if (known !== undefined && now() < known.until) return Promise.resolve(known.figures);
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}
