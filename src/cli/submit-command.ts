import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import axios, { AxiosError } from 'axios';
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
    .description('kirim berkas ke gateway yang berjalan / hand a file to a running gateway')
    .requiredOption('--source <name>', 'nama sumber, mis. posyandu-kenanga / name of the source')
    .argument('<file>', 'berkas yang dikirim / the file')
    .option('--place <name>', 'tempat, bila berkas tidak menyebut / the place, where the file says none')
    .option('--date <YYYY-MM-DD>', 'tanggal, bila berkas tidak menyebut / the date, where the file says none')
    .option('--url <url>', 'alamat gateway / address of the gateway')
    .option('--key <key>', 'kunci API; bawaan TITIAN_API_KEY / API key')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (file: string, options: SubmitOptions) => {
      const answer = await handIn(file, options);
      if (answer.status === 202) {
        const result = answer.data as SubmissionResult;
        process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : toTable(result));
        process.exitCode = result.counts.quarantined === 0 ? 0 : 1;
      } else {
        process.stdout.write(options.json ? `${JSON.stringify(answer.data)}\n` : toSentences(answer.data));
        // What a gateway says of the file is an answer; a key it does not know, or its own trouble, means that it was not asked.
        process.exitCode = answer.status === 422 || answer.status === 413 ? 1 : 2;
      }
    });
}

/** The file cannot be handed in at all; the message says what to do. */
export class SubmitFault extends Error {
  override readonly name = 'SubmitFault';
}

async function handIn(file: string, options: SubmitOptions): Promise<{ readonly status: number; readonly data: unknown }> {
  const config = readConfig(process.env);
  const url = options.url ?? `http://127.0.0.1:${String(config.port)}`;
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new SubmitFault(`${file}: tidak dapat dibuka, periksa jalur dan haknya / cannot be opened, check its path and rights`, { cause });
  });
  return axios
    .post<unknown>(`${url}/v1/submissions`, bytes, {
      params: { source: options.source, place: options.place, date: options.date, file: basename(file) },
      headers: { authorization: `Bearer ${options.key ?? config.apiKey ?? ''}`, 'content-type': 'application/octet-stream' },
      maxBodyLength: Infinity,
      validateStatus: () => true,
    })
    .catch((cause: unknown) => {
      const code = cause instanceof AxiosError ? (cause.code ?? cause.name) : 'unknown';
      throw new SubmitFault(
        `Gateway di ${url} tidak menjawab (${code}). Jalankan npm start, atau sebut alamatnya dengan --url. / The gateway at ${url} does not answer (${code}). Run npm start, or name its address with --url.`,
        { cause },
      );
    });
}

/** An OperationOutcome as sentences; whatever else answered is shown as it is. */
function toSentences(data: unknown): string {
  const issues = (
    data as { readonly issue?: readonly { readonly details: { readonly text: string }; readonly diagnostics: string }[] } | undefined
  )?.issue;
  if (issues === undefined) return `${JSON.stringify(data)}\n`;
  return issues.map(({ details, diagnostics }) => `${details.text}\n  ${diagnostics}\n`).join('');
}

function toTable(result: SubmissionResult): string {
  const { counts } = result;
  const head = `Kiriman ${result.id} (${result.environment})${result.unchanged ? ': sudah pernah dibaca, tidak ada yang berubah / read before, nothing changed' : ''}\n`;
  const sums = `diterima ${String(counts.accepted)}, catatan ${String(counts.warning)}, ditahan ${String(counts.quarantined)}, dilewati ${String(counts.skipped)} dari ${String(counts.rows)} baris\n`;
  const rows = (result.rows ?? []).flatMap((row) =>
    row.issues
      .filter(({ severity }) => severity !== 'information')
      .map((issue) => `  baris ${String(row.row)} [${issue.code}] ${issue.cell ?? ''} ${issue.text}\n`),
  );
  return head + sums + rows.join('');
}
