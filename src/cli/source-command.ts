import type { Command } from 'commander';
import { Option } from 'commander';
import { toLocalToday } from './local-today.ts';
import { checkSource, type CheckSourceOptions } from './source-check.ts';
import { newSource, type NewSourceOptions } from './source-new.ts';

/** Adds `titian source new FILE` and `titian source check DIR`: a vendor connects a form of his own. */
export function addSourceCommand(program: Command): void {
  const source = program.command('source').description('menyambungkan bentuk berkas sendiri / connect a form of your own');
  addNew(source);
  addCheck(source);
}

function addCheck(source: Command): void {
  source
    .command('check')
    .description('periksa folder sumber: tabel, contoh, cakupan profil / check a source folder: tables, samples, coverage of the profiles')
    .argument('<dir>', 'folder sumber / source folder')
    .option('--programme <dir>', "folder tabel program sendiri / folder of programme tables of one's own")
    .option('--site <dir>', 'folder jejaring; tanpa ini nama tempat tidak diperiksa / site folder; without it places are not looked up')
    .option('--json', 'satu objek JSON / one JSON object', false)
    .addOption(new Option('--lang <bahasa>', 'id: Indonesia dengan Inggris; en: English only').choices(['id', 'en']).default('id'))
    .action(async (dir: string, options: CheckSourceOptions) => {
      process.exitCode = await checkSource(dir, options, { out: process.stdout, err: process.stderr, today: toLocalToday(new Date()) });
    });
}

function addNew(source: Command): void {
  source
    .command('new')
    .description(
      'telaah berkas yang belum dikenal dan tulis draf folder sumbernya / inspect an unknown file and write a draft of its source folder',
    )
    .argument('<file>', 'contoh berkas: CSV atau JSON / a sample of the file: CSV or JSON')
    .option('--name <nama>', 'nama sumber, bawaan dari nama berkas / name of the source')
    .option('--out <dir>', 'folder tempat draf ditulis / folder the draft is written to', 'sources')
    .addOption(new Option('--recorder <siapa>', 'siapa yang mencatat / who records').choices(['kader', 'nakes', 'sistem']))
    .addOption(
      new Option('--duty <kewajiban>', 'kiriman ke SATUSEHAT / sending to SATUSEHAT').choices(['kirim', 'sudah-oleh-pengirim', 'tidak']),
    )
    .option('--place <nama>', 'tempat, bila berkas tidak menyebutnya / the place, where the file names none')
    .option('--date <tanggal>', 'hari kunjungan YYYY-MM-DD, bila berkas tidak menyebutnya / the day of the visits')
    .option('--sources <dir>', 'folder sumber tambahan / further folder of sources')
    .option('--programme <dir>', "folder tabel program sendiri / folder of programme tables of one's own")
    .option('--dry-run', 'laporkan saja, jangan menulis / report only, write nothing', false)
    .option('--json', 'satu objek JSON / one JSON object', false)
    .addOption(new Option('--lang <bahasa>', 'id: Indonesia dengan Inggris; en: English only').choices(['id', 'en']).default('id'))
    .action(async (file: string, options: NewSourceOptions) => {
      process.exitCode = await newSource(file, options, { out: process.stdout, err: process.stderr, today: toLocalToday(new Date()) });
    });
}
