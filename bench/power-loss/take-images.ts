import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '../../test/generate/seeded-random.ts';
import { askDatabase } from '../../test/scenarios/a-gateway-process.ts';
import { checkPromises, type PromiseFindings } from '../proof/check-promises.ts';
import { freeze } from './freeze.ts';
import { copyDataDirectory, planImage, spoilImage, type ImageDamage, type ImagePlan } from './make-image.ts';
import { askImage, makeImageHome } from './open-image.ts';
import type { Session } from './open-session.ts';
import { readOn } from './read-on.ts';
import { countRows, type Acknowledged, type RunningLoad } from '../proof/submit-load.ts';

/** One image: how it was spoilt, whether a server opened it, and what it lacked. */
export interface TakenImage extends PromiseFindings {
  readonly plan: ImagePlan;
  readonly damage: ImageDamage;
  readonly opened: boolean;
  /** Files that had been answered 202, and their data rows. */
  readonly files: number;
  readonly rows: number;
  /** True where a gateway was started on it and read every long file to its end. */
  readonly readOn: boolean;
}

/** How images are taken. */
export interface Taking {
  readonly session: Session;
  readonly load: RunningLoad;
  readonly random: SeededRandom;
  /** Where it is not drawn. */
  readonly plan?: ImagePlan;
  /** Always just after a 202, and never while a checkpoint syncs everything. */
  readonly atAnswers: boolean;
  /** On every so many images a gateway is started. */
  readonly gatewayEvery: number;
}

const mostTries = 5;

/** Takes one image under load, spoils it, recovers it and holds it against what was acknowledged; the load waits while it is looked at. */
export async function takeImage(taking: Taking, number: number): Promise<TakenImage> {
  const { session, random } = taking;
  const plan = taking.plan ?? planImage(random);
  const directory = join(session.home.dir, 'image');
  const image = await makeImageHome(directory, session.pgData);
  const { acknowledged, durable } = await snap(taking, image.server.pgData);
  await session.follower.forget();
  const damage = await spoilImage(image.server.pgData, { plan, disk: session.follower.disk, durable }, random);
  const findings = await askImage(image, (client) => checkPromises(client, acknowledged));
  const withGateway = findings !== undefined && number % taking.gatewayEvery === 0;
  if (withGateway) findings.missing.push(...(await readOn(session, image, acknowledged)));
  await rm(directory, { recursive: true, force: true });
  const lost = findings ?? { missing: ['the image did not open: everything in it is lost'], duplicated: [] };
  return {
    plan,
    damage,
    opened: findings !== undefined,
    files: new Set(acknowledged.map(({ id }) => id)).size,
    rows: countRows(acknowledged),
    readOn: withGateway,
    ...lost,
  };
}

/** What had been acknowledged before the server was stopped, and how far its log was durable then. */
async function snap(taking: Taking, to: string): Promise<{ readonly acknowledged: readonly Acknowledged[]; readonly durable: number }> {
  const { session, load } = taking;
  for (let tries = 0; tries < mostTries; tries += 1) {
    load.resume();
    await waitForMoment(taking);
    const acknowledged = [...load.acknowledged];
    const frozen = await freeze(session.pgData);
    try {
      session.follower.follow();
      await copyDataDirectory(session.pgData, to);
      // Whatever the server had still been doing while it was copied would make a copy of no moment.
      if (session.follower.follow() === 0) return { acknowledged, durable: session.follower.durable() };
    } finally {
      load.pause();
      frozen.thaw();
    }
  }
  throw new Error('The server went on writing while all its processes were stopped');
}

/** A random moment under load: six in ten just after a 202, a third while a checkpoint writes the tables down. */
async function waitForMoment({ session, load, random, atAnswers }: Taking): Promise<void> {
  if (load.acknowledged.length === 0) await load.acknowledgement();
  await pause(random.between(20, 250));
  // Whether it comes to its end before the picture is taken, or long after, is left to chance.
  if (random.chance(33) && !atAnswers) askDatabase(session.home, 'checkpoint').catch(() => undefined);
  if (!random.chance(60) && !atAnswers) return pause(random.between(0, 200));
  await Promise.race([load.acknowledgement(), pause(3000)]);
  return pause(random.between(0, 15));
}
