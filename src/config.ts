import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Type, type Static } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import { packageRoot } from './root.ts';
import { listFaults } from './setting-faults.ts';

const schema = Type.Object({
  TITIAN_HOST: Type.String({ default: '127.0.0.1', description: 'Alamat tempat mendengarkan / address to listen on' }),
  TITIAN_PORT: Type.Integer({ default: 8480, minimum: 0, maximum: 65535, description: 'Port HTTP; 0 = bebas / free' }),
  TITIAN_DATA: Type.String({ default: 'data', minLength: 1, description: 'Folder data / data folder' }),
  TITIAN_SITE: Type.String({ default: '', description: 'Folder jejaring, pendaftaran, policies / site folder' }),
  TITIAN_SOURCES: Type.String({ default: '', description: 'Folder sources tambahan, dipisah koma / more source folders' }),
  TITIAN_PROGRAMME: Type.String({ default: '', description: 'Folder tabel program sendiri, dipisah koma / own programme tables' }),
  TITIAN_MASTER_KEY_FILE: Type.String({ default: '', description: 'File kunci induk / master key file' }),
  TITIAN_ENVIRONMENT: Type.Union([Type.Literal('simulasi'), Type.Literal('staging'), Type.Literal('produksi')], { default: 'simulasi' }),
  TITIAN_SATUSEHAT_URL: Type.String({
    default: '',
    pattern: '^(https?://.*)?$',
    description: 'Host SATUSEHAT; kosong = sandbox / empty = sandbox',
  }),
  TITIAN_CREDENTIALS_FILE: Type.String({ default: '', description: 'File kredensial sandbox, hanya simulasi / sandbox credentials' }),
  TITIAN_FHIR_SERVER_URL: Type.String({
    default: '',
    pattern: '^(https?://[^@\\s]+)?$',
    description: "Server FHIR sendiri; kosong = tidak ada / a FHIR server of one's own; empty = none",
  }),
  TITIAN_FHIR_SERVER_AUTH_FILE: Type.String({
    default: '',
    description: 'File kepala Authorization-nya / file with its Authorization header',
  }),
  TITIAN_FHIR_SERVER_IDENTITY: Type.Union([Type.Literal('samar'), Type.Literal('lengkap')], { default: 'samar' }),
  TITIAN_REPORT_DAY: Type.Integer({
    default: 5,
    minimum: 1,
    maximum: 28,
    description: 'Tanggal laporan bulan lalu harus lengkap; saat kuota sempit ia didahulukan / day by which last month is complete',
  }),
  TITIAN_SANDBOX_PORT: Type.Integer({ default: 8481, minimum: 0, maximum: 65535 }),
  TITIAN_LOG_LEVEL: Type.Union(
    [Type.Literal('debug'), Type.Literal('info'), Type.Literal('warn'), Type.Literal('error'), Type.Literal('silent')],
    { default: 'info' },
  ),
  TITIAN_API_KEY: Type.String({ default: '', description: 'Kunci API untuk titian submit / API key for titian submit' }),
  TITIAN_MAX_BODIES_MB: Type.Integer({ default: 256, minimum: 128, description: 'Memori untuk isi kiriman / memory for bodies' }),
  TITIAN_MAX_SUBMISSIONS: Type.Integer({
    default: 512,
    minimum: 4,
    description: 'Kiriman yang dikerjakan bersamaan / submissions at once',
  }),
  TITIAN_MAX_BACKLOG_MB: Type.Integer({ default: 512, minimum: 1, description: 'File yang antre dibaca / files waiting to be read' }),
  TITIAN_MAX_LOOP_DELAY_MS: Type.Integer({ default: 1000, minimum: 50, description: 'Kelambatan proses / event-loop delay' }),
  TITIAN_MIN_FREE_DISK_MB: Type.Integer({ default: 1024, minimum: 0, description: 'Ruang disk yang disisakan / disk left free' }),
  DATABASE_URL: Type.String({
    default: '',
    pattern: '^(postgres(ql)?://.*)?$',
    description: 'PostgreSQL sendiri; kosong = bawaan / empty = embedded',
  }),
});

type Variables = Static<typeof schema>;

/** A FHIR server of one's own. */
export interface FhirServerSettings {
  readonly url: string;
  /** File with its header `Authorization`; undefined where the server asks for none. */
  readonly authFile: string | undefined;
  /** `lengkap` = it is shown names and NIKs. */
  readonly identity: 'samar' | 'lengkap';
}

/** Settings of one process, read once from the environment, checked and frozen. Paths are absolute. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly siteDir: string;
  readonly sourceDirs: readonly string[];
  /** Folders of programme tables of one's own, in the form of programme/. */
  readonly programmeDirs: readonly string[];
  readonly masterKeyFile: string;
  readonly environment: 'simulasi' | 'staging' | 'produksi';
  /** Host of SATUSEHAT; undefined = the sandbox is started beside the gateway. */
  readonly satusehatUrl: string | undefined;
  /** A FHIR server of the district itself, to which visits are owed beside SATUSEHAT; absent = none. */
  readonly fhirServer?: FhirServerSettings | undefined;
  /** Open credentials of a sandbox. */
  readonly credentialsFile: string | undefined;
  /** Day of the month by which the month before has to be complete at the platforms. */
  readonly reportDay: number;
  readonly sandboxPort: number;
  readonly logLevel: Variables['TITIAN_LOG_LEVEL'];
  /** Key with which `titian submit` hands in files. */
  readonly apiKey: string | undefined;
  /** A PostgreSQL of one's own; undefined = the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Beyond these, submissions are told to come back later. */
  readonly pressure: {
    readonly bodiesBytes: number;
    readonly requests: number;
    readonly backlogBytes: number;
    readonly loopDelayMs: number;
    readonly freeDiskBytes: number;
  };
}

