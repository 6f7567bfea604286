import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { DamagedBackup, type TableDigest } from '../operate/backup/archive.ts';
import { writeBackup, type BackupMade } from '../operate/backup/write-backup.ts';
import { findDatabase, withClient } from './compose-database.ts';
import { restoreStore, tryRestore, type RestoreDone, type TrialRestore } from './compose-operate.ts';
import { createTell } from './tell.ts';

interface RestoreFlags {
  readonly verify: boolean;
  readonly erasuresFrom?: string;
  readonly json: boolean;
}

/** Adds `titian backup`: everything kept, as it was at one instant, in one file, sealed as it is in the database. */
export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('cadangkan seluruh penyimpanan ke satu berkas / back the whole store up to one file')
    .argument('<file>', 'berkas baru, mis. titian-2025-08-12.gz / a new file')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (file: string, { json }: { readonly json: boolean }) => {
      const config = readConfig(process.env);
      const database = await findDatabase(config, createTell({ json, out: process.stderr }));
      try {
        const made = await withClient(database.url, (client) => writeBackup(client, file, new Date()));
        process.stdout.write(json ? `${JSON.stringify(made)}\n` : tellMade(made, config.masterKeyFile));
      } finally {
        await database.close();
      }
    });
}

/** Adds `titian restore`: a backup into an empty store, or with `--verify` into a throw-away database to prove that it can be restored. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('pulihkan cadangan ke penyimpanan kosong / restore a backup into an empty store')
    .argument('<file>', 'berkas dari titian backup / a file made by titian backup')
    .option('--verify', 'hanya uji: pulihkan ke basis data sementara dan bandingkan / only try it in a throw-away database', false)
    .option(
      '--erasures-from <file>',
      'cadangan lebih baru: penghapusan orang di dalamnya diterapkan juga / a newer backup whose erasures are applied too',
    )
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (file: string, flags: RestoreFlags) => {
      await (flags.verify ? verify(file, flags) : restore(file, flags));
    });
}

async function restore(file: string, { json, erasuresFrom }: RestoreFlags): Promise<void> {
  const tell = createTell({ json, out: process.stderr });
  const done = await restoreStore(readConfig(process.env), { file, erasuresFrom }, tell);
  process.stdout.write(json ? `${JSON.stringify(done)}\n` : tellRestored(done));
}

async function verify(file: string, { json }: RestoreFlags): Promise<void> {
  const tell = createTell({ json, out: process.stderr });
  try {
    const trial = await tryRestore(readConfig(process.env), file, tell);
    const holds = trial.tables.every(({ same }) => same);
    process.stdout.write(json ? `${JSON.stringify({ holds, ...trial })}\n` : tellTrial(trial, holds));
    process.exitCode = holds ? 0 : 1;
  } catch (fault) {
    if (!(fault instanceof DamagedBackup)) throw fault;
    process.stdout.write(json ? `${JSON.stringify({ holds: false, damaged: true })}\n` : `${fault.message}\n`);
    process.exitCode = 1;
  }
}

function tellMade({ file, bytes, sha256, keyId, tables }: BackupMade, keyFile: string): string {
  return [
    `Cadangan: ${file} (${String(bytes)} byte, ${rowsOf(tables)} baris, ${String(tables.length)} tabel)`,
    `  Backup: ${String(bytes)} bytes, ${rowsOf(tables)} rows, ${String(tables.length)} tables`,
    `SHA-256: ${sha256}`,
    `PENTING: kunci induk ${keyId} TIDAK ada di dalamnya. Simpan salinan ${keyFile} terpisah; tanpa kunci itu cadangan ini tidak dapat dibaca siapa pun.`,
    `  IMPORTANT: the master key ${keyId} is NOT in it. Keep a copy of that file elsewhere; without it nobody can read this backup.`,
    `Uji sekarang / try it now: titian restore ${file} --verify`,
    '',
  ].join('\n');
}

function tellRestored({ header, tables, erased }: RestoreDone): string {
  return [
    `Dipulihkan: keadaan pada ${header.madeAt}, ${rowsOf(tables)} baris; penghapusan ${String(erased)} orang diterapkan lagi.`,
    `  Restored: the state of ${header.madeAt}, ${rowsOf(tables)} rows; the erasure of ${String(erased)} people was applied again.`,
    'Yang masih terutang dicari dahulu di platform sebelum dikirim. Berkas yang diterima setelah saat itu tidak ada di sini: serahkan lagi.',
    '  What is still owed is looked up at the platform before it is sent. Files that came later are not here: hand them in again.',
    '',
  ].join('\n');
}

function tellTrial({ header, tables, keyHere }: TrialRestore, holds: boolean): string {
  const lines = tables.map(
    ({ table, promised, rows, same }) => `${same ? 'ok   ' : 'BEDA '} ${table.padEnd(20)} ${String(rows)} / ${String(promised)}`,
  );
  return [
    ...lines,
    holds
      ? `Cadangan ${header.madeAt} dapat dipulihkan: semua tabel sama. / It can be restored: all tables are the same.`
      : 'Cadangan ini TIDAK pulih sama. Buat cadangan baru dan laporkan. / It does NOT restore to the same. Make a new one and report this.',
    keyHere
      ? `Kunci induk ${header.keyId} ada di komputer ini. / The master key is on this machine.`
      : `Perhatian: kunci induk ${header.keyId} tidak ada di komputer ini; tanpa kunci itu isinya tidak terbaca. / Note: its master key is not on this machine.`,
    '',
  ].join('\n');
}

function rowsOf(tables: readonly TableDigest[]): string {
  return String(tables.reduce((sum, { rows }) => sum + rows, 0));
}
