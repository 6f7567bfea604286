// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import { findDatabase } from '../../src/cli/compose-database.ts';
import { composeDoctor } from '../../src/cli/compose-operate.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { judgeDatabase, type DatabaseFacts } from '../../src/operate/doctor/check-database.ts';
import { checkDataFolder, checkNode, checkZones, judgeRoom } from '../../src/operate/doctor/check-machine.ts';
import { checkPlatform } from '../../src/operate/doctor/check-network.ts';
import type { Finding } from '../../src/operate/doctor/finding.ts';
import { runDoctor, type DoctorParts } from '../../src/operate/run-doctor.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { packageRoot } from '../../src/root.ts';
import { findPostmaster } from '../../src/store/embedded/postmaster.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore, query, testKey } from '../a-store.ts';
import { aPerson, aVisitToKeep, at } from '../store/a-visit-to-keep.ts';

let folder: string;
let url: string;
let store: Store;
const quiet = (): void => undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-doctor-'));
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'master.key'), testKey, { mode: 0o600 });
  url = await aDatabase();
  store = await aStore({ url });
  const site = await readSiteFolder(join(packageRoot, 'site-example'));
  await store.transact((tx) => store.site.importSite(tx, site, at('06:00')));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

function aConfig(settings: Readonly<Record<string, string>> = {}): Config {
  return readConfig({
    DATABASE_URL: url,
    TITIAN_PORT: '0',
    TITIAN_DATA: join(folder, 'data'),
    TITIAN_MASTER_KEY_FILE: join(folder, 'master.key'),
    ...settings,
  });
}

async function examine(settings: Readonly<Record<string, string>> = {}, facts: Partial<DoctorParts> = {}): Promise<readonly Finding[]> {
  return runDoctor({ ...(await composeDoctor(aConfig(settings), quiet)), now: () => at('08:00'), ...facts });
}

const only = (findings: readonly Finding[], check: string): readonly Finding[] => findings.filter((finding) => finding.check === check);
const statesOf = (findings: readonly Finding[], check: string): readonly string[] => only(findings, check).map(({ state }) => state);

/** A visit of Posyandu Kenanga (or another place) owed to SATUSEHAT and held. */
async function holdVisit(place: string, reason: string): Promise<void> {
  const person = aPerson();
  const kept = aVisitToKeep(person, { place });
  const key = { platform: 'satusehat', subject: { kind: 'visit', id: kept.visit.id } } as const;
  const issue = {
    severity: 'error',
    type: 'business-rule',
    code: reason,
    text: 'Lengkapi NIK.',
    diagnostics: 'Complete the NIK.',
  } as const;
  await store.transact(async (tx) => {
    await store.persons.savePersons(tx, [{ person }], at('07:00'));
    await store.visits.saveVisits(tx, [kept], at('07:00'));
    await store.owed.owe(
      tx,
      [{ ...key, version: 1, due: at('07:00'), beginning: { state: 'held', reason, issues: [issue] } }],
      at('07:00'),
    );
  });
}

describe('a healthy gateway', () => {
  test('passes every check but the clock of the test, and each is said in both languages', async () => {
    const findings = await examine({}, { now: () => new Date() });
    expect(findings.filter(({ state }) => state === 'fail')).toEqual([]);
    expect(findings.filter(({ id, en }) => id === '' || en === '')).toEqual([]);
    expect(new Set(findings.map(({ check }) => check))).toEqual(
      new Set([
        ...['node', 'zona-waktu', 'folder-data', 'ruang-disk', 'port', 'validator', 'program-dan-sumber', 'postgresql'],
        ...['tahan-mati-listrik', 'checksum', 'pengodean', 'jam', 'kunci-induk', 'skema', 'jejaring', 'kredensial'],
        ...['terutang-tertua', 'jeda-platform', 'ditahan', 'pekerjaan-berkala', 'sandbox'],
      ]),
    );
  });

  test('that was never started is told what the first start makes, and nothing is made', async () => {
    const data = join(folder, 'belum-ada');
    const findings = await examine({ DATABASE_URL: '', TITIAN_DATA: data, TITIAN_MASTER_KEY_FILE: join(folder, 'belum-ada.key') });
    expect(findings.filter(({ state }) => state === 'fail')).toEqual([]);
    expect(only(findings, 'postgresql')[0]?.id).toMatch(/start pertama/);
    expect(only(findings, 'program-postgres')[0]?.state).toBe('ok');
    await expect(readFile(data)).rejects.toThrow('ENOENT');
    await expect(readFile(join(folder, 'belum-ada.key'))).rejects.toThrow('ENOENT');
  });
});

