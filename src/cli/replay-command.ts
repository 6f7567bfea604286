import { InvalidArgumentError, type Command } from 'commander';
import { readConfig, type Config } from '../config.ts';
import type { ReplayReport } from '../gateway/replay/replay-report.ts';
import { replaySubmissions } from '../gateway/replay/replay-submissions.ts';
import { isUuid } from '../gateway/results.ts';
import { isLocalDate } from '../map/days.ts';
import { withReplay } from './compose-replay.ts';
import { tellReplay } from './print-replay.ts';
import { createTell } from './tell.ts';

/** What can be typed after `titian replay`. */
export interface ReplayCommandOptions {
  readonly source?: string;
  readonly submission?: string;
  readonly since?: string;
  readonly dryRun: boolean;
  readonly samples: number;
  readonly json: boolean;
}

/** Settings of the command, and where it writes. */
export interface ReplayTerminal {
  readonly config: Config;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/**
 * Adds `titian replay`: reads submissions again that were read with other tables than those of today. Exit 0 = with `--dry-run` nothing would
 * change, otherwise everything has been read; 1 = something would change, or some file was not read; 2 = could not run.
 */
export function addReplayCommand(program: Command): void {
  program
    .command('replay')
    .description('baca ulang kiriman dengan tabel hari ini / read submissions again with the tables of today')
    .option('--source <name>', 'hanya kiriman bentuk ini / only submissions of this source')
    .option('--submission <id>', 'hanya kiriman ini / only this submission', readId)
    .option('--since <YYYY-MM-DD>', 'hanya yang diterima sejak tanggal ini / only those received since', readDate)
    .option('--dry-run', 'hitung saja, tanpa mengubah apa pun / only count, change nothing', false)
    .option('--samples <n>', 'berapa contoh ditampilkan / how many examples are shown', readCount, 10)
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (options: ReplayCommandOptions) => {
      process.exitCode = await printReplay(options, { config: readConfig(process.env), out: process.stdout, err: process.stderr });
    });
}

/** Replays, or says what that would do; gives the exit code. */
export async function printReplay(options: ReplayCommandOptions, { config, out, err }: ReplayTerminal): Promise<number> {
  const { source, submission, since, dryRun, samples, json } = options;
  const filter = {
    ...(source === undefined ? {} : { source }),
    ...(submission === undefined ? {} : { submission }),
    // The day begins in the east: whatever came on it anywhere in Indonesia is meant.
    ...(since === undefined ? {} : { since: new Date(`${since}T00:00:00+09:00`) }),
  };
  const tell = createTell({ json, out: err });
  const report = await withReplay(config, { tell, dryRun }, (replay) => replaySubmissions(replay, { filter, samples }));
  out.write(json ? `${JSON.stringify(report)}\n` : tellReplay(report));
  return isDone(report) ? 0 : 1;
}

/** Files whose bytes were erased can never be read again; nobody has to do anything about them. */
function isDone({ dryRun, notRead, resources, rows }: ReplayReport): boolean {
  const isOther = Object.values(resources).some(({ created, changed, retracted }) => created + changed + retracted > 0);
  const isAllRead = notRead.every(({ why }) => why === 'berkas-dihapus');
  return isAllRead && !(dryRun && (isOther || Object.keys(rows.verdicts).length > 0));
}

function readId(text: string): string {
  if (isUuid(text)) return text;
  throw new InvalidArgumentError('Tulis nomor kiriman seperti pada jawabannya. / Write the number of the submission as its answer has it.');
}

function readDate(text: string): string {
  if (isLocalDate(text)) return text;
  throw new InvalidArgumentError('Tulis tanggal sebagai tahun-bulan-hari, misalnya 2025-08-12. / Write the date as year-month-day.');
}

function readCount(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Tulis bilangan dari 0 sampai 9999. / Write a number from 0 to 9999.');
}
