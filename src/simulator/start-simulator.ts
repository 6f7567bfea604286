import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './create-app.ts';
import { FaultPlan } from './faults/fault-plan.ts';
import { LateWork } from './faults/late-work.ts';
import { textAt, type JsonObject } from './json.ts';
import { Journal, type JournalLine } from './journal.ts';
import { readOrganizations, type Client } from './organizations.ts';
import { PeopleRegister } from './people-register.ts';
import { digest, seededRandom } from './random.ts';
import { readPeople, SimulatorDataError, toPerson } from './read-people.ts';
import { ResourceStore } from './resource-store.ts';
import { SettingsBook } from './settings.ts';
import { TokenOffice, type IssuedToken } from './token-office.ts';
import type { World } from './world.ts';

/** How a simulator is started; everything has a default except the folder it keeps its journal in. */
export interface SimulatorOptions {
  /** Folder of the journal; the same folder later gives the same simulated platform again. */
  readonly data: string;
  /** 0 takes any free port of 127.0.0.1. */
  readonly port?: number;
  readonly organizations?: string;
  /** Files of people read after the district's own. */
  readonly people?: readonly string[];
  readonly seed?: number;
  /** Faults in force from the start. */
  readonly faults?: readonly unknown[];
  /** How it behaves where sources differ or say nothing: `koreksi`, `patchEpisode`, `bayiGanda`. */
  readonly settings?: unknown;
  readonly tokenSeconds?: number;
  readonly now?: () => Date;
}

/** A running simulator. */
export interface Simulator {
  readonly url: string;
  /** What the journal held and whether a torn last line was cut off. */
  readonly opening: { readonly lines: number; readonly tornBytes: number };
  /** Answers what is under way no more, writes the journal out and closes; a second call waits for the first. */
  stop(): Promise<void>;
}

/** The folder of the invented district that comes with Titian. */
export const exampleDistrict: string = fileURLToPath(new URL('../../site-example/simulator/', import.meta.url));

/**
 * Starts a simulated SATUSEHAT on 127.0.0.1, from the district's files and the journal of earlier runs.
 * Throws SimulatorDataError or JournalError when these cannot be read; nothing is listening then.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { world, opening } = await openWorld(options);
  const server = createServer(createApp(world));
  // Longer than the keep-alive of clients, so that no request meets a connection we are just closing.
  server.keepAliveTimeout = 75_000;
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await world.journal.close();
    throw error;
  });
  let stopping: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    opening,
    stop: () => (stopping ??= shutDown(server, world)),
  };
}

async function shutDown(server: Server, world: World): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeAllConnections();
  await closed;
  world.late.clear();
  await world.journal.close();
}

async function openWorld(options: SimulatorOptions): Promise<{ world: World; opening: Simulator['opening'] }> {
  const { seed = 1, tokenSeconds = 3599, now = (): Date => new Date() } = options;
  const { people, store, clients } = openDistrict(options);
  const earlier: JsonObject[] = [];
  const { journal, opening } = await Journal.open(join(options.data, 'simulasi.ndjson'), (line) => {
    replayLine(line, { store, people, earlier });
  });
  store.attach(journal);
  // The lines of earlier runs enter the seed, so that a restart does not draw the same ids again.
  const random = seededRandom(digest(`${String(seed)} ${String(journal.bytes)}`).readUInt32BE(0));
  const issued = (token: IssuedToken): void => {
    journal.append(Buffer.from(`${JSON.stringify({ line: 'token', ...token })}\n`));
  };
  const tokens = new TokenOffice({ clients, random, expiresInSeconds: tokenSeconds, issued });
  for (const line of earlier) restoreToken(tokens, line, now());
  const faults = planFaults(options.faults ?? [], seed);
  const settings = readSettings(options.settings);
  return { world: { now, random, store, people, journal, tokens, faults, late: new LateWork(now), settings, tally: new Map() }, opening };
}

/** Everything that is there at the first start: people, health workers, organisations, places and clients. */
function openDistrict({ organizations = join(exampleDistrict, 'organizations.json'), people = [] }: SimulatorOptions): {
  readonly people: PeopleRegister;
  readonly store: ResourceStore;
  readonly clients: readonly Client[];
} {
  const register = new PeopleRegister();
  for (const path of [join(exampleDistrict, 'people.json'), ...people]) readPeople(path, register);
  const { resources, clients } = readOrganizations(organizations);
  const store = new ResourceStore();
  for (const { owner, resource } of resources) store.seed(resource, owner);
  return { people: register, store, clients };
}

function replayLine(line: JournalLine, into: { store: ResourceStore; people: PeopleRegister; earlier: JsonObject[] }): void {
  const kind = textAt(line.value, 'line');
  if (kind === 'commit') into.store.replay(line);
  else if (kind === 'token') into.earlier.push(line.value);
  else if (kind === 'person') replayPerson(line.value, into.people);
}

function replayPerson(line: JsonObject, people: PeopleRegister): void {
  const person = toPerson('jurnal simulasi', line['person'] ?? null);
  const known = person.ihs === undefined ? undefined : people.patient(person.ihs);
  const citizen = person.nik === undefined ? undefined : people.citizens(person.nik).find((each) => each.ihs === undefined);
  const former = known ?? citizen;
  if (former === undefined) people.add(person);
  else people.replace(former, person);
}

function restoreToken(tokens: TokenOffice, line: JsonObject, now: Date): void {
  const [token, clientId, expiresAtMs] = [textAt(line, 'token'), textAt(line, 'clientId'), line['expiresAtMs']];
  if (token !== undefined && clientId !== undefined && typeof expiresAtMs === 'number')
    tokens.restore({ token, clientId, expiresAtMs }, now.getTime());
}

function readSettings(given: unknown): SettingsBook {
  const settings = new SettingsBook();
  const refused = given === undefined ? undefined : settings.change(given);
  if (refused !== undefined) throw new SimulatorDataError(refused.wrong);
  return settings;
}

function planFaults(specs: readonly unknown[], seed: number): FaultPlan {
  const faults = new FaultPlan(seededRandom(seed + 1));
  for (const spec of specs) {
    const planned = faults.add(spec);
    if ('wrong' in planned) throw new SimulatorDataError(planned.wrong);
  }
  return faults;
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