/** Settings that cannot be used: every fault at once, with its variable. */
export class ConfigFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`Setelan tidak dapat dipakai / settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Reads the settings; throws `ConfigFault` naming all faults together. Secrets have no default and are files, not variables. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given: Record<string, unknown> = {};
  for (const key of Object.keys(schema.properties))
    if (environment[key] !== undefined && environment[key] !== '') given[key] = environment[key];
  const check = new Ajv({ allErrors: true, coerceTypes: true, useDefaults: true }).compile<Variables>(schema);
  if (!check(given)) throw new ConfigFault(listFaults(check.errors ?? [], environment));
  const faults = [...findConflicts(given), ...findServerConflicts(given)];
  if (faults.length > 0) throw new ConfigFault(faults);
  return Object.freeze(toConfig(given));
}

function findConflicts(given: Variables): readonly string[] {
  const faults: string[] = [];
  if (given.TITIAN_ENVIRONMENT !== 'simulasi' && given.TITIAN_SATUSEHAT_URL === '')
    faults.push(
      'TITIAN_SATUSEHAT_URL: wajib di luar simulasi / required outside simulasi, e.g. https://api-satusehat-stg.dto.kemkes.go.id',
    );
  if (given.TITIAN_ENVIRONMENT !== 'simulasi' && given.TITIAN_SITE === '')
    faults.push('TITIAN_SITE: wajib di luar simulasi; site-example hanya rekaan / required outside simulasi; site-example is invented');
  if (given.TITIAN_ENVIRONMENT !== 'simulasi' && given.TITIAN_CREDENTIALS_FILE !== '')
    faults.push(
      'TITIAN_CREDENTIALS_FILE: hanya untuk simulasi; di luar itu puskesmas memasukkan kredensialnya sendiri: titian facility enter / for simulasi only; elsewhere the puskesmas enters its own: titian facility enter',
    );
  return faults;
}

function findServerConflicts(given: Variables): readonly string[] {
  return given.TITIAN_FHIR_SERVER_AUTH_FILE !== '' && given.TITIAN_FHIR_SERVER_URL === ''
    ? ['TITIAN_FHIR_SERVER_URL: wajib bila ada TITIAN_FHIR_SERVER_AUTH_FILE / required with TITIAN_FHIR_SERVER_AUTH_FILE']
    : [];
}

function toFhirServer(given: Variables): FhirServerSettings | undefined {
  const { TITIAN_FHIR_SERVER_URL: url, TITIAN_FHIR_SERVER_AUTH_FILE: file, TITIAN_FHIR_SERVER_IDENTITY: identity } = given;
  return url === '' ? undefined : { url, authFile: file === '' ? undefined : resolve(file), identity };
}

function toFolders(list: string): readonly string[] {
  return list
    .split(',')
    .map((dir) => dir.trim())
    .filter((dir) => dir !== '')
    .map((dir) => resolve(dir));
}

function toConfig(given: Variables): Config {
  const absent = (value: string): string | undefined => (value === '' ? undefined : value);
  return {
    host: given.TITIAN_HOST,
    port: given.TITIAN_PORT,
    dataDir: resolve(given.TITIAN_DATA),
    siteDir: resolve(absent(given.TITIAN_SITE) ?? join(packageRoot, 'site-example')),
    sourceDirs: [join(packageRoot, 'sources'), ...toFolders(given.TITIAN_SOURCES)],
    programmeDirs: toFolders(given.TITIAN_PROGRAMME),
    masterKeyFile: resolve(absent(given.TITIAN_MASTER_KEY_FILE) ?? join(homedir(), '.config', 'titian', 'master.key')),
    environment: given.TITIAN_ENVIRONMENT,
    satusehatUrl: absent(given.TITIAN_SATUSEHAT_URL),
    fhirServer: toFhirServer(given),
    credentialsFile: absent(given.TITIAN_CREDENTIALS_FILE),
    reportDay: given.TITIAN_REPORT_DAY,
    sandboxPort: given.TITIAN_SANDBOX_PORT,
    logLevel: given.TITIAN_LOG_LEVEL,
    apiKey: absent(given.TITIAN_API_KEY),
    databaseUrl: absent(given.DATABASE_URL),
    pressure: {
      bodiesBytes: given.TITIAN_MAX_BODIES_MB * 1048576,
      requests: given.TITIAN_MAX_SUBMISSIONS,
      backlogBytes: given.TITIAN_MAX_BACKLOG_MB * 1048576,
      loopDelayMs: given.TITIAN_MAX_LOOP_DELAY_MS,
      freeDiskBytes: given.TITIAN_MIN_FREE_DISK_MB * 1048576,
    },
  };
}