describe('the machine', () => {
  test.each([
    ['20.19.0', 'ok'],
    ['22.1.0', 'ok'],
    ['20.18.9', 'fail'],
    ['18.20.0', 'fail'],
  ])('with Node %s is judged %s', async (version, state) => {
    expect(await checkNode(version)).toMatchObject([{ state }]);
  });

  test.each([
    [0.5, 'fail'],
    [2, 'warn'],
    [50, 'ok'],
  ])('with %d GiB free is judged %s', (gib, state) => {
    expect(judgeRoom(gib * 1024 ** 3).state).toBe(state);
  });

  test('knows the zones of Indonesia', () => {
    expect(checkZones(at('08:00'))).toMatchObject([{ state: 'ok' }]);
  });

  test('whose data folder others may read, or that belongs to somebody else, is told', async () => {
    const data = join(folder, 'terbuka');
    await mkdir(data, { mode: 0o700 });
    expect(await checkDataFolder(data, process.getuid?.())).toMatchObject([{ state: 'ok' }]);
    expect(await checkDataFolder(data, 12345)).toMatchObject([{ state: 'fail' }]);
    await chmod(data, 0o755);
    expect(await checkDataFolder(data, process.getuid?.())).toMatchObject([
      { state: 'warn', remedy: { id: `Jalankan: chmod 700 ${data}` } },
    ]);
  });

  test('whose port another program holds is told', async () => {
    const other = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(statesOf(await examine({ TITIAN_PORT: String(port) }), 'port')).toEqual(['fail']);
    other.close();
  });
});

