import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import axios from 'axios';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { SubmissionResult } from '../submission.ts';

interface SubmitOptions {
  readonly source: string;
  readonly place?: string;
  readonly date?: string;
  readonly url?: string;
  readonly key?: string;
  readonly json: boolean;
}

/** Adds `titian submit`: hands a file to a running gateway and prints the verdicts. */
export function addSubmitCommand(program: Command): void {
  program
    .command('submit')
    .description('kirim file ke gateway yang berjalan / hand a file to a running gateway')
    .requiredOption('--source <name>', 'bentuk file, mis. posyandu-kenanga / form of the file')
    .argument('<file>', 'file yang dikirim / the file')
    .option('--place <name>', 'tempat, bila file tidak menyebut / the place, where the file says none')
    .option('--date <YYYY-MM-DD>', 'tanggal, bila file tidak menyebut / the date, where the file says none')
    .option('--url <url>', 'alamat gateway / address of the gateway')
    .option('--key <key>', 'kunci API; bawaan TITIAN_API_KEY / API key')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (file: string, options: SubmitOptions) => {
      const config = readConfig(process.env);
      const answer = await axios.post<unknown>(
        `${options.url ?? `http://127.0.0.1:${String(config.port)}`}/v1/submissions`,
        createReadStream(file),
        {
          params: { source: options.source, place: options.place, date: options.date, file: basename(file) },
          headers: { authorization: `Bearer ${options.key ?? config.apiKey ?? ''}`, 'content-type': 'application/octet-stream' },
          maxBodyLength: Infinity,
          validateStatus: () => true,
        },
      );
      process.exitCode = answer.status === 202 ? 0 : 1;
      process.stdout.write(
        options.json || answer.status !== 202 ? `${JSON.stringify(answer.data)}\n` : toTable(answer.data as SubmissionResult),
      );
    });
}

function toTable(result: SubmissionResult): string {
  const { counts } = result;
  const head = `Kiriman ${result.id} (${result.environment})${result.unchanged ? ': sudah pernah dibaca, tidak ada yang berubah / read before, nothing changed' : ''}\n`;
  const sums = `diterima ${String(counts.accepted)}, catatan ${String(counts.warning)}, ditolak ${String(counts.quarantined)}, dilewati ${String(counts.skipped)} dari ${String(counts.rows)} baris\n`;
  const rows = (result.rows ?? []).flatMap((row) =>
    row.issues
      .filter(({ severity }) => severity !== 'information')
      .map((issue) => `  baris ${String(row.row)} [${issue.code}] ${issue.cell ?? ''} ${issue.text}\n`),
  );
  return head + sums + rows.join('');
}
