// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createGateway, type Gateway } from '../../src/gateway.ts';
import type { GatewayParts } from '../../src/gateway/parts.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { packageRoot } from '../../src/root.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { HandedOnce, SubmissionRequest, SubmissionResult } from '../../src/submission.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { aLine, aList, shippedTables, siteWith } from './a-desk.ts';

const exampleSite = await readSiteFolder(join(packageRoot, 'site-example'));
let url: string;
let stores: readonly [Store, Store];

beforeAll(async () => {
  url = await aDatabase();
  stores = [await aStore({ url }), await aStore({ url })];
}, 60_000);

/** A gateway on the shared database; `process` chooses whose connections it has. */
function aGateway(facts: Partial<GatewayParts> = {}, process: 0 | 1 = 0): Gateway {
  return createGateway({
    ...{
      store: stores[process],
      tables: shippedTables,
      site: () => Promise.resolve(exampleSite),
      now: () => new Date('2025-08-15T00:00:00Z'),
    },
    ...{ newId: randomUUID, wake: () => undefined, owner: `gerbang-${String(process)}` },
    ...facts,
  });
}

let born = 0;
/** A child nobody else in this file is: a NIK and a name of its own, on one of many birthdays. */
function aChild(facts: Parameters<typeof aLine>[0] = {}): string {
  born += 1;
  const day = String((born % 28) + 1).padStart(2, '0');
  const month = String((born % 12) + 1).padStart(2, '0');
  const nik = `647299${day}${month}24${String(3000 + born)}`;
  return aLine({ nik, name: `ANAK ${String(born)} ${randomUUID()}`, born: `${day}/${month}/2024`, sex: 'L', ...facts });
}

function aRequest(file: string, facts: Partial<SubmissionRequest> = {}): SubmissionRequest {
  return { source: 'posyandu-kenanga', bytes: Buffer.from(file), submitter: 'simpus-uji', ...facts };
}

async function submit(gateway: Gateway, file: string): Promise<SubmissionResult> {
  const answer = await gateway.submit(aRequest(file));
  if (!answer.ok) throw new Error(answer.issues.map(({ code }) => code).join());
  return answer.value;
}

async function count(sql: string, values: unknown[] = []): Promise<number> {
  return Number((await query<{ count: string }>(url, `select count(*) from ${sql}`, values))[0]?.count);
}

/** A gateway, and how many transactions it has begun. */
function aCountedGateway(): { readonly gateway: Gateway; readonly transactions: () => number } {
  const store = stores[0];
  let begun = 0;
  const transact: Store['transact'] = (...work) => {
    begun += 1;
    return store.transact(...work);
  };
  return { gateway: aGateway({ store: { ...store, transact } }), transactions: () => begun };
}

const verdicts = ({ rows = [] }: SubmissionResult): readonly string[] =>
  rows.map(({ status, issues }) => [status, ...issues.map(({ code, severity }) => `${code} (${severity})`)].join(', '));

