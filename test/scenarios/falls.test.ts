import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import axios, { type AxiosResponse } from 'axios';
import { packageRoot } from '../../src/root.ts';
import {
  aGatewayHome,
  askDatabase,
  killDatabase,
  startGateway,
  sweep,
  until,
  type GatewayHome,
  type GatewayProcess,
} from './a-gateway-process.ts';

const header = 'No;NIK;Nama Anak;Tgl Lahir;JK;Nama Ibu;Nama Ayah;RT;RW;Tanggal Ukur;BB;TB;Lingkar Kepala;Vit A / Imunisasi';
const list = (posyandu: string, ...rows: readonly string[]): string =>
  [`DAFTAR BALITA POSYANDU ${posyandu} - JULI 2025;;;;;;;;;;;;;`, header, ...rows, ''].join('\r\n');
const rayhan = '1;6471990109209543;RAYHAN;01/09/2020;L;Tuti;Siswo;031;000;12/07/2025;21,9;103;;';

interface Answer {
  readonly id: string;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly rows?: readonly { readonly visit?: string; readonly issues: readonly { readonly code: string }[] }[];
}

describe('a gateway beside which everything falls', () => {
  let home: GatewayHome;
  let gateway: GatewayProcess;

  beforeAll(async () => {
    home = await aGatewayHome();
    gateway = await startGateway(home);
  }, 60_000);

  afterAll(async () => {
    await gateway.stop();
    await sweep(home);
  });

  const send = (body: string, params: object = {}): Promise<AxiosResponse<Answer>> =>
    axios.post(`${gateway.url}/v1/submissions`, body, {
      params: { source: 'posyandu-kenanga', ...params },
      headers: { authorization: `Bearer ${gateway.key ?? ''}` },
      validateStatus: () => true,
    });
  const ask = (path: string): Promise<AxiosResponse<unknown>> =>
    axios.get(`${gateway.url}${path}`, { headers: { authorization: `Bearer ${gateway.key ?? ''}` }, validateStatus: () => true });
  const countIn = async (what: string): Promise<number> => Number((await askDatabase(home, `select count(*) as n from ${what}`))[0]?.['n']);
  const titian = (
    args: readonly string[],
    settings: Readonly<Record<string, string>> = {},
  ): Promise<{ code: number | null; said: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [join(packageRoot, 'dist', 'cli', 'main.js'), ...args], {
        env: { ...home.environment, ...settings },
      });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.stdout.resume();
      child.once('close', (code) => {
        resolve({ code, said });
      });
    });

  test('keeps one submission of a hundred that came at once, and answers each with its verdicts', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => send(list('KAMBOJA 2', rayhan))));
    expect(new Set(answers.map(({ status, data }) => `${String(status)} ${data.id} ${data.state} ${String(data.rows?.length)}`)).size).toBe(
      1,
    );
    expect(await countIn('submission')).toBe(1);
  });

  test('makes one person of each child in many lists at once, and one visit of each contact', async () => {
    const child = (at: number): string =>
      `${String(at)};64719901022230${String(10 + at)};ANAK ${String.fromCharCode(65 + at)};01/02/2022;L;Ibu ${String.fromCharCode(65 + at)};;1;1;12/07/2025;12,1;90;;`;
    const lists = Array.from({ length: 24 }, (_, at) =>
      Array.from({ length: 12 }, (__, row) => child((at + (at % 2 === 0 ? row : 24 - row)) % 24)),
    );
    const before = await countIn('person');
    const answers = await Promise.all(lists.map((rows, at) => send(list('KAMBOJA 2', ...rows), { file: `${String(at)}.csv` })));
    expect(answers.map(({ status }) => status)).toEqual(lists.map(() => 202));
    expect(await countIn('person')).toBe(before + 24);
    expect(await countIn('visit')).toBe(before + 24);
  });

  test('goes on when two children of different names carry one NIK', async () => {
    await send(list('KAMBOJA 2', '1;6471990102222901;ANAK PERTAMA;01/02/2022;L;Rini;;1;1;12/07/2025;12,1;90;;'));
    const { status, data } = await send(list('KAMBOJA 2', '1;6471990102222901;SITI SALAMAH;01/02/2022;L;Wati;;1;1;12/07/2025;12,1;90;;'));
    expect(status).toBe(202);
    expect(data.rows?.at(-1)?.issues.map(({ code }) => code)).toContain('D07');
  });

  test('starts a killed PostgreSQL again, says meanwhile that it is not ready, and loses nothing', async () => {
    const known = await countIn('visit');
    await killDatabase(home);
    const refused = await send(list('KAMBOJA 2', rayhan.replace('12/07', '13/07')));
    expect([202, 503]).toContain(refused.status);
    await until(
      () => ask('/readyz'),
      ({ status }) => status === 200,
    );
    const answer = await send(list('KAMBOJA 2', rayhan.replace('12/07', '14/07')));
    expect(answer.status).toBe(202);
    expect(await countIn('visit')).toBeGreaterThan(known);
  });

  test('starts a killed sandbox again at its address, and the visits that waited arrive', async () => {
    const { data } = await axios.get<{ readonly pid: number }>(`${gateway.sandboxUrl}/livez`);
    process.kill(data.pid, 'SIGKILL');
    const { data: answer } = await send(list('KAMBOJA 2', rayhan.replace('12/07', '15/07')));
    const visit = answer.rows?.at(-1)?.visit ?? '';
    await until(
      () => askDatabase(home, `select state from owed where subject_id = '${visit}'`),
      ([row]) => row?.['state'] === 'settled',
    );
  });

  test('reads a file again, and then its rows, once its posyandu has been registered beside the running gateway', async () => {
    const file = list('MELATI PUTIH', rayhan);
    expect((await send(file)).data.counts).toMatchObject({ quarantined: 1 });
    const site = join(home.dir, 'site');
    await cp(join(packageRoot, 'site-example'), site, { recursive: true });
    const jejaring = await readFile(join(site, 'jejaring.csv'), 'utf8');
    await writeFile(join(site, 'jejaring.csv'), jejaring.replaceAll('Kamboja 2', 'Melati Putih'));
    expect(await titian(['places', 'import', '--site', site])).toMatchObject({ code: 0 });
    const { data } = await until(
      () => send(file),
      (answer) => answer.data.counts['quarantined'] === 0,
    );
    expect(data.counts).toMatchObject({ rows: 1, quarantined: 0 });
  });

  test.each([
    ['/v1/submissions/%ff', 400, 'alamat-rusak'],
    ['/v1/submissions/00000000-0000-4000-8000-000000000000/rows?after=99999999999999999999', 400, 'halaman-salah'],
    ['/v1/submissions/..%2f..%2fetc%2fpasswd/file', 404, 'kiriman-tidak-ada'],
    ['/v2', 404, 'alamat-tidak-dikenal'],
  ])('answers %s with %i and what to do', async (path, status, code) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.data).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ details: { coding: [{ code }] } }] });
  });

  test('refuses a day that no calendar has', async () => {
    expect((await send(list('KAMBOJA 2', rayhan), { date: '2025-02-30' })).status).toBe(400);
  });

  test('refuses an address in use, every wrong setting, and an unknown database, with what to do and without a stack trace', async () => {
    const other = { TITIAN_DATA: join(home.dir, 'other') };
    const port = new URL(gateway.url).port;
    const [taken, wrong, away] = await Promise.all([
      titian(['start'], { ...other, TITIAN_PORT: port }),
      titian(['start'], { ...other, TITIAN_PORT: 'abc', TITIAN_ENVIRONMENT: 'uji', DATABASE_URL: 'mysql://a:sandi@b' }),
      titian(['keys', 'create', '--name', 'x'], { DATABASE_URL: 'postgres://a:sandi@127.0.0.1:1/x' }),
    ]);
    expect([taken.code, wrong.code, away.code]).toEqual([2, 2, 2]);
    expect(taken.said).toContain('TITIAN_PORT');
    for (const name of ['TITIAN_PORT', 'TITIAN_ENVIRONMENT', 'DATABASE_URL']) expect(wrong.said.split(name)).toHaveLength(2);
    expect(away.said).toContain('DATABASE_URL (127.0.0.1:1/x)');
    for (const { said } of [taken, wrong, away]) expect(said).not.toMatch(/^ +at |sandi@/m);
  });

  test('ends with code 0 when told to, though a sender never finishes its file', async () => {
    const { hostname, port } = new URL(gateway.url);
    const sender = connect(Number(port), hostname);
    sender.on('error', () => undefined);
    sender.write(
      `POST /v1/submissions?source=posyandu-kenanga HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${gateway.key ?? ''}\r\ncontent-length: 999\r\n\r\nNo;`,
    );
    await send(list('KAMBOJA 2', rayhan.replace('12/07', '16/07')));
    expect(await gateway.stop()).toBe(0);
    sender.destroy();
    const { key } = gateway;
    gateway = { ...(await startGateway(home)), key };
  }, 40_000);
});
