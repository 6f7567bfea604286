import type { Command } from 'commander';
import { atDesk, thisTerminal, type Terminal } from './compose-deliveries.ts';
import { tellReport } from './print-queue.ts';
import { addFilterOptions, readFilter, type TypedFilter } from './queue-options.ts';

/** What can be typed after `titian redrive`. */
export interface RedriveOptions extends TypedFilter {
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Adds `titian redrive`: tries again what a filter means; `--dry-run` says what would become of it. Exit 0 = something fits, 1 = nothing does. */
export function addRedriveCommand(program: Command): void {
  addFilterOptions(program.command('redrive').description('coba lagi yang tertahan atau ditolak / try again what is held or refused'))
    .option('--dry-run', 'katakan saja apa yang akan terjadi / only say what would happen', false)
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (options: RedriveOptions) => {
      process.exitCode = await printRedrive(options, thisTerminal());
    });
}

/** Redrives, or says what that would do; gives the exit code. */
export async function printRedrive({ dryRun, json, ...typed }: RedriveOptions, terminal: Terminal): Promise<number> {
  const filter = readFilter(typed);
  const report = await atDesk(terminal, json, (desk, asker) => desk.redrive(filter, { asker, dryRun }));
  terminal.out.write(json ? `${JSON.stringify(report)}\n` : tellReport(report));
  return report.causes.length === 0 ? 1 : 0;
}
