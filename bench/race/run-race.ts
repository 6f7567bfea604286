import { aGatewayHome, askDatabase, databaseUrl, sweep, type GatewayHome } from '../../test/scenarios/a-gateway-process.ts';
import { checkSandbox } from '../crash/check-sandbox.ts';
import { checkRows, checkStore } from '../crash/check-store.ts';
import { createFindings, type Findings } from '../crash/findings.ts';
import { createKey, startGateway } from '../crash/gateway-process.ts';
import { writeSite } from '../crash/site.ts';
import type { Acknowledged } from '../crash/submit.ts';
import { waitUntilQuiet } from '../crash/wait-until-quiet.ts';
import { inventRace, type RaceLoad } from './race-load.ts';
import { race, type Raced } from './race.ts';

/** How many race for how many keys. */
export interface RaceOptions {
  readonly clients: number;
  readonly keys: number;
  readonly seed: number;
  readonly keep: boolean;
  readonly tell: (line: string) => void;
}

/** What a race left behind. */
export interface RaceRun {
  readonly raced: Raced;
  readonly findings: Findings;
  /** Visits in the store. */
  readonly records: number;
  /** Encounters in the sandbox. */
  readonly upstreamCreates: number;
  readonly raceSeconds: number;
  readonly seconds: number;
}

interface Arena {
  readonly home: GatewayHome;
  readonly urls: readonly string[];
  readonly sandboxUrl: string;
  readonly apiKeys: readonly string[];
  readonly auditor: string;
  close(): Promise<void>;
}

const submitters = ['dinkes', 'simpus', 'kader', 'puskesmas'];
const stillMs = 120_000;

/** Races against two gateways on one PostgreSQL, waits until nothing is underway, and holds store and sandbox against the truth. */
export async function runRace({ clients, keys, seed, keep, tell }: RaceOptions): Promise<RaceRun> {
  const since = Date.now();
  const load = inventRace(keys, seed);
  const arena = await openArena(load, keep);
  try {
    tell(`${String(clients)} clients, ${String(keys)} keys, two gateways, in ${arena.home.dir}`);
    const began = Date.now();
    const raced = await race({ load, clients, urls: arena.urls, apiKeys: arena.apiKeys });
    const raceSeconds = toSeconds(began);
    tell(`${String(raced.requests)} requests in ${String(raceSeconds)} s, ${String(raced.putOff)} of them put off`);
    const findings = await check(load, arena, raced);
    const records = await count(arena.home, 'select count(*) as n from visit');
    const upstreamCreates = await countEncounters(arena.sandboxUrl);
    return { raced, findings, records, upstreamCreates, raceSeconds, seconds: toSeconds(since) };
  } finally {
    await arena.close();
  }
}

/** The first gateway brings PostgreSQL and the sandbox, the second is given their addresses. */
async function openArena(load: RaceLoad, keep: boolean): Promise<Arena> {
  const bare = await aGatewayHome();
  const { site, people } = await writeSite(bare.dir, load);
  const home = { ...bare, environment: { ...bare.environment, TITIAN_SITE: site } };
  const first = startGateway(home, ['--people', people]);
  const { url, sandboxUrl } = await first.ready;
  const apiKeys = await Promise.all(submitters.map((name) => createKey(home, name)));
  const auditor = await createKey(home, 'pengawas', ['operasi']);
  const shared = { DATABASE_URL: await databaseUrl(home), TITIAN_SATUSEHAT_URL: sandboxUrl };
  const second = startGateway({ ...home, environment: { ...home.environment, ...shared } });
  const { url: otherUrl } = await second.ready;
  return {
    ...{ home, sandboxUrl, apiKeys, auditor, urls: [url, otherUrl] },
    close: async () => {
      await second.end('SIGTERM');
      await first.end('SIGTERM');
      if (!keep) await sweep(home);
    },
  };
}

async function check(load: RaceLoad, { home, urls, sandboxUrl, auditor }: Arena, { ids }: Raced): Promise<Findings> {
  const findings = createFindings();
  const left = await waitUntilQuiet(home, stillMs);
  if (left !== undefined) findings.upstreamMissing.push(`still underway after ${String(stillMs / 1000)} s without any change: ${left}`);
  const files = [...ids].flatMap(([file, [id, ...others]]): readonly Acknowledged[] => {
    for (const other of others) findings.duplicated.push(`${file.name} is also submission ${other}`);
    return id === undefined ? [] : [{ file, id }];
  });
  const visits = await checkRows(load, files, { url: urls[0] ?? '', key: auditor }, findings);
  await checkStore(load, files.length, visits, { home, findings });
  await checkPersons(load, home, findings);
  await checkSandbox(load, sandboxUrl, visits, { home, findings });
  return findings;
}

/** A child is one person, and a file is read once. */
async function checkPersons({ keys }: RaceLoad, home: GatewayHome, findings: Findings): Promise<void> {
  const persons = await count(home, 'select count(*) as n from person where merged_into is null');
  for (let more = keys.length; more < persons; more += 1) findings.duplicated.push('a person more than children were weighed');
  for (let less = persons; less < keys.length; less += 1) findings.missing.push('a person less than children were weighed');
  const twice = await count(home, 'select count(*) as n from (select 1 from reading group by submission having count(*) > 1) as twice');
  for (let each = 0; each < twice; each += 1) findings.duplicated.push('a file was read twice');
}

async function count(home: GatewayHome, sql: string): Promise<number> {
  return Number((await askDatabase(home, sql))[0]?.['n']);
}

async function countEncounters(sandboxUrl: string): Promise<number> {
  const answer = await fetch(`${sandboxUrl}/_sandbox/resources?type=Encounter&written=1&limit=1`);
  return ((await answer.json()) as { readonly total: number }).total;
}

function toSeconds(since: number): number {
  return Math.round((Date.now() - since) / 1000);
}
