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
      // Asked before the start, so that who ends a start half-way leaves no server behind; asked twice, we end at once.
      const asked = new Promise<void>((resolve) => {
        process.once('SIGTERM', resolve);
        process.once('SIGINT', resolve);
      });
      const log = createLog(config.logLevel);
      // A bug ends the gateway, but what Node would print of it may name a person.
      process.on('uncaughtException', (fault) => {
        log.fatal({ event: 'crashed', fault });
        process.exit(1);
      });
      const titian = await startTitian(config, {
        tell: createTell({ json: options.json, out: process.stdout }),
        log,
        sandboxPeople: options.people,
      });
      await asked;
      await titian.stop();
    });
}
