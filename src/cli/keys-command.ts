import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { createTell } from './tell.ts';
import { withStore } from './with-store.ts';

/** Adds `titian keys create` and `titian keys revoke`: API keys, shown once and stored hashed. */
export function addKeysCommand(program: Command): void {
  const keys = program.command('keys').description('kunci API / API keys');
  keys
    .command('create')
    .description('buat kunci; ditampilkan sekali / make a key; shown once')
    .requiredOption('--name <name>', 'untuk siapa / for whom')
    .option('--within <code>', 'kode puskesmas; tempat hanya dicari di dalamnya / puskesmas inside which places resolve')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (options: { readonly name: string; readonly within?: string; readonly json: boolean }) => {
      const scope = ['submit', 'read', ...(options.within === undefined ? [] : [`within:${options.within}`])];
      const made = await withStore(readConfig(process.env), createTell({ json: options.json, out: process.stderr }), (store) =>
        store.apiKeys.createApiKey(store.db, { name: options.name, scope, at: new Date() }),
      );
      process.stdout.write(options.json ? `${JSON.stringify({ id: made.id, key: made.text })}\n` : `${made.text}\n`);
    });
  keys
    .command('revoke')
    .description('cabut kunci / end a key')
    .argument('<id>', 'nomor kunci: bagian tengah teksnya / id of the key: the middle part of its text')
    .action(async (id: string) => {
      const ended = await withStore(readConfig(process.env), createTell({ json: false, out: process.stderr }), (store) =>
        store.apiKeys.revokeApiKey(store.db, id, new Date()),
      );
      process.stdout.write(
        ended ? 'Kunci dicabut. / The key is ended.\n' : 'Tidak ada kunci aktif dengan nomor itu. / No active key has that id.\n',
      );
      process.exitCode = ended ? 0 : 1;
    });
}
