import type { Client } from 'pg';
import type { Config } from '../config.ts';
import { readCredentials } from '../credentials.ts';
import { checkSchema, judgeDatabase, readDatabaseFacts } from './doctor/check-database.ts';
import { checkKey } from './doctor/check-key.ts';
import { checkDataFolder, checkDisk, checkNode, checkPrograms, checkZones } from './doctor/check-machine.ts';
import { checkPlatform, checkPort } from './doctor/check-network.ts';
import { checkCredentials, checkHeld, checkOldest, findUsable } from './doctor/check-owed.ts';
import { checkPlatforms } from './doctor/check-platforms.ts';
import { checkSchedule } from './doctor/check-schedule.ts';
import { checkSite, checkSources, checkValidator } from './doctor/check-tables.ts';
import { attempt, toFailure, toOk, type Finding } from './doctor/finding.ts';

/** What the doctor needs from outside. */
export interface DoctorParts {
  readonly config: Config;
  readonly now: () => Date;
  readonly nodeVersion: string;
  readonly uid: number | undefined;
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  readonly keyIdOf: (key: Uint8Array) => string;
  /**
   * Does work on the database, found or started for this, and ends what was started. Undefined without asking where there is none yet:
   * the doctor makes nothing.
   */
  readonly withDatabase: <T>(work: (client: Client) => Promise<T>) => Promise<T | undefined>;
}

/** Checks everything Titian stands on, beside a gateway at work or without one, changes nothing, and leaves nothing running. */
export async function runDoctor(parts: DoctorParts): Promise<readonly Finding[]> {
  const { config } = parts;
  // The folder is looked at first: opening the database would put its mode right without a word.
  const machine = [
    ...(await attempt('node', () => checkNode(parts.nodeVersion))),
    ...(await attempt('zona-waktu', () => checkZones(parts.now()))),
    ...(await attempt('folder-data', () => checkDataFolder(config.dataDir, parts.uid))),
    ...(await attempt('ruang-disk', () => checkDisk(config.dataDir))),
    ...(config.databaseUrl === undefined ? await attempt('program-postgres', checkPrograms) : []),
    ...(await attempt('port', () => checkPort(config.host, config.port))),
    ...(await attempt('validator', checkValidator)),
    ...(await attempt('program-dan-sumber', () => checkSources(config.sourceDirs, config.programmeDirs))),
  ];
  const database = await examineDatabase(parts);
  return [...machine, ...database, ...(await attempt('satusehat', () => checkPlatform(config.satusehatUrl, config.dataDir)))];
}

async function examineDatabase(parts: DoctorParts): Promise<readonly Finding[]> {
  try {
    const found = await parts.withDatabase((client) => examine(parts, client));
    if (found !== undefined) return found;
    return [
      toOk('postgresql', 'Belum ada basis data; start pertama membuatnya.', 'No database yet; the first start makes it.'),
      ...(await withoutStore(parts)),
    ];
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    const remedy = {
      id: 'Lihat postgres.log di folder data, atau periksa DATABASE_URL.',
      en: 'See postgres.log in the data folder, or check DATABASE_URL.',
    };
    return [
      toFailure('postgresql', { id: `Tidak dapat dibuka: ${why}`, en: `Cannot be opened: ${why}` }, remedy),
      ...(await withoutStore(parts)),
    ];
  }
}

/** What can be said without a store: its key is not yet needed, and nothing was imported. */
async function withoutStore({ config, keyIdOf }: DoctorParts): Promise<readonly Finding[]> {
  const place = { file: config.masterKeyFile, dataDir: config.dataDir, keyIdOf };
  return [
    ...(await attempt('kunci-induk', () => checkKey(place, undefined))),
    ...(await attempt('jejaring', () => checkSite(config.siteDir, undefined))),
    ...(await attempt('kredensial', () => checkCredentialsFile(config))),
  ];
}

async function checkCredentialsFile(config: Config): Promise<readonly Finding[]> {
  const credentials = await readCredentials(config);
  return [toOk('kredensial', `${String(credentials.size)} organisasi.`, `${String(credentials.size)} organizations.`)];
}

async function examine(parts: DoctorParts, client: Client): Promise<readonly Finding[]> {
  const facts = await readDatabaseFacts(client);
  const judged = judgeDatabase(facts, parts.now().getTime() / 1000);
  if (!facts.used) return [...judged, ...(await withoutStore(parts))];
  return [...judged, ...(await examineStore(parts, client))];
}

async function examineStore({ config, keyIdOf, now, migrations }: DoctorParts, client: Client): Promise<readonly Finding[]> {
  const { environment } = config;
  const place = { file: config.masterKeyFile, dataDir: config.dataDir, keyIdOf };
  const checks: readonly (readonly [string, () => Promise<readonly Finding[]>])[] = [
    ['kunci-induk', async () => checkKey(place, await findKeyId(client))],
    ['skema', () => checkSchema(client, migrations, now())],
    ['jejaring', () => checkSite(config.siteDir, client)],
    [
      'kredensial',
      async () => checkCredentials(client, environment, await findUsable(client, environment, (await readCredentials(config)).keys())),
    ],
    ['terutang-tertua', () => checkOldest(client, environment, now())],
    ['jeda-platform', () => checkPlatforms(client, environment, now())],
    ['ditahan', () => checkHeld(client, environment)],
    ['pekerjaan-berkala', () => checkSchedule(client, environment, now())],
  ];
  const findings: Finding[] = [];
  for (const [check, look] of checks) findings.push(...(await attempt(check, look)));
  return findings;
}

async function findKeyId(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ value: string }>("select value from meta where name = 'master-key'");
  return rows[0]?.value.split(':', 1)[0];
}
