import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { GatewayParts } from '../gateway/parts.ts';
import type { ReplayParts } from '../gateway/replay/replay-submissions.ts';
import { loadTables } from '../load-tables.ts';
import type { Site } from '../map/place.ts';
import { openTitianStore, type Tell } from '../open-titian.ts';
import type { Store } from '../store/open-store.ts';
import { openRehearsal } from '../store/rehearsal/rehearsal.ts';

/** No register was imported: without one no row has a place. */
export class NoRegister extends Error {
  override readonly name = 'NoRegister';
  constructor() {
    super(
      'Jejaring belum diimpor. Jalankan: titian places import. / No register of places has been imported yet. Run: titian places import.',
    );
  }
}

/** What reading needs in a command of its own; a gateway at work beside it notices within a second what becomes due. */
export async function toReadingParts(config: Config, store: Store): Promise<GatewayParts> {
  const [tables, site] = await Promise.all([loadTables(config.sourceDirs, config.programmeDirs), store.site.loadSite(store.db)]);
  if (site === undefined) throw new NoRegister();
  const register: Promise<Site> = Promise.resolve(site);
  return {
    ...{ store, tables, newId: randomUUID, owner: `cli-${String(process.pid)}-${randomUUID()}` },
    site: () => register,
    now: () => new Date(),
    wake: () => undefined,
  };
}

/** Does a replay over the store of the settings, or rehearses it; ends only what it started itself. */
export async function withReplay<T>(
  config: Config,
  { tell, dryRun }: { readonly tell: Tell; readonly dryRun: boolean },
  work: (replay: ReplayParts) => Promise<T>,
): Promise<T> {
  const opened = await openTitianStore(config, (told) => {
    if (told.event !== 'postgres-adopted') tell(told);
  });
  try {
    const parts = await toReadingParts(config, opened.store);
    if (!dryRun) return await work({ parts, listing: opened.store });
    const rehearsal = await openRehearsal(opened.store, opened.url);
    try {
      return await work({ parts: { ...parts, store: rehearsal.store }, listing: opened.store, begin: rehearsal.begin });
    } finally {
      await rehearsal.close();
    }
  } finally {
    await opened.close({ server: opened.startedServer && !(await opened.hasGateway()) });
  }
}