describe('a small file', () => {
  test('is kept whole by one transaction, and its answer is what is asked for later', async () => {
    const { gateway, transactions } = aCountedGateway();
    const answer = await submit(gateway, aList([aChild(), aChild({ weight: '900' }), aChild({ nik: '123' }), 'JUMLAH;;3']));
    expect([answer.state, transactions()]).toEqual(['selesai', 1]);
    expect(new Set(verdicts(answer)).size).toBeGreaterThan(3);
    expect(await gateway.find(answer.id)).toEqual(answer);
    expect(await gateway.rows(answer.id, 0, 100)).toEqual(answer.rows);
  });

  test('with more rows than one batch is kept by one transaction too', async () => {
    const { gateway, transactions } = aCountedGateway();
    const answer = await submit(gateway, aList(Array.from({ length: 400 }, () => aChild())));
    expect([answer.counts.rows, answer.rows?.length, transactions()]).toEqual([400, 402, 1]);
  });

  test('of few but long lines is kept by one transaction, in several pieces', async () => {
    const { gateway, transactions } = aCountedGateway();
    const long = 'x'.repeat(700_000);
    const file = aList([aChild(), `1;;;;;;;;;;;;;${long}`, `2;;;;;;;;;;;;;${long}`, aChild()]);
    const answer = await submit(gateway, file);
    expect([answer.counts.accepted, transactions()]).toEqual([2, 1]);
    const pieces: Uint8Array[] = [];
    for await (const piece of stores[0].submissions.submissionBytes(stores[0].db, answer.id)) pieces.push(piece);
    expect([pieces.length, Buffer.concat(pieces).toString()]).toEqual([2, file]);
    expect(await submit(gateway, file)).toMatchObject({ id: answer.id, unchanged: true });
  });

  test('that came before changes nothing, and says the same', async () => {
    const gateway = aGateway();
    const file = aList([aChild()]);
    const first = await submit(gateway, file);
    const rows = await count('source_row');
    expect(await submit(gateway, file)).toEqual({ ...first, unchanged: true });
    expect(await count('source_row')).toBe(rows);
  });

  test('leaves nothing when the connection ends in the middle, and is kept by the repeat', async () => {
    const store = stores[0];
    let cut = true;
    const cutting: Store['rows']['insertRowsOf'] = async (tx, ...rest) => {
      if (cut)
        await tx
          .rows('select-one')
          .then(() =>
            query(
              url,
              "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
            ),
          );
      cut = false;
      return store.rows.insertRowsOf(tx, ...rest);
    };
    const gateway = aGateway({ store: { ...store, rows: { ...store.rows, insertRowsOf: cutting } } });
    const file = aList([aChild()]);
    const before = [await count('submission'), await count('visit'), await count('idempotency')];
    const key = randomUUID();
    await expect(gateway.submitOnce(aRequest(file), key)).rejects.toThrow(/terminat|connection/i);
    expect([await count('submission'), await count('visit'), await count('idempotency')]).toEqual(before);
    expect(await gateway.submitOnce(aRequest(file), key)).toMatchObject({ kind: 'answered', replayed: false });
  });

  test('is read again with corrected tables, and the answer says what they make of it', async () => {
    const file = aList([aChild({ weight: '7,8' })], { place: 'BELUM TERDAFTAR' });
    const before = await submit(aGateway(), file);
    const known = siteWith({ code: 'posyandu-kenanga', aliases: ['KENANGA', 'BELUM TERDAFTAR'] });
    const gateway = aGateway({ site: () => Promise.resolve(known) });
    const key = randomUUID();
    const after = await gateway.submitOnce(aRequest(file), key);
    const body = after.kind === 'answered' ? (JSON.parse(after.answer.body) as SubmissionResult) : undefined;
    expect([before.counts.quarantined, body?.counts.quarantined, body?.id, body?.unchanged]).toEqual([1, 0, before.id, false]);
    expect(await gateway.submitOnce(aRequest(file), key)).toEqual({ ...after, replayed: true });
  });
});

test('what is handed in later corrects what came before it, also when the clock was set back meanwhile', async () => {
  const child = { nik: '6472990101243999', name: 'ANAK JAM MUNDUR', born: '01/01/2024', sex: 'L' };
  const before = await submit(aGateway(), aList([aLine({ ...child, weight: '9,1' })]));
  const after = await submit(aGateway({ now: () => new Date('2025-08-10T00:00:00Z') }), aList([aLine({ ...child, weight: '9,2' })]));
  const long = aList([aLine({ ...child, weight: '9,3' }), ...Array.from({ length: 520 }, () => 'JUMLAH;;3')]);
  const gateway = aGateway({ now: () => new Date('2025-08-10T00:00:00Z') }, 1);
  const last = await submit(gateway, long);
  await gateway.idle();
  expect([before.id < after.id, after.id < last.id]).toEqual([true, true]);
  const [visit] = await query<{ version: number }>(
    url,
    'select v.version from visit v join source_row r on r.visit = v.id join reading g on g.id = r.reading where g.submission = $1',
    [before.id],
  );
  expect(visit).toEqual({ version: 3 });
});

