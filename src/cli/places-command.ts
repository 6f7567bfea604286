import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { readSiteFolder } from '../open-titian.ts';
import { createTell } from './tell.ts';
import { withStore } from './with-store.ts';

/** Adds `titian places import`: takes jejaring, pendaftaran and policies of the site folder into the store. */
export function addPlacesCommand(program: Command): void {
  const places = program.command('places').description('jejaring, pendaftaran, kebijakan / places, register, policies');
  places
    .command('import')
    .description('impor jejaring.csv, pendaftaran.csv, policies.yaml / import them')
    .option('--site <dir>', 'folder situs; bawaan TITIAN_SITE / site folder')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (options: { readonly site?: string; readonly json: boolean }) => {
      const config = readConfig(process.env);
      const site = await readSiteFolder(options.site ?? config.siteDir);
      const change = await withStore(config, createTell({ json: options.json, out: process.stderr }), (store) =>
        store.transact((tx) => store.site.importSite(tx, site, new Date())),
      );
      process.stdout.write(options.json ? `${JSON.stringify({ version: site.version, ...change })}\n` : toSentences(change));
    });
}

interface Counted {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

function toSentences({ places, enrolments }: { readonly places: Counted; readonly enrolments: Counted }): string {
  const said = (word: string, { added, changed, removed }: Counted): string =>
    `${word}: ${String(added)} baru / new, ${String(changed)} berubah / changed, ${String(removed)} tidak lagi disebut / no longer named\n`;
  return said('Tempat / places', places) + said('Pendaftaran / enrolments', enrolments);
}
