import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SimulatorClock } from './clock.ts';
import { ConsentBook } from './consents.ts';
import { FaultPlan } from './faults/fault-plan.ts';
import { LateWork } from './faults/late-work.ts';
import { textAt, type JsonObject } from './json.ts';
import { Journal, type JournalLine } from './journal.ts';
import { MemoryJournal, type Keeper } from './memory-journal.ts';
import { readOrganizations, type Client } from './organizations.ts';
import { PeopleRegister } from './people-register.ts';
import { digest, seededRandom } from './random.ts';
import { readPeople, SimulatorDataError, toPerson } from './read-people.ts';
import { ResourceStore } from './resource-store.ts';
import { SettingsBook } from './settings.ts';
import { TokenOffice, type IssuedToken } from './token-office.ts';
import type { World } from './world.ts';

/** What a simulated platform is made of. */
export interface WorldOptions {
  /** Folder of the journal; the same folder later gives the same simulated platform again. Not needed when nothing is kept. */
  readonly data?: string;
  /** Keep everything in memory only. */
  readonly ephemeral?: boolean;
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

/** What the journal held, and the bytes of a torn last line that were cut off. */
export interface Opening {
  readonly lines: number;
  readonly tornBytes: number;
}

/** The folder of the invented district that comes with Titian. */
export const exampleDistrict: string = fileURLToPath(new URL('../../site-example/simulator/', import.meta.url));

/** Opens a simulated platform from the district's files and the journal of earlier runs. Throws SimulatorDataError or JournalError. */
export async function openWorld(options: WorldOptions): Promise<{ world: World; opening: Opening }> {
  const clock = new SimulatorClock(options.now ?? ((): Date => new Date()));
  const district = openDistrict(options);
  const earlier: JsonObject[] = [];
  const { journal, opening } = await openJournal(options, (line) => {
    replayLine(line, { ...district, earlier });
  });
  const parts = assemble(options, { clock, journal, district });
  for (const line of earlier) restoreToken(parts.tokens, line, clock.now());
  const world: World = {
    ...parts,
    reset: async () => {
      await journal.empty();
      world.late.clear();
      clock.reset();
      Object.assign(world, assemble(options, { clock, journal, district: openDistrict(options) }));
    },
  };
  return { world, opening };
}

interface District {
  readonly people: PeopleRegister;
  readonly store: ResourceStore;
  readonly consents: ConsentBook;
  readonly clients: readonly Client[];
}

interface Ground {
  readonly clock: SimulatorClock;
  readonly journal: Keeper;
  readonly district: District;
}

function assemble(options: WorldOptions, { clock, journal, district }: Ground): Omit<World, 'reset'> {
  const { seed = 1, tokenSeconds = 3599 } = options;
  const { people, store, consents, clients } = district;
  store.attach(journal);
  // The lines of earlier runs enter the seed, so that a restart does not draw the same ids again.
  const random = seededRandom(digest(`${String(seed)} ${String(journal.bytes)}`).readUInt32BE(0));
  const issued = (token: IssuedToken): void => {
    journal.append(Buffer.from(`${JSON.stringify({ line: 'token', ...token })}\n`));
  };
  return {
    ...{ now: clock.now, clock, random, store, people, consents, journal, tally: new Map<string, number>() },
    tokens: new TokenOffice({ clients, random, expiresInSeconds: tokenSeconds, issued }),
    faults: planFaults(options.faults ?? [], seed),
    late: new LateWork(clock.now),
    settings: readSettings(options.settings),
  };
}

async function openJournal(
  { data, ephemeral = false }: WorldOptions,
  replay: (line: JournalLine) => void,
): Promise<{ journal: Keeper; opening: Opening }> {
  if (ephemeral) return { journal: new MemoryJournal(), opening: { lines: 0, tornBytes: 0 } };
  if (data === undefined) throw new SimulatorDataError('"data" atau "ephemeral" harus ada / "data" or "ephemeral" is needed');
  return Journal.open(join(data, 'simulasi.ndjson'), replay);
}

/** Everything that is there at the first start: people, health workers, organisations, places and clients. */
function openDistrict({ organizations = join(exampleDistrict, 'organizations.json'), people = [] }: WorldOptions): District {
  const register = new PeopleRegister();
  for (const path of [join(exampleDistrict, 'people.json'), ...people]) readPeople(path, register);
  const { resources, clients } = readOrganizations(organizations);
  const store = new ResourceStore();
  for (const { owner, resource } of resources) store.seed(resource, owner);
  return { people: register, store, consents: new ConsentBook(), clients };
}

function replayLine(line: JournalLine, into: District & { readonly earlier: JsonObject[] }): void {
  const kind = textAt(line.value, 'line');
  if (kind === 'commit') into.store.replay(line);
  else if (kind === 'token') into.earlier.push(line.value);
  else if (kind === 'person') replayPerson(line.value, into.people);
  else if (kind === 'consent') replayConsent(line.value, into.consents);
}

function replayConsent(line: JsonObject, consents: ConsentBook): void {
  const [ihs = '', agent = '', at = ''] = ['ihs', 'agent', 'at'].map((key) => textAt(line, key));
  consents.keep({ ihs, agent, at, optedIn: line['optedIn'] === true });
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
