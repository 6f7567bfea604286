import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { Store } from '../store/open-store.ts';
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
    .option(
      '--scope <word>',
      'hak tambahan: operasi (yang tertahan, platform, peringatan dan daftar periksa tersamar), nakes (nama orang, memutuskan daftar periksa, ' +
        'konfirmasi isi teks bebas), kredensial (memasukkan, menjeda dan mencabut kredensial puskesmasnya sendiri; dengan --within) / further right: ' +
        'operasi (what is held, platforms, masked lists), nakes (people by name, deciding, confirming), kredensial (credentials of its own puskesmas; with --within)',
      addScope,
      [],
    )
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (options: CreateOptions) => {
      if (options.scope.includes('kredensial') && options.within === undefined) throw new ScopeUnbound(unbound);
      const scope = ['submit', 'read', ...options.scope, ...(options.within === undefined ? [] : [`within:${options.within}`])];
      const made = await withStore(readConfig(process.env), createTell({ json: options.json, out: process.stderr }), async (store) => {
        if (options.within !== undefined) await refuseUnknown(store, options.within);
        return store.apiKeys.createApiKey(store.db, { name: options.name, scope, at: new Date() });
      });
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

interface CreateOptions {
  readonly name: string;
  readonly within?: string;
  readonly scope: readonly string[];
  readonly json: boolean;
}

/** Rights that are not every key's. */
const furtherScopes: readonly string[] = ['operasi', 'nakes', 'kredensial'];

/** A word that no route knows would give nothing, and look as if it did. */
export class UnknownScope extends Error {
  override readonly name = 'UnknownScope';
}

/** Nobody but a puskesmas enters its credential. */
export class ScopeUnbound extends Error {
  override readonly name = 'ScopeUnbound';
}

const unbound =
  '--scope kredensial: hanya bersama --within KODE, karena kredensial dimasukkan oleh puskesmasnya sendiri. / Only with --within CODE: a puskesmas enters its own credentials.';

function addScope(text: string, given: readonly string[]): readonly string[] {
  const words = text.split(',');
  const unknown = words.find((word) => !furtherScopes.includes(word));
  if (unknown === undefined) return [...new Set([...given, ...words])];
  const list = furtherScopes.join(', ');
  throw new UnknownScope(`--scope ${unknown}: hak itu tidak ada. Yang ada: ${list}. / There is no such scope. There are: ${list}.`);
}

/** Inside a puskesmas that does not exist no place would ever resolve. */
export class UnknownPuskesmas extends Error {
  override readonly name = 'UnknownPuskesmas';
}

async function refuseUnknown(store: Store, code: string): Promise<void> {
  const places = [...((await store.site.loadSite(store.db))?.places.values() ?? [])];
  const codes = places.filter(({ kind }) => kind === 'puskesmas').map((place) => place.code);
  if (codes.includes(code) || places.length === 0) return;
  const list = codes.join(', ');
  throw new UnknownPuskesmas(
    `--within ${code}: tidak ada puskesmas dengan kode itu di jejaring. Yang ada: ${list}. / No puskesmas in jejaring has that code. There are: ${list}.`,
  );
}
