import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import axios from 'axios';
import { toFailure, toOk, toWarning, type Finding } from './finding.ts';

const patienceMs = 5000;

/** Is the gateway's port free, or does a gateway answer there? */
export async function checkPort(host: string, port: number): Promise<readonly Finding[]> {
  const free = await isFree(host, port);
  if (free === 'free') return [toOk('port', `Port ${String(port)} bebas; gateway tidak berjalan di sini.`, 'Free; no gateway runs here.')];
  const environment = free === 'taken' ? await askGateway(host, port) : undefined;
  if (environment !== undefined)
    return [
      toOk(
        'port',
        `Gateway berjalan di port ${String(port)} (${environment}).`,
        `A gateway runs on port ${String(port)} (${environment}).`,
      ),
    ];
  return [
    toFailure(
      'port',
      {
        id: `Port ${String(port)} di ${host} tidak dapat dipakai (${free}).`,
        en: `Port ${String(port)} of ${host} cannot be had (${free}).`,
      },
      {
        id: 'Hentikan program yang memakainya, atau ubah TITIAN_PORT / TITIAN_HOST.',
        en: 'Stop what uses it, or change TITIAN_PORT or TITIAN_HOST.',
      },
    ),
  ];
}

/** Listening for a moment is the only proof; otherwise the code of what stood in the way. */
function isFree(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', (fault: NodeJS.ErrnoException) => {
      resolve(fault.code === 'EADDRINUSE' ? 'taken' : (fault.code ?? 'unknown'));
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve('free');
      });
    });
  });
}

async function askGateway(host: string, port: number): Promise<string | undefined> {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const answer = await axios
    .get<unknown>(`http://${name}:${String(port)}/livez`, { timeout: patienceMs, validateStatus: () => true, proxy: false })
    .catch(() => undefined);
  const environment: unknown = answer?.headers['x-titian-environment'];
  return typeof environment === 'string' ? environment : undefined;
}

/** Does the platform's host answer at all (whatever it says), or, where none is set, the sandbox of the data folder? Nothing but the address is sent. */
export async function checkPlatform(satusehatUrl: string | undefined, dataDir: string): Promise<readonly Finding[]> {
  if (satusehatUrl === undefined) return checkSandbox(dataDir);
  const fault = await ask(satusehatUrl);
  if (fault === undefined) return [toOk('satusehat', `${satusehatUrl} menjawab.`, `${satusehatUrl} answers.`)];
  return [
    toWarning(
      'satusehat',
      { id: `${satusehatUrl} tidak menjawab (${fault}).`, en: `${satusehatUrl} does not answer (${fault}).` },
      {
        id: 'Periksa internet, DNS, proxy dan jam. Selama itu yang terutang menunggu; tidak ada yang hilang.',
        en: 'Check internet, DNS, proxy and clock. What is owed waits meanwhile; nothing is lost.',
      },
    ),
  ];
}

async function checkSandbox(dataDir: string): Promise<readonly Finding[]> {
  const note = await readFile(join(dataDir, 'sandbox', 'sandbox.json'), 'utf8').catch(() => undefined);
  const url = note === undefined ? undefined : (JSON.parse(note) as { readonly url?: string }).url;
  if (url === undefined) return [toOk('sandbox', 'Belum pernah dijalankan; start menjalankannya.', 'Never run yet; start runs it.')];
  const fault = await ask(`${url}/livez`);
  if (fault === undefined) return [toOk('sandbox', `Sandbox menjawab di ${url} (simulasi).`, `The sandbox answers at ${url}.`)];
  return [toOk('sandbox', 'Sandbox tidak berjalan; start menjalankannya.', 'The sandbox does not run; start runs it.')];
}

/** Undefined when there was an answer, else the code of the fault. */
async function ask(url: string): Promise<string | undefined> {
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
  return axios.get(url, { timeout: patienceMs, validateStatus: () => true, maxRedirects: 0, ...(local ? { proxy: false } : {}) }).then(
    () => undefined,
    (fault: unknown) => (axios.isAxiosError(fault) ? (fault.code ?? 'unknown') : 'unknown'),
  );
}
