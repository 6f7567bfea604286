// Longer than 200 lines: every further file would start a gateway of its own.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import axios, { type AxiosResponse } from 'axios';
import { packageRoot } from '../../src/root.ts';
import { aGatewayHome, askDatabase, startGateway, sweep, type GatewayHome, type GatewayProcess } from './a-gateway-process.ts';

interface Outcome {
  readonly resourceType: string;
  readonly issue: readonly {
    readonly details: { readonly text: string; readonly coding: readonly { readonly code: string }[] };
    readonly diagnostics: string;
  }[];
}

interface Result {
  readonly id: string;
  readonly unchanged: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly rows: readonly { readonly row: number; readonly status: string; readonly visit?: string }[];
}

const header = 'No;NIK;Nama Anak;Tgl Lahir;JK;Nama Ibu;Nama Ayah;RT;RW;Tanggal Ukur;BB;TB;Lingkar Kepala;Vit A / Imunisasi';
const kamboja = (...rows: readonly string[]): string =>
  ['DAFTAR BALITA POSYANDU KAMBOJA 2 - JULI 2025;;;;;;;;;;;;;', header, ...rows, ''].join('\r\n');
const rayhan = '1;6471990109209543;RAYHAN;01/09/2020;L;Tuti;Siswo;031;000;12/07/2025;21,9;103;;';
const exportHeader =
  'No,NIK,Nama,JK,Tgl Lahir,BB Lahir,TB Lahir,Nama Ortu,Prov,Kab/Kota,Kec,Pukesmas,Desa/Kel,Posyandu,RT,RW,Alamat,Usia Saat Ukur,Tanggal Pengukuran,Berat,Tinggi,Cara Ukur,LiLA,BB/U,ZS BB/U,TB/U,ZS TB/U,BB/TB,ZS BB/TB,Naik Berat Badan,Jml Vit A,KPSP,KIA,Kelas Ibu Balita,MBG,Detail';
const exported =
  '1,6471990109209543,RAYHAN,L,2020-09-01,3.4,50,SISWO / TUTI,KALIMANTAN TIMUR,KOTA BALIKPAPAN,BALIKPAPAN UTARA,KARANG JOANG,KARANG JOANG,KAMBOJA 2,031,000,KM 15,4 Tahun - 10 Bulan - 11 Hari,2025-07-12,21.9,103,Berdiri,,Risiko Lebih,1.2,Normal,-0.9,Obesitas,3.2,O,1,M,Ya,Tidak,Tidak,';

