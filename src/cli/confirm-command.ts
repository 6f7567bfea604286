import { InvalidArgumentError, type Command } from 'commander';
import { readConfig, type Config } from '../config.ts';
import { confirmElement, listWaiting, type Confirmed, type WaitingFact } from '../gateway/confirm-element.ts';
import { isUuid } from '../gateway/results.ts';
import { toReadingParts } from './compose-replay.ts';
import { createTell } from './tell.ts';
import { withStore } from './with-store.ts';

/** What can be typed after `titian confirm`. */
export interface ConfirmOptions {
  readonly ordinal: number;
  readonly by?: string;
  readonly limit: number;
  readonly json: boolean;
}

/** Settings of the command, and where it writes. */
export interface ConfirmTerminal {
  readonly config: Config;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/**
 * Adds `titian confirm`: without a visit it lists what was read out of free texts and waits for a nakes; with visit and element it confirms one
 * of them. Exit 0 = listed, or confirmed; 1 = nothing waits there; 2 = could not run.
 */
export function addConfirmCommand(program: Command): void {
  program
    .command('confirm')
    .description('konfirmasi isi yang dibaca dari teks bebas / confirm what was read out of a free text')
    .argument('[visit]', 'nomor kunjungan; tanpa nomor: daftar yang menunggu / visit; none: list what waits', readVisit)
    .argument('[element]', 'elemen, misalnya hemoglobin / element')
    .option('--ordinal <n>', 'urutan, bila lebih dari satu / which one, where there are several', Number, 1)
    .option('--by <nama>', 'nakes yang mengonfirmasi / the nakes who confirms')
    .option('--limit <n>', 'paling banyak kunjungan dalam daftar / most visits in the list', Number, 100)
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (visit: string | undefined, element: string | undefined, options: ConfirmOptions) => {
      const terminal = { config: readConfig(process.env), out: process.stdout, err: process.stderr };
      process.exitCode = await printConfirm({ visit, element, ...options }, terminal);
    });
}

/** Lists or confirms; gives the exit code. */
export async function printConfirm(
  {
    visit,
    element,
    by,
    ordinal,
    limit,
    json,
  }: ConfirmOptions & { readonly visit: string | undefined; readonly element: string | undefined },
  { config, out, err }: ConfirmTerminal,
): Promise<0 | 1 | 2> {
  if (visit !== undefined && (element === undefined || by === undefined || by.trim() === '')) {
    err.write('Tulis juga elemen dan --by NAMA nakes. / Name the element and --by the nakes, too.\n');
    return 2;
  }
  return withStore(config, createTell({ json, out: err }), async (store) => {
    const parts = await toReadingParts(config, store);
    if (visit === undefined || element === undefined || by === undefined) {
      out.write(tellWaiting(await listWaiting(parts, { limit }), json));
      return 0;
    }
    const confirmed = await confirmElement(parts, { visit, element, ordinal, by });
    out.write(json ? `${JSON.stringify({ visit, element, ordinal, confirmed })}\n` : `${words[confirmed]}\n`);
    return confirmed === 'confirmed' ? 0 : 1;
  });
}

const words: Readonly<Record<Confirmed, string>> = {
  confirmed: 'Dikonfirmasi; mulai sekarang dihitung dan dikirim. / Confirmed; from now on it counts and is sent.',
  'unknown-visit': 'Tidak ada kunjungan dengan nomor itu. / There is no such visit.',
  'nothing-waits': 'Elemen itu tidak menunggu konfirmasi. / That element waits for no confirmation.',
};

function tellWaiting(facts: readonly WaitingFact[], json: boolean): string {
  if (json) return facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');
  if (facts.length === 0) return 'Tidak ada yang menunggu konfirmasi. / Nothing waits for a confirmation.\n';
  return facts
    .map(
      ({ visit, date, place, element, ordinal, title, value, cell }) =>
        `${visit}  ${date}  ${place}  ${element} ${String(ordinal)}  ${title}: ${value}  (${cell})\n`,
    )
    .join('');
}

function readVisit(text: string): string {
  if (isUuid(text)) return text;
  throw new InvalidArgumentError('Tulis nomor kunjungan seperti pada daftar. / Write the number of the visit as the list has it.');
}
