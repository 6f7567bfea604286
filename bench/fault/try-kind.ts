import axios from 'axios';
import type { Simulator } from '../../src/simulator/start-simulator.ts';
import type { faultKinds } from '../../src/simulator/faults/fault-kinds.ts';
import { checkAdopted, checkHere, checkSettled, checkUpstream, createFindings, type FaultFindings } from './check-end.ts';
import { openScaledWorker, type ScaledWorker } from './scaled-worker.ts';
import { handIn, inventVisits, openSandbox, type Town, type TrueVisit } from './town.ts';

type FaultKind = (typeof faultKinds)[number];

/** What was tried and how it ended. */
export interface TriedKind {
  readonly kind: string;
  readonly visits: number;
  /** How often the fault struck. */
  readonly hits: number;
  readonly findings: FaultFindings;
}

const minute = 60_000;
/** How long the fault lasts before it is gone, and how long the rest may take. */
const [struckMs, correctedAfterMs, restMs] = [6 * 60 * minute, 30 * minute, 72 * 60 * minute];
/**
 * Delivers `runs` visits of people nobody knows while one kind of fault strikes. A tenth of them is corrected meanwhile. Then the fault goes, a person
 * releases what is held for one, and in the end the sandbox has to hold what was handed in: once, whole, in the newest version.
 */
export async function tryKind(
  town: Town,
  {
    kind,
    runs,
    seed,
    probability,
  }: { readonly kind: FaultKind; readonly runs: number; readonly seed: number; readonly probability: number },
  hasPage: (code: string) => boolean,
): Promise<TriedKind> {
  const findings = createFindings();
  const visits = inventVisits(town, runs);
  const sandbox = await openSandbox(town, visits, seed);
  try {
    const worker = await openScaledWorker(town, sandbox.url);
    await handIn(town, visits, visits);
    await plan(sandbox, kind, { seed, probability });
    await strike(town, worker, visits);
    await checkHere(town, hasPage, findings);
    const hits = await clear(sandbox);
    await rest(town, worker);
    await checkSettled(town, findings);
    await checkUpstream(sandbox.url, visits, findings);
    await checkAdopted(town, sandbox.url, findings);
    return { kind: kind.name, visits: runs, hits, findings };
  } finally {
    await sandbox.stop();
    await forget(town);
  }
}

/** The fault at work: half an hour, a late correction, and the rest of the time. */
async function strike(town: Town, worker: ScaledWorker, visits: readonly TrueVisit[]): Promise<void> {
  const since = town.clock.now.getTime();
  await worker.passUntil(new Date(since + correctedAfterMs));
  const corrected = visits.filter((_, index) => index % 10 === 3);
  for (const visit of corrected) {
    visit.formerG = visit.weightG;
    visit.weightG += 200;
  }
  if (corrected.length > 0) await handIn(town, corrected, visits);
  await worker.passUntil(new Date(since + struckMs));
}

/** All comes to rest; what is held for a person is released once, as it would be when its cause is gone. */
async function rest(town: Town, worker: ScaledWorker): Promise<void> {
  await worker.passUntil(new Date(town.clock.now.getTime() + restMs / 2));
  await worker.releaseAll();
  await worker.passUntil(new Date(town.clock.now.getTime() + restMs / 2));
}

async function plan(
  { url }: Simulator,
  { spec }: FaultKind,
  chance: { readonly seed: number; readonly probability: number },
): Promise<void> {
  const { times, ...fault } = { times: undefined, ...spec };
  const { kind } = spec;
  // Tokens are asked for so rarely that each request has to meet the fault; a quota strikes by itself, and only where it is small.
  const bites = kind.startsWith('token-') ? { times, probability: 1 } : kind === 'quota' ? { limit: 12, probability: 1 } : {};
  await axios.post(`${url}/_sandbox/faults`, { ...fault, ...chance, ...bites }, { proxy: false });
}

/** How often the fault struck, and its end. */
async function clear({ url }: Simulator): Promise<number> {
  const { data } = await axios.get<{ readonly faults: readonly { readonly hits: number }[] }>(`${url}/_sandbox/faults`, { proxy: false });
  await axios.delete(`${url}/_sandbox/faults`, { proxy: false });
  return data.faults.reduce((sum, { hits }) => sum + hits, 0);
}

/** The next kind begins with a district of which no platform knows anything. */
async function forget({ client }: Town): Promise<void> {
  await client.query(
    `with a as (delete from owed), b as (delete from owed_edge), c as (delete from upstream), d as (delete from attempt) delete from owed_refusal`,
  );
}
