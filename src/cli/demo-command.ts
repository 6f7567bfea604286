import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { startTitian, type RunningTitian } from '../main.ts';
import { packageRoot } from '../root.ts';
import type { SubmissionResult } from '../submission.ts';
import { countDemo, type DemoCounts, type DemoFile } from './count-demo.ts';
import { printDemo } from './print-demo.ts';
import { createTell } from './tell.ts';

/** The sample files of the sources that this gateway reads. */
const samples: readonly Sample[] = [
  { source: 'posyandu-ilp', file: '01_posyandu_ilp_bumil_nifas.json' },
  { source: 'posyandu-kenanga', file: '02_posyandu_kenanga_balita.csv' },
  { source: 'eppgbm', file: '05_eppgbm_export_pengukuran.csv' },
  // A register says neither where nor when it was written; an immunisation table not where.
  { source: 'sistem-posyandu-sasaran', file: '06_sistem_posyandu_sasaran_ibuhamil.csv', place: 'Posyandu Pengirim', date: '2025-07-15' },
  { source: 'sistem-posyandu-imunisasi', file: '07_sistem_posyandu_imunisasi_rows.json', place: 'Posyandu Pengirim' },
];

interface Sample {
  readonly source: string;
  readonly file: string;
  readonly place?: string;
  readonly date?: string;
}

/** Adds `titian demo`: the main job on the sample files, through the front door, with a store and sandbox of its own. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('kerjakan file contoh dari awal sampai akhir / do the main job on the sample files')
    .option('--json', 'satu baris JSON di akhir / one JSON line at the end', false)
    .action(async (options: { readonly json: boolean }) => {
      const config = readConfig(process.env);
      const own = {
        ...config,
        environment: 'simulasi',
        satusehatUrl: undefined,
        fhirServer: undefined,
        databaseUrl: undefined,
        credentialsFile: undefined,
        siteDir: join(packageRoot, 'site-example'),
        dataDir: `${config.dataDir}-demo`,
        port: 0,
        sandboxPort: 0,
      } as const;
      const out = options.json ? process.stderr : process.stdout;
      const titian = await startTitian(own, { tell: createTell({ json: false, out }), log: createLog('error'), sandboxPeople: [] });
      try {
        const files = await submitSamples(titian, out);
        await titian.judge();
        const counts = await waitForDelivery(titian, out);
        if (options.json) process.stdout.write(`${JSON.stringify({ files, ...counts.summary })}\n`);
        else printDemo(files, counts, out);
      } finally {
        await titian.stop();
      }
    });
}

async function submitSamples(titian: RunningTitian, out: NodeJS.WritableStream): Promise<readonly DemoFile[]> {
  const key = await titian.store.apiKeys.createApiKey(titian.store.db, { name: 'demo', scope: ['submit', 'read'], at: new Date() });
  const files: DemoFile[] = [];
  for (const { file, ...request } of samples) {
    const bytes = await readFile(join(packageRoot, 'sources', request.source, 'samples', file));
    const { data } = await axios.post<SubmissionResult>(`${titian.url}/v1/submissions`, bytes, {
      params: { ...request, file },
      headers: { authorization: `Bearer ${key.text}`, 'content-type': file.endsWith('.json') ? 'application/json' : 'text/csv' },
    });
    const { rows, accepted, warning, quarantined, skipped } = data.counts;
    files.push({ file, rows, accepted, warning, quarantined, skipped });
    out.write(
      `${file}: ${String(rows)} baris / rows${data.unchanged ? ', sudah pernah dibaca, tidak ada yang berubah / read before, nothing changed' : ''}\n`,
    );
  }
  await titian.store.apiKeys.revokeApiKey(titian.store.db, key.id, new Date());
  return files;
}

const patienceMs = 60_000;

/** Waits until nothing is underway any more; what is held or waits stays so. */
async function waitForDelivery(titian: RunningTitian, out: NodeJS.WritableStream): Promise<DemoCounts> {
  const until = Date.now() + patienceMs;
  let said = -1;
  for (;;) {
    const counts = await countDemo(titian.store);
    if (counts.summary.delivered !== said)
      out.write(`${String((said = counts.summary.delivered))} kunjungan diterima sandbox / visits taken by the sandbox\n`);
    const undecided = counts.reasons['menunggu-penilaian'] ?? 0;
    if (counts.underway + undecided === 0 || Date.now() > until) return counts;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
