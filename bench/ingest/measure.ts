import pg from 'pg';
import { createSeededRandom } from '../../test/generate/seeded-random.ts';
import { insertBare } from './bare-insert.ts';
import { writeBulkLists } from './bulk-lists.ts';
import { bulkSource, openBench, toPlaceName, type Bench } from './open-bench.ts';

export interface IngestOptions {
  readonly rows: number;
  readonly runs: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
}

/** One file through the way in. */
interface Pass {
  readonly ms: number;
  readonly visits: number;
  readonly resources: number;
  readonly bareMs: number;
  readonly peakRssMb: number;
}

export interface Measured {
  readonly small: readonly Pass[];
  readonly large: readonly Pass[];
  /** Most memory this process held until the first large file was in; later the copies for the bare insert weigh in too. */
  readonly peakRssMb: number;
}

/** Measures files of `rows` rows and of ten times as many, in turn, each of people whom nobody else's file knows. */
export async function measureIngest({ rows, runs, seed, tell }: IngestOptions): Promise<Measured> {
  const random = createSeededRandom(seed);
  const niks = new Set<string>();
  const bench = await openBench(Math.ceil((rows * 10) / 60));
  const pass = async (size: number): Promise<Pass> => {
    const { before, measured } = writeBulkLists(random, size, niks, toPlaceName);
    await submit(bench, before);
    const done = await passOnce(bench, measured, size);
    tell(
      `${String(size)} rows: ${done.ms.toFixed(0)} ms, ${(done.visits / (done.ms / 1000)).toFixed(0)} visits/s; bare insert ${done.bareMs.toFixed(0)} ms`,
    );
    return done;
  };
  try {
    tell('warming up');
    await pass(rows);
    const small: Pass[] = [];
    const large: Pass[] = [];
    for (let run = 0; run < runs; run += 1) {
      small.push(await pass(rows));
      large.push(await pass(rows * 10));
      small.push(await pass(rows));
    }
    return { small, large, peakRssMb: large[0]?.peakRssMb ?? 0 };
  } finally {
    await bench.close();
  }
}

async function submit({ gateway }: Bench, bytes: Uint8Array): Promise<string> {
  const answer = await gateway.submit({ source: bulkSource, bytes, submitter: 'bench' });
  if (!answer.ok) throw new Error(answer.issues.map(({ diagnostics }) => diagnostics).join('\n'));
  await gateway.idle();
  return answer.value.id;
}

async function passOnce(bench: Bench, bytes: Uint8Array, rows: number): Promise<Pass> {
  const since = performance.now();
  const id = await submit(bench, bytes);
  const ms = performance.now() - since;
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const { reading, visits, resources } = await countWritten(bench, id);
  const result = await bench.gateway.find(id);
  if (result?.state !== 'selesai' || result.counts.rows !== rows) throw new Error('The file was not read to its end');
  return { ms, visits, resources, peakRssMb, bareMs: await insertBare(bench.url, reading, rows) };
}

/** Resources are counted in the bundles, which only the store can open; one visit in a hundred is looked into. */
async function countWritten({ url, store }: Bench, submission: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ reading: string; visit: string }>(
      'select r.id as reading, v.id as visit from reading r join visit v on v.reading = r.id where r.submission = $1 order by v.id',
      [submission],
    );
    const looked = rows.filter((_, index) => index % 100 === 0).map(({ visit }) => visit);
    const bundles = [...(await store.visits.getVisits(store.db, looked)).values()].map(
      ({ bundle }) => bundle as { readonly entry: readonly unknown[] },
    );
    const entries = bundles.reduce((sum, { entry }) => sum + entry.length, 0);
    return {
      reading: rows[0]?.reading ?? '',
      visits: rows.length,
      resources: Math.round((entries / Math.max(1, bundles.length)) * rows.length),
    };
  } finally {
    await client.end();
  }
}