describe('the front door', () => {
  let home: GatewayHome;
  let gateway: GatewayProcess;
  let key = '';

  beforeAll(async () => {
    home = await aGatewayHome();
    gateway = await startGateway(home);
    key = gateway.key ?? '';
  }, 60_000);

  afterAll(async () => {
    await gateway.stop();
    await sweep(home);
  });

  const send = (source: string, body: string | Buffer, authorization = `Bearer ${key}`): Promise<AxiosResponse<Outcome>> =>
    axios.post(`${gateway.url}/v1/submissions`, body, {
      params: { source },
      headers: { authorization, 'content-type': 'text/csv' },
      validateStatus: () => true,
      maxBodyLength: Infinity,
    });
  const submit = async (source: string, body: string): Promise<Result> => (await send(source, body)).data as unknown as Result;

  test('asks for a key', async () => {
    const answer = await send('posyandu-kenanga', kamboja(rayhan), 'Bearer titian_000000000000_wrong');
    expect(answer.status).toBe(401);
    expect(answer.data.issue[0]?.details.coding[0]?.code).toBe('kunci-api-ditolak');
  });

  test.each([
    ['an empty file', 'posyandu-kenanga', '', 422],
    ['an Excel workbook', 'posyandu-kenanga', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 422],
    ['a PDF', 'posyandu-kenanga', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 422],
    ['an HTML table called .xls', 'posyandu-kenanga', '<html><table><tr><td>No</td></tr></table></html>', 422],
    ['a JSON file', 'posyandu-kenanga', '[{"nik":"x"}]', 422],
    ['a header that matches no source', 'posyandu-kenanga', 'a;b;c\r\n1;2;3\r\n', 422],
    ['the header of another source', 'posyandu-kenanga', `${exportHeader}\r\n${exported}\r\n`, 422],
    ['a header without its mandatory columns', 'posyandu-kenanga', 'No;Nama Anak;BB\r\n1;Sari;7,2\r\n', 422],
    ['a source that does not exist', 'posyandu-kenaga', kamboja(rayhan), 422],
    ['a line of megabytes', 'posyandu-kenanga', `${header}\r\n${'x'.repeat(3_000_000)}`, 413],
  ])('answers %s with what to do, in both languages, and stores nothing', async (_, source, body, status) => {
    const before = await countRows();
    const answer = await send(source, body);
    expect(answer.status).toBe(status);
    expect(await countRows()).toEqual(before);
    expect(answer.data.resourceType).toBe('OperationOutcome');
    const [issue] = answer.data.issue;
    expect((issue?.details.text ?? '').length).toBeGreaterThan(30);
    expect((issue?.diagnostics ?? '').length).toBeGreaterThan(30);
    expect((await axios.get(`${gateway.url}/livez`)).status).toBe(200);
  });

  test('reads a byte that is no UTF-8 as a fault of its own row and goes on', async () => {
    const broken = Buffer.concat([
      Buffer.from(`\ufeff${kamboja(rayhan)}`),
      Buffer.from('2;;Sari \xff;01/02/2024;P;Ani;;1;1;12/07/2025;8,1;74;;\r\n', 'latin1'),
    ]);
    const { data, status } = await send('posyandu-kenanga', broken);
    const { rows } = data as unknown as Result;
    expect(status).toBe(202);
    expect(rows.map(({ row, status: verdict }) => [row, verdict])).toEqual([
      [1, 'skipped'],
      [2, 'skipped'],
      [3, 'accepted'],
      [4, 'quarantined'],
    ]);
  });

  test('says that the same bytes change nothing', async () => {
    const first = await submit('posyandu-kenanga', kamboja(rayhan));
    const again = await submit('posyandu-kenanga', kamboja(rayhan));
    expect(again).toEqual({ ...first, unchanged: true });
  });

  test('gives a repeat under the sender’s own key the same bytes, and another file under it none', async () => {
    const headers = { authorization: `Bearer ${key}`, 'idempotency-key': '"8e03978e-40d5-43e8-bc93-6894a57f9324"' };
    const post = (body: string): Promise<AxiosResponse<string>> =>
      axios.post(`${gateway.url}/v1/submissions`, body, {
        ...{ headers, params: { source: 'posyandu-kenanga' }, responseType: 'text', validateStatus: () => true },
        transformResponse: (text: string) => text,
      });
    const file = kamboja('1;6471990501249551;Bagas;05/01/2024;L;Tini;;1;1;12/07/2025;9,1;78;;');
    const [first, again, other] = [await post(file), await post(file), await post(kamboja(rayhan))];
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([202, undefined]);
    expect([again.status, again.data, again.headers['idempotency-replayed']]).toEqual([202, first.data, 'true']);
    expect([other.status, other.data]).toEqual([409, expect.stringContaining('kunci-idempotensi-lain-isi')]);
  });

  test('shows a submission to the key that handed it in, and to no other', async () => {
    const { id } = await submit('posyandu-kenanga', kamboja(rayhan));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(packageRoot, 'dist', 'cli', 'main.js'), 'keys', 'create', '--name', 'lain', '--json'],
      { env: home.environment },
    );
    const other = (JSON.parse(stdout) as { readonly key: string }).key;
    const ask = async (path: string, by: string): Promise<number> =>
      (
        await axios.get(`${gateway.url}/v1/submissions/${id}${path}`, {
          headers: { authorization: `Bearer ${by}` },
          validateStatus: () => true,
        })
      ).status;
    const paths = ['', '/rows', '/file'];
    expect(await Promise.all(paths.map((path) => ask(path, key)))).toEqual([200, 200, 200]);
    expect(await Promise.all(paths.map((path) => ask(path, other)))).toEqual([404, 404, 404]);
    expect((await send('posyandu-kenanga', kamboja(rayhan), `Bearer ${other}`)).status).toBe(202);
    expect(await Promise.all(paths.map((path) => ask(path, other)))).toEqual([200, 200, 200]);
  });

  test('gives the file back with status and perbaikan, and the NIK as text', async () => {
    const { id } = await submit('posyandu-kenanga', kamboja(rayhan, '2;123;Sari;01/02/2024;P;Ani;;1;1;12/07/2025;8,1;74;;'));
    const { data } = await axios.get<string>(`${gateway.url}/v1/submissions/${id}/file`, { headers: { authorization: `Bearer ${key}` } });
    const lines = data.split('\r\n');
    expect(lines[1]).toBe(`${header};status;perbaikan`);
    expect(lines[2]).toContain('"=""6471990109209543"""');
    expect(lines[3]).toMatch(/;diterima dengan catatan;.*NIK/);
  });

  test('enriches a known child by a ministry export and never sends that back', async () => {
    const known = await submit('posyandu-kenanga', kamboja(rayhan));
    await waitForEncounters(1);
    const before = await listUpstream();
    const enriched = await submit('eppgbm', `${exportHeader}\r\n${exported}\r\n`);
    await expectOnlyNewcomer('6471996011249541;MIKHAYLA;20/11/2024;P;Lia;Yusuf', before);
    expect(enriched.rows.find(({ row }) => row === 2)?.visit).toBe(known.rows.find(({ row }) => row === 3)?.visit);
  });

  test('keeps an export of unknown children here and owes it to nobody', async () => {
    const before = await listUpstream();
    const other = exported
      .replace('6471990109209543', '6471990109209544')
      .replace('RAYHAN', 'BAGAS PERMANA')
      .replace('SISWO / TUTI', 'JOKO / SRI');
    const { counts } = await submit('eppgbm', `${exportHeader}\r\n${other}\r\n`);
    await expectOnlyNewcomer('6472994302249512;Naura Khalisa;03/02/2024;P;Yuni;', before);
    expect(counts['quarantined']).toBe(0);
  });

  async function countRows(): Promise<unknown> {
    return askDatabase(
      home,
      'select (select count(*) from submission) as submissions, (select count(*) from reading) as readings, (select count(*) from source_row) as rows',
    );
  }

  async function listUpstream(): Promise<readonly string[]> {
    const { data } = await axios.get<{
      readonly resources: readonly { readonly type: string; readonly id: string; readonly versionId: string }[];
    }>(`${gateway.sandboxUrl}/_sandbox/resources`, { params: { written: 1 } });
    return data.resources.map(({ type, id, versionId }) => `${type}/${id}/${versionId}`);
  }

  async function waitForEncounters(count: number): Promise<readonly string[]> {
    for (let tries = 0; tries < 100; tries += 1) {
      const upstream = await listUpstream();
      if (upstream.filter((name) => name.startsWith('Encounter/')).length >= count) return upstream;
      await pause(100);
    }
    throw new Error('The sandbox holds too few Encounters after ten seconds');
  }

  /** A child that may be sent arrives after whatever was owed before it; so nothing else was sent, and nothing was changed. */
  async function expectOnlyNewcomer(child: string, before: readonly string[]): Promise<void> {
    await submit('posyandu-kenanga', kamboja(`1;${child};031;000;12/07/2025;8,1;71;;`));
    const after = await waitForEncounters(before.filter((name) => name.startsWith('Encounter/')).length + 1);
    const added = after.filter((name) => !before.includes(name)).map((name) => name.split('/')[0]);
    expect(after).toEqual(expect.arrayContaining([...before]));
    // Two measures, their four scores, and the body mass index.
    expect(added.sort()).toEqual(['Condition', 'Encounter', ...Array.from({ length: 7 }, () => 'Observation')]);
  }
});
