import { createSeededRandom } from '../../test/generate/seeded-random.ts';
import { askDatabase, type GatewayHome } from '../../test/scenarios/a-gateway-process.ts';
import { inventLoad } from '../crash/mixed-load.ts';
import { openSession, type Session } from './open-session.ts';
import { proveAnswers, type AnswerProof, type StoredBy } from './prove-answers.ts';
import { onlyBusy, submitLoad } from '../proof/submit-load.ts';
import { takeImage, type TakenImage, type Taking } from './take-images.ts';
import { TraceFault } from './trace-fault.ts';
import { toLsn } from './wal-reader.ts';
import type { ImagePlan } from './make-image.ts';

/** How much power is lost, and how often. */
export interface PowerOptions {
  readonly images: number;
  readonly seed: number;
  readonly clients: number;
  /** False: the server acknowledges before its log is on the disk, and the proof has to fail. */
  readonly durable: boolean;
  readonly keep: boolean;
  readonly tell: (line: string) => void;
}

/** What a run saw. */
export interface PowerRun {
  readonly proof: AnswerProof;
  readonly images: readonly TakenImage[];
  readonly syncs: number;
  readonly commits: number;
  readonly seconds: number;
}

const rowsPerImage = 500;
const gatewayEvery = 10;
/** Where nothing is durable, everything that was not synced is lost. */
const allLost: ImagePlan = { data: 'lost', log: 'lost' };

/** Hands in files to a traced gateway, cuts its power in pictures, and holds answers and pictures against what was promised. */
export async function runPowerLoss({ images, seed, clients, durable, keep, tell }: PowerOptions): Promise<PowerRun> {
  const since = Date.now();
  const mixed = inventLoad(600 + images * rowsPerImage, seed);
  const session = await openSession(mixed, { durable, keep });
  try {
    tell(`${String(mixed.rows)} rows of ${String(mixed.places.length)} posyandu for ${String(clients)} submitters, in ${session.home.dir}`);
    const load = submitLoad(mixed, session.door, { clients, onOther: onlyBusy, random: createSeededRandom(seed + 1) });
    const random = createSeededRandom(seed + 2);
    const plan = durable ? {} : { plan: allLost };
    const taken = await takeImages({ session, load, random, gatewayEvery, atAnswers: !durable, ...plan }, images, tell);
    await load.stop();
    const proof = await prove(session);
    const { follower } = session;
    const seconds = Math.round((Date.now() - since) / 1000);
    return { proof, images: taken, syncs: follower.syncs(), commits: follower.durableAt.size, seconds };
  } finally {
    await session.close();
  }
}

/** Where losses are looked for and not feared, the first one is enough. */
async function takeImages(taking: Taking, images: number, tell: PowerOptions['tell']): Promise<readonly TakenImage[]> {
  const { load, atAnswers } = taking;
  const taken: TakenImage[] = [];
  while (taken.length < images && !(atAnswers && taken.some(({ missing }) => missing.length > 0))) {
    if (load.hasEnded()) await load.stop();
    if (load.hasEnded()) throw new Error('The files were all handed in before the last image was taken');
    const image = await takeImage(taking, taken.length + 1);
    taken.push(image);
    tell(toLine(taken.length, images, image));
  }
  return taken;
}

async function prove({ home, follower }: Session): Promise<AnswerProof> {
  const stored = await readStored(home);
  follower.follow();
  const [row] = await askDatabase(home, 'select pg_current_wal_flush_lsn()::text as lsn');
  if (follower.durable() > toLsn(String(row?.['lsn'])) + 7)
    throw new TraceFault('The trace says that more is durable than the server itself says');
  return proveAnswers(follower.answers, stored, follower.durableAt);
}

function toLine(number: number, of: number, { plan, damage, opened, rows, missing, duplicated }: TakenImage): string {
  const sectors = `${String(damage.unsyncedData)} + ${String(damage.unsyncedLog)} sectors not synced (tables ${plan.data}, log ${plan.log}), ${String(damage.spoilt)} spoilt`;
  const outcome = `${opened ? 'opened' : 'NOT OPENED'}, ${String(rows)} rows acknowledged, ${String(missing.length)} missing, ${String(duplicated.length)} duplicated`;
  return `${String(number)}/${String(of)} ${sectors}; ${outcome}`;
}

/** Which transactions stored each submission: xmin is the one that wrote a row as it stands. */
async function readStored(home: GatewayHome): Promise<ReadonlyMap<string, StoredBy>> {
  const rows = await askDatabase(
    home,
    `select s.id::text as submission,
       array(select s.xmin::text::bigint::int union select c.xmin::text::bigint::int from submission_chunk c where c.submission = s.id) as received,
       array(select r.xmin::text::bigint::int from reading r where r.submission = s.id union
         select o.xmin::text::bigint::int from source_row o join reading r on r.id = o.reading where r.submission = s.id) as verdicts
     from submission s`,
  );
  return new Map((rows as unknown as readonly StoredBy[]).map((row) => [row.submission, row] as const));
}
