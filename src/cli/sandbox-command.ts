import type { Command } from 'commander';
import { runSimulator } from '../simulator/main.ts';

export interface SandboxFlags {
  readonly port: string;
  readonly data: string;
  readonly people: readonly string[];
  readonly organizations?: string;
  readonly seed: string;
  readonly faults?: string;
  readonly tokenSeconds: string;
  readonly settings?: string;
  readonly disputed?: string;
  readonly offsets?: string;
  readonly earliest?: string;
  readonly ephemeral?: boolean;
}

/** Adds `titian sandbox`: a simulated SATUSEHAT in this process, marked `simulasi` in everything it says. */
export function addSandboxCommand(program: Command): void {
  program
    .command('sandbox')
    .description('jalankan SATUSEHAT tiruan (simulasi) / run a simulated SATUSEHAT')
    .option('--port <port>', 'port di 127.0.0.1 / port on 127.0.0.1', '8481')
    .option('--data <folder>', 'folder jurnal / folder of the journal', 'data/sandbox')
    .option(
      '--people <file>',
      'orang tambahan, JSON atau NDJSON / more people, JSON or NDJSON',
      (file: string, files: string[]) => [...files, file],
      [],
    )
    .option('--organizations <file>', 'faskes dan klien / facilities and clients')
    .option('--seed <number>', 'benih acak / seed of the randomness', '1')
    .option('--faults <file>', 'gangguan sejak awal, JSON / faults from the start, JSON')
    .option('--token-seconds <number>', 'umur token / life of a token', '3599')
    .option('--settings <file>', 'perilaku di mana sumber berbeda, JSON / behaviour where sources differ, JSON')
    .option(
      '--disputed <word>',
      'aturan yang sumbernya bertentangan: terbaru, ditolak, diterima / rules whose sources disagree: newest word, refused, taken',
    )
    .option('--offsets <word>', 'zona jam yang diterima: utc (+00:00 saja) atau semua / offsets that are taken: utc alone, or any')
    .option('--earliest <date>', 'saat terdini yang diterima, mis. 2014-06-03 atau 2022-08-31 / the earliest day that is taken')
    .option('--ephemeral', 'simpan di memori saja / keep everything in memory only')
    .action(async (flags: SandboxFlags) => {
      await runSimulator(toArguments(flags));
    });
}

/** What the simulator is started with. */
export function toArguments(flags: SandboxFlags): readonly string[] {
  return [
    ...['--port', flags.port, '--data', flags.data, '--seed', flags.seed, '--token-seconds', flags.tokenSeconds],
    ...flags.people.flatMap((file) => ['--people', file]),
    ...(flags.organizations === undefined ? [] : ['--organizations', flags.organizations]),
    ...(flags.settings === undefined ? [] : ['--settings', flags.settings]),
    ...(['disputed', 'offsets', 'earliest'] as const).flatMap((name) => (flags[name] === undefined ? [] : [`--${name}`, flags[name]])),
    ...(flags.ephemeral === true ? ['--ephemeral'] : []),
    ...(flags.faults === undefined ? [] : ['--faults', flags.faults]),
  ];
}