describe('small files that come at once', () => {
  test('share a transaction, and each gets the answer of its own', async () => {
    const { gateway, transactions } = aCountedGateway();
    const files = Array.from({ length: 40 }, () => aList([aChild()]));
    const answers = await Promise.all(files.map((file) => submit(gateway, file)));
    expect(transactions()).toBeLessThan(10);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(40);
    for (const answer of answers) expect(await gateway.find(answer.id)).toEqual(answer);
  });

  test('are judged as files of their own, also where they speak of one child', async () => {
    const [one, other] = [aGateway(), aGateway()];
    const child = { nik: '6472991508249401', name: 'SARI MELATI', born: '15/08/2024' };
    const twice = [aList([aLine({ ...child, weight: '7,8' })]), aList([aLine({ ...child, weight: '7,9' })])];
    const alone = { nik: '6472991508249402', name: 'DEWI ANGGREK', born: '15/08/2024', mother: 'Ratih' };
    const after = [aList([aLine({ ...alone, weight: '7,8' })]), aList([aLine({ ...alone, weight: '7,9' })])];
    const fillers = Array.from({ length: 3 }, () => submit(one, aList([aChild()])));
    const together = await Promise.all(twice.map((file) => submit(one, file)));
    await Promise.all(fillers);
    const apart = [await submit(other, after[0] ?? ''), await submit(other, after[1] ?? '')];
    expect(together.map(verdicts)).toEqual(apart.map(verdicts));
    expect(new Set(together.flatMap(({ rows = [] }) => rows.flatMap(({ visit }) => visit ?? []))).size).toBe(1);
  });

  test('are not twins only because they came at once', async () => {
    const gateway = aGateway();
    const baby = { nik: '', name: 'BY NY LESTARI', mother: 'Lestari', born: '01/07/2025', weight: '3,4', height: '50' };
    const files = [aList([aLine(baby)]), aList([aLine({ ...baby, weight: '3,5', height: '51' })])];
    const fillers = Array.from({ length: 3 }, () => submit(gateway, aList([aChild()])));
    const answers = await Promise.all(files.map((file) => submit(gateway, file)));
    await Promise.all(fillers);
    expect(answers.flatMap(verdicts).join()).not.toContain('kemungkinan-kembar');
  });

  test('do not suffer from one among them that cannot be kept', async () => {
    const store = stores[0];
    const poisoned = `RACUN ${randomUUID()}`;
    const failing: Store['rows']['insertRowsOf'] = (tx, readings, at) => {
      if (JSON.stringify(readings).includes(poisoned)) return Promise.reject(new Error('a bug of ours'));
      return store.rows.insertRowsOf(tx, readings, at);
    };
    const gateway = aGateway({ store: { ...store, rows: { ...store.rows, insertRowsOf: failing } } });
    const names = ['A', 'B', 'C', 'D', poisoned, 'E', 'F'];
    const ended = await Promise.allSettled(names.map((name) => submit(gateway, aList([aChild({ name: `${name} ${randomUUID()}` })]))));
    expect(ended.map(({ status }) => status)).toEqual(names.map((name) => (name === poisoned ? 'rejected' : 'fulfilled')));
  });

  test.each([['without keys'], ['under keys']])('at two processes, the same and overlapping, are each kept once (%s)', async (_) => {
    const keyed = _ === 'under keys';
    const gateways = [aGateway({}, 0), aGateway({}, 1)];
    const children = Array.from({ length: 6 }, () => aChild());
    // Windows over the same children: each file shares one with the next.
    const files = children.slice(0, 5).map((child, index) => aList([child, children[index + 1] ?? '']));
    const all = files.flatMap((file, index) =>
      gateways.map((gateway) => ({ gateway, file, key: `jendela-${String(index)}-${String(born)}` })),
    );
    const ids = await Promise.all(
      [...all, ...all].map(async ({ gateway, file, key }) => {
        if (!keyed) return (await submit(gateway, file)).id;
        const handed = await gateway.submitOnce(aRequest(file), key);
        return handed.kind === 'answered' ? handed.answer.submission : handed.kind;
      }),
    );
    const unique = [...new Set(ids)];
    expect(unique).toHaveLength(files.length);
    expect(await count('reading where submission = any ($1)', [unique])).toBe(files.length);
    const visits = 'visit where id in (select visit from source_row r join reading g on g.id = r.reading where g.submission = any ($1))';
    expect(await count(visits, [unique])).toBe(children.length);
    expect(await count(`person where id in (select person from ${visits})`, [unique])).toBe(children.length);
  });
});

