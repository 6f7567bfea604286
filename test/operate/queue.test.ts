// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import axios, { type AxiosResponse } from 'axios';
import { Command } from 'commander';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addKeysCommand } from '../../src/cli/keys-command.ts';
import { printOwed } from '../../src/cli/owed-command.ts';
import { printOrder, printStatus } from '../../src/cli/platform-command.ts';
import { printRedrive } from '../../src/cli/redrive-command.ts';
import type { QueueGroup, QueueItem, QueuePage, RedriveReport } from '../../src/deliveries.ts';
import { tellFirstKey } from '../../src/first-words.ts';
import { toHoldIssues } from '../../src/gateway/hold-issue.ts';
import { toQueueItems } from '../../src/gateway/queue-items.ts';
import { isWaiting, sendingOf, type SendingFacts } from '../../src/map/sending-of.ts';
import { createFigures } from '../../src/operate/metrics/read-figures.ts';
import { createMetrics } from '../../src/operate/metrics.ts';
import { checkPlatforms } from '../../src/operate/doctor/check-platforms.ts';
import { holdReasons } from '../../src/platforms/satusehat/holds/hold-reasons.ts';
import { createWordsOf } from '../../src/report/catalogue/cause-words.ts';
import { listErrorPages } from '../../src/report/catalogue/error-catalogue.ts';
import { packageRoot } from '../../src/root.ts';
import { query } from '../a-store.ts';
import { aDeskHome, aList, type DeskHome } from './a-desk.ts';

const naura = '1;6472994302249512;Naura Khalisa;03/02/2024;P;Yuni;12/07/2025;8,1;71';
const withoutNik = '2;;Sari Dewi;01/02/2024;P;Ani;12/07/2025;8,1;74';
const brokenNik = '3;6,47E+15;Made Putra;01/03/2024;L;Luh;12/07/2025;8,4;75';
const wrongNik = '4;6472991805239515;Dimas Putra;20/05/2022;L;Wati;12/07/2025;12,1;90';
const rayhan = '1;;Rayhan;01/09/2020;L;Tuti;09/07/2025;21,9;103';

let home: DeskHome;
let kenanga = '';
const keys: Record<'operasi' | 'bound' | 'plain', string> = { operasi: '', bound: '', plain: '' };

beforeAll(async () => {
  home = await aDeskHome();
  kenanga = (await home.submit(aList('KENANGA', naura, withoutNik, brokenNik, wrongNik))).id;
  await home.submit(aList('KAMBOJA 2', rayhan));
  const make = async (scope: readonly string[]): Promise<string> =>
    (await home.store.apiKeys.createApiKey(home.store.db, { name: 'petugas', scope, at: home.clock.now })).text;
  keys.operasi = await make(['operasi']);
  keys.bound = await make(['operasi', 'within:puskesmas-karang-joang']);
  keys.plain = await make(['submit', 'read', 'admin']);
}, 60_000);
afterAll(() => home.close());

const call = <T>(method: 'GET' | 'POST', path: string, { key = keys.operasi, body }: { key?: string; body?: unknown } = {}) =>
  axios.request<T>({
    ...{ method, url: `${home.http}${path}`, data: body, validateStatus: () => true },
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });
const codeOf = ({ data }: AxiosResponse<unknown>): unknown =>
  (data as { issue?: readonly { details: { coding: readonly { code: string }[] } }[] }).issue?.[0]?.details.coding[0]?.code;
const groups = async (path = '', key = keys.operasi): Promise<readonly QueueGroup[]> =>
  (await call<{ groups: readonly QueueGroup[] }>('GET', `/v1/deliveries${path}`, { key })).data.groups;
const items = async (path: string, key = keys.operasi): Promise<QueuePage> =>
  (await call<QueuePage>('GET', `/v1/deliveries/items${path}`, { key })).data;
const toCounts = (all: readonly QueueGroup[]) => Object.fromEntries(all.map(({ reason, count }) => [reason, count]));