describe('a database', () => {
  const facts: DatabaseFacts = {
    ...{ version: '18.1', encoding: 'UTF8', fsync: 'on', synchronousCommit: 'on', fullPageWrites: 'on', checksums: 'on' },
    ...{ clock: 1000, used: true },
  };
  test.each<[string, Partial<DatabaseFacts>, string, string]>([
    ['that does not sync', { fsync: 'off' }, 'tahan-mati-listrik', 'fail'],
    ['that answers before it wrote', { synchronousCommit: 'off' }, 'tahan-mati-listrik', 'fail'],
    ['that may tear pages', { fullPageWrites: 'off' }, 'tahan-mati-listrik', 'fail'],
    ['without checksums', { checksums: 'off' }, 'checksum', 'warn'],
    ['in another encoding', { encoding: 'LATIN1' }, 'pengodean', 'fail'],
    ['whose clock is ten seconds off', { clock: 1010 }, 'jam', 'warn'],
    ['whose clock is an hour behind', { clock: -2600 }, 'jam', 'fail'],
  ])('%s is judged so', (_, change, check, state) => {
    expect(judgeDatabase(facts, 1000).map((finding) => finding.state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    expect(only(judgeDatabase({ ...facts, ...change }, 1000), check)).toMatchObject([{ state }]);
  });

  test('that does not answer is told, and all else is still checked', async () => {
    const findings = await examine({ DATABASE_URL: 'postgresql://titian@127.0.0.1:1/titian' });
    expect(statesOf(findings, 'postgresql')).toEqual(['fail']);
    expect(statesOf(findings, 'jejaring')).toEqual(['ok']);
  });

  test('of a newer version of Titian is told', async () => {
    expect(statesOf(await examine({}, { migrations: [] }), 'skema')).toEqual(['warn']);
    const next = { name: '9999-nanti', checksum: 'x' };
    const { migrations } = await composeDoctor(aConfig(), quiet);
    expect(only(await examine({}, { migrations: [...migrations, next] }), 'skema')[0]?.id).toMatch(/menerapkan 1 langkah/);
  });

  test('of a gateway at work is left running, and one started for the doctor alone is stopped again', async () => {
    const data = join(folder, 'sendiri');
    const config = aConfig({ DATABASE_URL: '', TITIAN_DATA: data });
    const gateway = await findDatabase(config, quiet);
    const pgData = join((await readFile(join(data, 'postgres.home'), 'utf8').catch(() => data)).trim(), 'postgres');
    expect(statesOf(await examine({ DATABASE_URL: '', TITIAN_DATA: data }), 'postgresql')).toEqual(['ok']);
    expect(await findPostmaster(pgData)).toBeDefined();
    await gateway.close();

    expect(statesOf(await examine({ DATABASE_URL: '', TITIAN_DATA: data }), 'postgresql')).toEqual(['ok']);
    expect(await findPostmaster(pgData)).toBeUndefined();
  }, 60_000);
});

describe('the master key', () => {
  test.each<[string, (file: string) => Promise<void>, RegExp]>([
    ['that is missing', () => Promise.resolve(), /Tidak ada/],
    ['that others may read', (file) => writeFile(file, testKey, { mode: 0o644 }), /terbuka/],
    ['that is cut short', (file) => writeFile(file, testKey.subarray(1), { mode: 0o600 }), /31 byte/],
    ['of another database', (file) => writeFile(file, randomBytes(32), { mode: 0o600 }), /memerlukan kunci/],
  ])('%s fails', async (_, make, said) => {
    const file = join(folder, `${randomUUID()}.key`);
    await make(file);
    const [finding] = only(await examine({ TITIAN_MASTER_KEY_FILE: file }), 'kunci-induk');
    expect([finding?.state, finding?.id]).toEqual(['fail', expect.stringMatching(said)]);
  });
});

describe('tables', () => {
  test('of a site that changed since its import are told with the command that imports them', async () => {
    const site = join(folder, 'situs');
    await cp(join(packageRoot, 'site-example'), site, { recursive: true });
    await writeFile(join(site, 'policies.yaml'), `${await readFile(join(site, 'policies.yaml'), 'utf8')}\n# lain\n`);
    expect(only(await examine({ TITIAN_SITE: site }), 'jejaring')).toMatchObject([
      { state: 'warn', remedy: { id: 'Jalankan: titian places import' } },
    ]);
    await writeFile(join(site, 'jejaring.csv'), 'rusak\n');
    expect(statesOf(await examine({ TITIAN_SITE: site }), 'jejaring')).toEqual(['fail']);
  });

  test('of a source with a fault are told with file and line', async () => {
    const sources = join(folder, 'sources');
    await cp(join(packageRoot, 'sources', 'posyandu-kenanga'), join(sources, 'salah'), { recursive: true });
    await writeFile(join(sources, 'salah', 'columns.yaml'), 'apa: { is: tidak-ada }\n');
    const [finding] = only(await examine({ TITIAN_SOURCES: sources }), 'program-dan-sumber');
    expect([finding?.state, finding?.id]).toEqual(['fail', expect.stringContaining('columns.yaml')]);
  });
});

describe('what is owed', () => {
  test('by a puskesmas without credentials fails and names the puskesmas and how many wait', async () => {
    await holdVisit('tanpa-puskesmas', 'uji-tempat');
    await query(
      url,
      `insert into place select 'tanpa-puskesmas', 'posyandu', name, 'pkm-uji', zone, content, digest, updated_at from place where kind = 'posyandu' limit 1`,
    );
    await query(
      url,
      `insert into place select 'pkm-uji', 'puskesmas', name, null, zone, content || '{"organization":"100000"}', digest, updated_at from place where kind = 'puskesmas' limit 1`,
    );
    expect(only(await examine(), 'kredensial')).toMatchObject([
      { state: 'fail', id: 'Puskesmas pkm-uji: 1 kunjungan terutang tanpa kredensial.' },
    ]);
  });

  test('and held is told by reason with what to do', async () => {
    await holdVisit('kenanga', 'nik-belum-ada');
    await holdVisit('kenanga', 'nik-belum-ada');
    const [first] = only(await examine(), 'ditahan');
    expect(first).toMatchObject({
      state: 'warn',
      id: '2 ditahan: nik-belum-ada.',
      remedy: { id: 'Lengkapi NIK.', en: 'Complete the NIK.' },
    });
  });

  test('and due for hours is a warning, for minutes none', async () => {
    const subject = { kind: 'visit', id: randomUUID() } as const;
    await store.transact((tx) =>
      store.owed.owe(tx, [{ platform: 'satusehat', subject, version: 1, due: at('06:30'), beginning: { state: 'ready' } }], at('06:00')),
    );
    expect(statesOf(await examine({}, { now: () => at('07:00') }), 'terutang-tertua')).toEqual(['ok']);
    expect(only(await examine(), 'terutang-tertua')).toMatchObject([{ state: 'warn', id: '1 menunggu giliran, tertua 90 menit/min.' }]);
  });
});

describe('SATUSEHAT', () => {
  test('that answers anything at all can be reached; one that does not is a warning, since what is owed waits', async () => {
    nock('https://satusehat.contoh.test').get('/').reply(403);
    expect(await checkPlatform('https://satusehat.contoh.test', folder)).toMatchObject([{ state: 'ok' }]);
    nock('https://satusehat.contoh.test')
      .get('/')
      .replyWithError(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));
    expect(await checkPlatform('https://satusehat.contoh.test', folder)).toMatchObject([
      { state: 'warn', id: expect.stringContaining('ECONNREFUSED') as unknown },
    ]);
  });
});