describe('a request under its sender’s own key', () => {
  const bodyOf = (handed: HandedOnce): string => (handed.kind === 'answered' ? handed.answer.body : handed.kind);
  const resultOf = (handed: HandedOnce): SubmissionResult => JSON.parse(bodyOf(handed)) as SubmissionResult;

  test('of 64 clients at once at two processes is done once, and all get the same answer', async () => {
    const file = aList([aChild(), aChild()]);
    const key = randomUUID();
    const gateways = [aGateway({}, 0), aGateway({}, 1)];
    const handed = await Promise.all(
      Array.from({ length: 32 }, () => gateways.map((gateway) => gateway.submitOnce(aRequest(file), key))).flat(),
    );
    expect(new Set(handed.map(bodyOf)).size).toBe(1);
    expect(handed.filter((one) => one.kind === 'answered' && !one.replayed)).toHaveLength(1);
    expect(await count('idempotency where submission = $1', [...new Set(handed.map((one) => resultOf(one).id))])).toBe(1);
  });

  test('gets the stored answer also when the file has come further since', async () => {
    const gateway = aGateway();
    const file = aList(Array.from({ length: 600 }, () => aChild()));
    const key = randomUUID();
    const first = await gateway.submitOnce(aRequest(file), key);
    await gateway.idle();
    expect(await gateway.submitOnce(aRequest(file), key)).toEqual({ ...first, replayed: true });
    expect(resultOf(first).state).toBe('diproses');
    expect((await gateway.find(resultOf(first).id))?.state).toBe('selesai');
  });

  test.each([
    ['other bytes', (file: string) => aRequest(`${file}1`)],
    ['another place', (file: string) => aRequest(file, { place: 'posyandu-kenanga' })],
    ['another date', (file: string) => aRequest(file, { date: '2025-08-01' })],
    ['another file name', (file: string) => aRequest(file, { fileName: 'lain.csv' })],
    ['another puskesmas', (file: string) => aRequest(file, { within: 'puskesmas-bengkuring' })],
    ['another source', (file: string) => aRequest(file, { source: 'eppgbm' })],
  ])('with %s is another request: nothing of it is stored', async (_, change) => {
    const gateway = aGateway();
    const file = aList([aChild()]);
    const key = randomUUID();
    await gateway.submitOnce(aRequest(file), key);
    const before = await count('submission');
    expect(await gateway.submitOnce(change(file), key)).toEqual({ kind: 'other-request' });
    expect(await count('submission')).toBe(before);
  });

  test('is another one for another submitter', async () => {
    const gateway = aGateway();
    const key = randomUUID();
    const one = await gateway.submitOnce(aRequest(aList([aChild()])), key);
    const other = await gateway.submitOnce(aRequest(aList([aChild()]), { submitter: 'simpus-lain' }), key);
    expect([one, other]).toMatchObject([
      { kind: 'answered', replayed: false },
      { kind: 'answered', replayed: false },
    ]);
  });

  test('that was refused leaves the key to the corrected request', async () => {
    const gateway = aGateway();
    const key = randomUUID();
    expect(await gateway.submitOnce(aRequest('a;b;c\n1;2;3\n'), key)).toMatchObject({ kind: 'refused' });
    expect(await gateway.submitOnce(aRequest(aList([aChild()])), key)).toMatchObject({ kind: 'answered', replayed: false });
  });

  test.each([0, 1])('is told to come back while the first is not done (process %s)', async (process) => {
    const store = stores[0];
    let inside: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (inside = resolve));
    const free = new Promise<void>((resolve) => (goOn = resolve));
    const slow: Store['rows']['insertRowsOf'] = async (...given) => {
      inside();
      await free;
      return store.rows.insertRowsOf(...given);
    };
    const first = aGateway({ store: { ...store, rows: { ...store.rows, insertRowsOf: slow } }, keyPatienceMs: 30 });
    const file = aList([aChild()]);
    const key = randomUUID();
    const working = first.submitOnce(aRequest(file), key);
    await begun;
    const other = process === 0 ? first : aGateway({ keyPatienceMs: 30 }, 1);
    expect(await other.submitOnce(aRequest(file), key)).toEqual({ kind: 'under-way' });
    goOn();
    const answer = await working;
    expect(await other.submitOnce(aRequest(file), key)).toEqual({ ...answer, replayed: true });
  });

  test('is forgotten when its time has run', async () => {
    const store = stores[0];
    const gateway = aGateway();
    const file = aList([aChild()]);
    const key = randomUUID();
    const first = await gateway.submitOnce(aRequest(file), key);
    expect(await store.idempotency.dropIdempotency(store.db, new Date('2025-08-15T00:00:00Z'))).toBe(0);
    expect(await store.idempotency.dropIdempotency(store.db, new Date('2025-08-15T00:00:01Z'))).toBeGreaterThan(0);
    const again = await gateway.submitOnce(aRequest(file), key);
    expect([first, again]).toMatchObject([{ replayed: false }, { replayed: false }]);
    expect(resultOf(again).unchanged).toBe(true);
  });

  test('can be read from no table: neither the key nor the answer', async () => {
    const gateway = aGateway();
    const key = `kunci-rahasia-${randomUUID()}`;
    const handed = await gateway.submitOnce(aRequest(aList([aChild()])), key);
    const [row] = await query<{ text: string }>(
      url,
      "select string_agg(encode(i.sealed_answer, 'escape') || encode(i.key_digest, 'escape'), ' ') as text from idempotency i",
    );
    expect(row?.text).not.toContain(key);
    expect(row?.text).not.toContain(resultOf(handed).id);
  });
});

test('whoever handed in the same bytes later may ask what became of them, and nobody else', async () => {
  const gateway = aGateway();
  const file = aList([aChild()]);
  const { id } = await submit(gateway, file);
  await gateway.submit(aRequest(file, { submitter: 'simpus-kedua' }));
  const seen = await Promise.all(['simpus-uji', 'simpus-kedua', 'simpus-ketiga'].map((who) => gateway.isHandedInBy(id, who)));
  expect(seen).toEqual([true, true, false]);
  expect(await gateway.isHandedInBy('bukan-id', 'simpus-uji')).toBe(false);
});