describe('the queue of a person', () => {
  test('is grouped by cause, in the words of the catalogue, what a person has to end first', async () => {
    const found = await groups();
    expect(found.map(({ reason, state, release, count }) => [reason, state, release, count])).toEqual([
      ['nik-tidak-cocok', 'held', 'orang', 1],
      ['tanpa-nik', 'waiting', 'sendiri', 2],
      ['menunggu-induk', 'waiting', 'sendiri', 1],
      ['nik-rusak', 'waiting', 'sendiri', 1],
    ]);
    expect(found[0]).toMatchObject({
      kinds: { visit: 1 },
      platform: 'satusehat',
      title: { id: holdReasons['nik-tidak-cocok'].id },
      remedy: { en: holdReasons['nik-tidak-cocok'].remedyEn },
      oldestSince: home.clock.now.toISOString(),
      oldestSeconds: 0,
    });
  });

  test.each([
    ['?state=waiting', { 'tanpa-nik': 2, 'menunggu-induk': 1, 'nik-rusak': 1 }],
    ['?reason=tanpa-nik,nik-rusak&place=puskesmas-bengkuring', { 'tanpa-nik': 1, 'nik-rusak': 1 }],
    ['?place=posyandu-kamboja-2', { 'tanpa-nik': 1 }],
  ])('is narrowed by %s', async (path, counts) => {
    expect(toCounts(await groups(path))).toEqual(counts);
  });

  test('tells of each the cells it came from, by the names the sender gave them', async () => {
    const cellsOf = async (reason: string): Promise<QueueItem['cells'] | undefined> =>
      (await items(`?reason=${reason}&place=posyandu-kenanga`)).items[0]?.cells;
    expect(await cellsOf('nik-rusak')).toEqual([{ submission: kenanga, row: 5, columns: ['NIK'] }]);
    expect(await cellsOf('tanpa-nik')).toEqual([{ submission: kenanga, row: 4, columns: ['NIK'] }]);
    expect(await cellsOf('nik-tidak-cocok')).toEqual([{ submission: kenanga, row: 6, columns: ['NIK'] }]);
    expect(await cellsOf('menunggu-induk')).toEqual([{ submission: kenanga, row: 3, columns: ['BB', 'TB'] }]);
  });

  test('shows place, day and since when, and nothing of a person', async () => {
    const reasons = 'tanpa-nik,nik-rusak,nik-tidak-cocok,menunggu-induk';
    const page = await items(`?reason=${reasons}`);
    expect(page.items).toHaveLength(5);
    expect(page.items[0]).toMatchObject({ kind: 'visit', attempts: 0, since: home.clock.now.toISOString() });
    expect(new Set(page.items.map(({ place, date }) => `${place ?? ''} ${date ?? ''}`))).toEqual(
      new Set(['posyandu-kenanga 2025-07-12', 'posyandu-kamboja-2 2025-07-09']),
    );
    const said = JSON.stringify([page, await groups()]);
    for (const secret of ['6472994302249512', '6472991805239515', 'Naura', 'Sari', 'Made', 'Dimas', 'Yuni', 'Wati'])
      expect(said).not.toContain(secret);
  });

  test('names the column of a part that was refused, and never one that tells a secret', async () => {
    const { store, tables } = home;
    const { elements } = tables.programme.elements;
    const weight = elements.get('berat-badan');
    if (weight === undefined) throw new Error('the programme weighs nobody');
    const secret = new Map([...elements, ['berat-badan', { ...weight, kerahasiaan: 'sangat-terbatas' }] as const]);
    const hiding = { ...tables, programme: { ...tables.programme, elements: { ...tables.programme.elements, elements: secret } } };
    const debts = await store.owed.listStuck(store.db, 'satusehat', { reasons: ['menunggu-induk'] }, { limit: 9 });
    const refused = debts.map((debt) => ({ ...debt, ref: `resource/${store.idOf(debt.subject.id, 'berat-badan', 1)}` }));
    const columnsOf = async (all: typeof debts, by: typeof tables): Promise<unknown> =>
      (await toQueueItems(all, { store, platform: 'satusehat', tables: by, placeOfNakes: new Map() })).map(({ cells }) =>
        cells.map(({ columns }) => columns),
      );

    expect(await columnsOf(refused, tables)).toEqual([[['BB']]]);
    expect([await columnsOf(debts, hiding), await columnsOf(refused, hiding)]).toEqual([[[['TB']]], [[[]]]]);
  });

  test('is read page by page', async () => {
    const first = await items('?reason=tanpa-nik,nik-rusak&limit=2');
    const second = await items(`?reason=tanpa-nik,nik-rusak&limit=2&after=${encodeURIComponent(first.next ?? '')}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, undefined]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
  });
});

describe('a key', () => {
  const paths = [
    ['GET', '/v1/deliveries'],
    ['GET', '/v1/deliveries/items?reason=tanpa-nik'],
    ['POST', '/v1/deliveries/redrive?dry-run'],
    ['GET', '/v1/platforms'],
    ['POST', '/v1/platforms/satusehat/pause'],
  ] as const;

  test.each(paths)('without the scope operasi is refused at %s %s, and no key is asked for one', async (method, path) => {
    const answer = await call(method, path, { key: keys.plain });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'kunci-tanpa-hak']);
    expect((await call(method, path, { key: 'titian_000000000000_x' })).status).toBe(401);
  });

  test('bound to one puskesmas sees and redrives visits of its places alone', async () => {
    expect(toCounts(await groups('', keys.bound))).toEqual({ 'tanpa-nik': 1 });
    expect(await groups('?place=posyandu-kenanga', keys.bound)).toEqual([]);
    const ours = await items('?reason=tanpa-nik', keys.bound);
    expect(ours.items.map(({ place }) => place)).toEqual(['posyandu-kamboja-2']);
    const { data } = await call<RedriveReport>('POST', '/v1/deliveries/redrive', { key: keys.bound, body: { reasons: ['tanpa-nik'] } });
    expect([data.counts.waiting, data.causes[0]?.to]).toEqual([1, { 'tanpa-nik': 1 }]);
  });

  test('bound to one puskesmas may see how platforms stand, and tell them nothing', async () => {
    const { data } = await call('GET', '/v1/platforms', { key: keys.bound });
    expect(data).toEqual({ platforms: [{ platform: 'satusehat', environment: 'simulasi', state: 'running' }] });
    const answer = await call('POST', '/v1/platforms/satusehat/pause', { key: keys.bound });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'kunci-terikat-puskesmas']);
  });

  test('that a fresh start makes has the scope', async () => {
    await query(home.url, 'update api_key set revoked_at = now()');
    const told: string[] = [];
    await tellFirstKey(home.store, ({ facts }) => told.push(String(facts?.['key'])));
    const answer = await call('GET', '/v1/platforms', { key: told[0] ?? '' });
    await query(home.url, 'update api_key set revoked_at = null');
    expect(answer.status).toBe(200);
  });

  test('is never made with a scope that no route knows', async () => {
    const program = new Command().exitOverride();
    addKeysCommand(program);
    await expect(program.parseAsync(['node', 'titian', 'keys', 'create', '--name', 'a', '--scope', 'segala'])).rejects.toThrow('operasi');
  });
});

describe('a request that is not valid', () => {
  test.each<[string, 'GET' | 'POST', string, unknown, number, string]>([
    ['a state that is none', 'GET', '/v1/deliveries?state=macet', undefined, 400, 'permintaan-tidak-sah'],
    ['a part nobody knows', 'GET', '/v1/deliveries?status=held', undefined, 400, 'permintaan-tidak-sah'],
    ['a place that is none', 'GET', '/v1/deliveries?place=posyandu-kenangga', undefined, 400, 'permintaan-tidak-sah'],
    ['a platform that is none', 'GET', '/v1/deliveries?platform=asdk', undefined, 404, 'platform-tidak-dikenal'],
    ['items of no reason', 'GET', '/v1/deliveries/items', undefined, 400, 'permintaan-tidak-sah'],
    ['a cursor of its own', 'GET', '/v1/deliveries/items?reason=tanpa-nik&after=7', undefined, 400, 'permintaan-tidak-sah'],
    ['a page without end', 'GET', '/v1/deliveries/items?reason=tanpa-nik&limit=5000', undefined, 400, 'permintaan-tidak-sah'],
    ['a day the calendar lacks', 'POST', '/v1/deliveries/redrive', { from: '2025-02-31' }, 400, 'permintaan-tidak-sah'],
    ['a reason that is a sentence', 'POST', '/v1/deliveries/redrive', { reasons: ['Naura Khalisa'] }, 400, 'permintaan-tidak-sah'],
    ['a body that is no JSON', 'POST', '/v1/deliveries/redrive', '{reasons', 400, 'permintaan-tidak-sah'],
    ['a list for a body', 'POST', '/v1/deliveries/redrive', [], 400, 'permintaan-tidak-sah'],
    ['nothing to redrive', 'POST', '/v1/deliveries/redrive', undefined, 400, 'permintaan-tidak-sah'],
    ['an unclear flag', 'POST', '/v1/deliveries/redrive?dry-run=mungkin', { states: ['held'] }, 400, 'permintaan-tidak-sah'],
    ['an order nobody knows', 'POST', '/v1/platforms/satusehat/stop', undefined, 404, 'alamat-tidak-dikenal'],
    ['a pause of another platform', 'POST', '/v1/platforms/asdk/pause', undefined, 404, 'platform-tidak-dikenal'],
    ['a NIK for a reason', 'POST', '/v1/platforms/satusehat/pause', { reason: 'salah 6472994302249512' }, 400, 'permintaan-tidak-sah'],
  ])('such as %s is refused with what was expected, and never repeated', async (_, method, path, body, status, code) => {
    const answer = await call(method, path, { body });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(JSON.stringify(answer.data)).not.toMatch(/Naura|6472994302249512|macet/);
  });
});

describe('redriving by HTTP', () => {
  test('answers what would happen and then what did, and writes down who did it', async () => {
    const body = { reasons: ['nik-tidak-cocok'], states: ['held'] };
    const dry = await call<RedriveReport>('POST', '/v1/deliveries/redrive?dry-run', { body });
    const done = await call<RedriveReport>('POST', '/v1/deliveries/redrive', { body });
    expect([dry.status, dry.data.dryRun, done.data.dryRun]).toEqual([200, true, false]);
    expect(done.data).toEqual({ ...dry.data, dryRun: false });
    expect(home.notes.at(-1)).toContain('"by":"petugas"');
  });
});

describe('a platform', () => {
  test('is paused and resumed by HTTP, and says since when, by whom and why', async () => {
    const paused = await call('POST', '/v1/platforms/satusehat/pause', { body: { reason: 'pemeliharaan' } });
    const since = home.clock.now.toISOString();
    const told = { platform: 'satusehat', environment: 'simulasi', state: 'paused', since, setBy: 'petugas', reason: 'pemeliharaan' };
    expect(paused.data).toEqual({ ...told, due: 7, inFlight: 0 });
    expect(home.notes.at(-1)).toBe('{"event":"platform-told","platform":"satusehat","order":"pause","state":"paused","by":"petugas"}');
    const { data } = await call<RedriveReport>('POST', '/v1/deliveries/redrive?dry-run', { body: { states: ['held'] } });
    expect(data.platformState).toBe('paused');
    expect((await call('POST', '/v1/platforms/satusehat/resume')).data).toMatchObject({ state: 'running' });
  });

  test('that is paused is a figure, and after an hour a finding of the doctor', async () => {
    const client = new pg.Client({ connectionString: home.url });
    await client.connect();
    const look = async (minutes: number) => {
      const now = new Date(home.clock.now.getTime() + minutes * 60_000);
      const metrics = createMetrics({
        environment: 'simulasi',
        readFigures: createFigures(client, 'simulasi', () => now.getTime()),
        now: () => now,
      });
      const lines = (await metrics.text()).split('\n').filter((line) => /^titian_platform_.*\} [^0]/.test(line));
      metrics.stop();
      return [(await checkPlatforms(client, 'simulasi', now))[0]?.state, lines.map((line) => line.replace(',environment="simulasi"', ''))];
    };
    const running = 'titian_platform_state{platform="satusehat",state="running"} 1';
    expect(await look(0)).toEqual(['ok', [running]]);
    await call('POST', '/v1/platforms/satusehat/pause');
    const paused = 'titian_platform_state{platform="satusehat",state="paused"} 1';
    expect(await look(1)).toEqual(['ok', [paused, 'titian_platform_stopped_seconds{platform="satusehat"} 60']]);
    expect(await look(61)).toEqual(['warn', [paused, 'titian_platform_stopped_seconds{platform="satusehat"} 3660']]);
    await call('POST', '/v1/platforms/satusehat/resume');
    expect(await look(62)).toEqual(['ok', [running]]);
    await client.end();
  });
});

describe('the command line', () => {
  const typed = { state: [], reason: [], id: [], list: false, limit: '50', json: true, dryRun: true };

  async function run(print: (terminal: Parameters<typeof printOwed>[1]) => Promise<unknown>) {
    const said = { out: '', err: '' };
    const into = (name: 'out' | 'err'): Writable =>
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          said[name] += chunk.toString();
          done();
        },
      });
    const code = await print({ config: home.config, out: into('out'), err: into('err') });
    return { ...said, code };
  }

  test('says the same as HTTP', async () => {
    const { out } = await run((terminal) => printOwed(typed, terminal));
    const ageless = (all: readonly QueueGroup[]) => all.map((group) => ({ ...group, oldestSeconds: 0 }));
    expect(ageless((JSON.parse(out) as { groups: QueueGroup[] }).groups)).toEqual(ageless(await groups()));
    const listed = await run((terminal) => printOwed({ ...typed, list: true, reason: ['nik-rusak'] }, terminal));
    expect(JSON.parse(listed.out)).toEqual(await items('?reason=nik-rusak'));
  });

  test('tells a person what is held and what to do, in both languages', async () => {
    const { out } = await run((terminal) => printOwed({ ...typed, json: false }, terminal));
    for (const part of [
      'nik-tidak-cocok',
      'perlu orang / needs a person',
      holdReasons['nik-tidak-cocok'].remedyId,
      holdReasons['nik-tidak-cocok'].remedyEn,
    ])
      expect(out).toContain(part);
    const listed = await run((terminal) => printOwed({ ...typed, json: false, list: true, reason: ['nik-rusak'] }, terminal));
    expect(listed.out).toContain(`kiriman ${kenanga} baris 5 [NIK]`);
  });

  test('redrives with exit code 0 where something fits and 1 where nothing does', async () => {
    const fits = await run((terminal) => printRedrive({ ...typed, json: false, reason: ['tanpa-nik'] }, terminal));
    expect([fits.code, fits.out]).toEqual([0, expect.stringMatching(/Uji coba[^]*2 menunggu[^]*-> tanpa-nik/)]);
    expect((await run((terminal) => printRedrive({ ...typed, reason: ['ihs-ganda'] }, terminal))).code).toBe(1);
    const wrong = run((terminal) => printRedrive({ ...typed, state: ['macet'] }, terminal));
    await expect(wrong).rejects.toThrow(/waiting, held, parked atau partial/);
  });

  test('pauses and resumes for every gateway on the database, and writes the event to standard error', async () => {
    const { out, err } = await run((terminal) => printOrder('satusehat', { order: 'pause', json: true }, terminal));
    expect(JSON.parse(out)).toMatchObject({ platforms: [{ state: 'paused' }] });
    expect(err).toMatch(/"event":"platform-told","platform":"satusehat","order":"pause","state":"paused","by":"cli:\d+"/);
    const claimed = await home.store.owed.claim(home.store.db, {
      platform: 'satusehat',
      owner: 'p',
      now: new Date(),
      leaseMs: 1,
      limit: 9,
    });
    expect(claimed).toEqual([]);
    await run((terminal) => printOrder('satusehat', { order: 'resume', json: true }, terminal));
    expect((await run((terminal) => printStatus(undefined, { json: false }, terminal))).out).toContain(
      'satusehat (simulasi): berjalan / running',
    );
    await expect(run((terminal) => printStatus('asdk', { json: false }, terminal))).rejects.toThrow('satusehat');
  });
});

/** Of a row that was sent before, and of a digest. */
// What SATUSEHAT's sentences mean becomes a code only behind `satusehat-`, which has a page.
const otherReasons = new Set(['duplikat', 'nik-ibu', 'nik-ibu-tidak-dikenal', 'nik-ibu-bukan-perempuan']);

describe('every reason that stops a sending', () => {
  const wordsOf = createWordsOf(listErrorPages(holdReasons));

  test.each(reasonsInSource())('%s has a title, a meaning and a remedy in both languages', (reason) => {
    const words = wordsOf(reason);
    const said = [words?.title, words?.meaning, words?.remedy].flatMap((each) => [each?.id ?? '', each?.en ?? '']);
    expect(said.filter((text) => text.length < 5)).toEqual([]);
  });

  test.each([
    ['satusehat-10457', /aturan 10457/],
    ['satusehat-20013', /20013/],
    ['satusehat-429', /429/],
    ['satusehat-503', /503/],
  ])('%s, put together at run time, says its number', (reason, title) => {
    expect(wordsOf(reason)?.title.id).toMatch(title);
    expect(wordsOf('satusehat-503')?.meaning.id).toMatch(/Gangguan SATUSEHAT/);
  });

  test('with which a visit begins to be held comes with its sentence', () => {
    const reasons = new Set(allFacts().map((facts) => sendingOf(facts).replace('hold:', '')));
    const held = [...reasons, 'tidak-sesuai-profil'].filter((reason) => !isWaiting(reason) && reason !== 'kirim' && reason !== 'tidak');
    expect(held.length).toBeGreaterThan(4);
    expect(held.filter((reason) => toHoldIssues(reason)[0]?.code !== reason)).toEqual([]);
  });
});

/** Every reason written in the source of what decides upon sendings. */
function reasonsInSource(): readonly string[] {
  const files = ['gateway', 'deliver', 'platforms', 'store'].flatMap((folder) => readFiles(join(packageRoot, 'src', folder)));
  const patterns = [
    /\breason: '([a-z-]+)'/g,
    /\bnikFault: '([a-z-]+)'/g,
    /to(?:Hold|Held)\('([a-z-]+)'\)/g,
    /'hold:([a-z-]+)'/g,
    /waitsFor\w+ = '([a-z-]+)'/g,
    /'(tanpa-nik|nik-[a-z-]+|(?:dicoba|dicari|menunggu)-[a-z-]+)'/g,
    /\[0\]\?\.code \?\? '([a-z-]+)'/g,
  ];
  const found = files.flatMap((text) => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, reason = '']) => reason)));
  const issues = readFiles(join(packageRoot, 'src', 'deliver')).flatMap((text) => [...text.matchAll(/\bcode: '([a-z-]+)'/g)]);
  const all = new Set([...found, ...issues.map(([, code = '']) => code), ...Object.keys(holdReasons)]);
  if (all.size < 30) throw new Error('the source no longer reads as it did');
  return [...all].filter((reason) => !otherReasons.has(reason)).sort();
}

function readFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

function allFacts(): readonly SendingFacts[] {
  const place = home.site.places.get('posyandu-kenanga');
  const policy = home.site.policies.get('puskesmas-bengkuring');
  const faults = ['tanpa-nik', 'nik-rusak', 'nik-tidak-sah', 'nik-tersamar', 'nik-tidak-cocok'] as const;
  const known = { nik: '6472994302249512', birthDate: '2024-02-03' };
  const base = { visit: { date: '2025-07-12', verified: false }, person: known, duty: 'kirim', policy, place } as const;
  return [
    base,
    ...faults.map((nikFault) => ({ ...base, person: { ...known, nikFault } })),
    { ...base, person: { nik: known.nik } },
    { ...base, place: undefined },
    { ...base, policy: undefined },
    ...(policy === undefined ? [] : [{ ...base, policy: { ...policy, verificationRequired: true } }]),
    { ...base, duty: 'tidak' },
  ];
}
