import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { changedPlaces } from '../map/places/changed-places.ts';
import type { Site } from '../map/place.ts';
import { readSiteFolder } from '../open-titian.ts';
import type { Store } from '../store/open-store.ts';
import { rereadAfterImport } from './reread-after-import.ts';
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
      const tell = createTell({ json: options.json, out: process.stderr });
      const change = await withStore(config, tell, async (store) => ({
        ...(await importInto(store, site, new Date())),
        reread: await rereadAfterImport(config, store, tell),
      }));
      process.stdout.write(options.json ? `${JSON.stringify({ version: site.version, ...change })}\n` : toSentences(change));
    });
}

/** What waited for a place, a nakes or a policy is looked at anew in the same transaction. */
async function importInto(store: Store, site: Site, at: Date): Promise<{ readonly places: Counted; readonly enrolments: Counted }> {
  const changed = changedPlaces(await store.site.loadSite(store.db), site);
  return store.transact(async (tx) => {
    const change = await store.site.importSite(tx, site, at);
    for (const platform of store.platforms) {
      await store.owed.releaseForRegister(tx, platform, at);
      await store.owed.raisePlaces(
        tx,
        platform,
        changed.map((code) => ({ code, since: at })),
        at,
      );
    }
    return change;
  });
}

interface Counted {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

interface Imported {
  readonly places: Counted;
  readonly enrolments: Counted;
  readonly reread: Awaited<ReturnType<typeof rereadAfterImport>>;
}

function toSentences({ places, enrolments, reread }: Imported): string {
  const said = (word: string, { added, changed, removed }: Counted): string =>
    `${word}: ${String(added)} baru / new, ${String(changed)} berubah / changed, ${String(removed)} tidak lagi disebut / no longer named\n`;
  const { submissions, quarantinedBefore, quarantined } = reread;
  const again = `Baris tertahan dilihat lagi / quarantined rows looked at again: ${String(quarantinedBefore)} -> ${String(quarantined)} (${String(submissions)} berkas / files)\n`;
  return said('Tempat / places', places) + said('Pendaftaran / enrolments', enrolments) + (submissions === 0 ? '' : again);
}
