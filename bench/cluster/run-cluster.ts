import { setTimeout as pause } from 'node:timers/promises';
import { createSeededRandom, type SeededRandom } from '../../test/generate/seeded-random.ts';
import { checkHistory } from '../history/check-history.ts';
import type { Findings, History } from '../history/history.ts';
import { inventRecords } from '../history/invent-records.ts';
import { submitRecords, type Desk, type Submitted } from '../history/submit-records.ts';
import type { KnownFault } from './break-leases.ts';
import { collectHistory } from './collect-history.ts';
import { cutOnce, disturbReceiver, type CutKind } from './disturb.ts';
import { startNode, type GatewayNode } from './gateway-node.ts';
import { openStand, type Stand } from './stand.ts';
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts';
import { waitUntilRest } from './wait-until-rest.ts';

/** What a run is to be. */
export interface ClusterOptions {
  readonly processes: number;
  readonly kills: number;
  readonly visits: number;
  readonly seed: number;
  readonly fault: KnownFault | undefined;
  /** A PostgreSQL to make a database on; undefined = an embedded one. */
  readonly databaseUrl: string | undefined;
  readonly tell: (line: string) => void;
}

/** What a run did and what it found. */
export interface ClusterRun {
  readonly kills: number;
  readonly cuts: Readonly<Record<CutKind, number>>;
  readonly submitted: Submitted;
  readonly history: History;
  readonly findings: Findings;
  readonly seconds: number;
}

const stillMs = 60_000;

/** One place in the cluster: its wire to the database, and the process that works there now. */
interface Seat {
  readonly name: string;
  readonly wire: TcpProxy;
  node: GatewayNode;
}

interface Cluster {
  readonly stand: Stand;
  readonly seats: readonly Seat[];
  /** Every process that ever worked. */
  readonly nodes: GatewayNode[];
  readonly options: ClusterOptions;
  readonly random: SeededRandom;
}

/** Hands records in to many gateways at once while they are killed, cut off and deceived, and holds the history against what is promised. */
export async function runCluster(options: ClusterOptions): Promise<ClusterRun> {
  const began = performance.now();
  const { visits, seed, tell } = options;
  const load = inventRecords({ visits, seed, corrected: 12, withdrawn: 4, fileRows: [1, 30], longEvery: 9 });
  tell(`${String(load.files.length)} files of ${String(load.places.length)} posyandu`);
  const stand = await openStand(load, options.databaseUrl);
  const cluster = await openCluster(stand, options);
  try {
    disturbReceiver(stand.receiver, seed);
    const pace = createPace();
    const desk: Desk = {
      choose: createChooser(cluster),
      key: stand.key,
      submitters: 6,
      withdraw: stand.withdraw,
      onProgress: pace.wait,
    };
    const submitting = submitRecords(load, desk);
    const cuts = await disturb(cluster, pace.allow);
    const submitted = await submitting;
    stand.receiver.clearFaults();
    const left = await waitUntilRest(stand, stillMs);
    if (left !== undefined) tell(`not at rest: ${left}`);
    await Promise.all(cluster.seats.map(({ node }) => node.end('SIGTERM')));
    const history = await collectHistory(stand, submitted, cluster.nodes);
    const findings = withFaults(checkHistory(history), submitted);
    const seconds = Math.round((performance.now() - began) / 1000);
    return { kills: options.kills, cuts, submitted, history, findings, seconds };
  } finally {
    await Promise.all(cluster.seats.map(({ node }) => node.end('SIGKILL')));
    await Promise.all(cluster.seats.map(({ wire }) => wire.close()));
    await stand.close();
  }
}

/** What submitters themselves noticed is lost too. */
function withFaults(findings: Findings, { faults }: Submitted): Findings {
  return { ...findings, lost: [...findings.lost, ...faults] };
}

async function openCluster(stand: Stand, options: ClusterOptions): Promise<Cluster> {
  const nodes: GatewayNode[] = [];
  const cluster = { stand, nodes, options, random: createSeededRandom(options.seed + 1) };
  const target = Number(new URL(stand.url).port);
  const seats = await Promise.all(
    Array.from({ length: options.processes }, async (_, index): Promise<Seat> => {
      const [name, wire] = [`gateway-${String(index + 1)}`, await openTcpProxy(target)];
      return { name, wire, node: startSeat({ ...cluster, seats: [] }, { name, wire }) };
    }),
  );
  // All at once on a database that none of them has seen.
  await Promise.all(seats.map(({ node }) => node.ready));
  return { ...cluster, seats };
}

function startSeat({ stand, nodes, options }: Cluster, { name, wire }: Pick<Seat, 'name' | 'wire'>): GatewayNode {
  const url = new URL(stand.url);
  url.port = String(wire.port);
  const run = `${name}-${String(nodes.length + 1)}`;
  const node = startNode(stand, { name: run, database: url.href, fault: options.fault, migrations: undefined });
  nodes.push(node);
  return node;
}

/** Goes round among those that are not known to be down. */
function createChooser({ seats }: Cluster): Desk['choose'] {
  let turn = 0;
  return async () => {
    for (;;) {
      turn += 1;
      const url = seats[turn % seats.length]?.node.serving();
      if (url !== undefined) return url;
      await pause(10);
    }
  };
}

/** Lets submitters hand in as much as has been allowed, so that all of the disturbances meet some of the load. */
function createPace(): { readonly wait: Desk['onProgress']; readonly allow: (part: number) => void } {
  let allowed = 0;
  return {
    allow: (part) => {
      allowed = part;
    },
    wait: async (done, all) => {
      while (allowed < 1 && done > allowed * all) await pause(20);
    },
  };
}

/** Kills one process after another, each started again at once, while connections break beside it. */
async function disturb(cluster: Cluster, allow: (part: number) => void): Promise<Readonly<Record<CutKind, number>>> {
  const { random, options, seats, stand } = cluster;
  const cuts = { terminate: 0, cut: 0, silence: 0, freeze: 0 };
  for (let kill = 0; kill < options.kills; kill += 1) {
    allow((kill + 1) / (options.kills + 1));
    const cutting = cutOnce(stand, () => seats.map(({ wire, node: { pid } }) => ({ wire, pid })), random);
    await pause(random.between(100, 1500));
    const seat = seats[random.between(0, seats.length - 1)];
    if (seat !== undefined) await killSeat(cluster, seat);
    cuts[await cutting] += 1;
    options.tell(`${String(kill + 1)}/${String(options.kills)} ${seat?.name ?? ''} killed`);
  }
  allow(1);
  return cuts;
}

async function killSeat(cluster: Cluster, seat: Seat): Promise<void> {
  await seat.node.end('SIGKILL');
  for (;;) {
    seat.node = startSeat(cluster, seat);
    const serves = await seat.node.ready.then(
      () => true,
      () => false,
    );
    // One whose database is cut off while it starts ends, and is started again as its supervisor would.
    if (serves) return;
    await pause(200);
  }
}
