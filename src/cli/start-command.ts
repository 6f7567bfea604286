import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { startTitian } from '../main.ts';
import { createTell } from './tell.ts';

/** Adds `titian start`: PostgreSQL, gateway, worker and, where no platform is configured, the sandbox. Ends cleanly on SIGTERM and SIGINT. */
export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description('jalankan gateway / run the gateway')
    .option('--json', 'satu objek JSON per kejadian / one JSON object an event', false)
    .option(
      '--people <file>',
      'orang tambahan untuk sandbox / more people for the sandbox',
      (file: string, files: string[]) => [...files, file],
      [],
    )
    .action(async (options: { readonly json: boolean; readonly people: readonly string[] }) => {
      const config = readConfig(process.env);
      const titian = await startTitian(config, {
        tell: createTell({ json: options.json, out: process.stdout }),
        log: createLog(config.logLevel),
        sandboxPeople: options.people,
      });
      await new Promise<void>((resolve) => {
        process.once('SIGTERM', resolve);
        process.once('SIGINT', resolve);
      });
      await titian.stop();
    });
}
