import type { FacilityAsker, FacilityDesk } from '../facilities.ts';
import type { Checked } from '../fhir/checked.ts';
import { createLog } from '../log.ts';
import { openFacilities } from '../open-facilities.ts';
import { readSiteFolder } from '../open-titian.ts';
import type { Store } from '../store/open-store.ts';
import { DeskFault, type Terminal } from './compose-deliveries.ts';
import { createTell } from './tell.ts';
import { withStore } from './with-store.ts';

/** The key in TITIAN_API_KEY is none of ours, or may not speak for a puskesmas. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused';
}

/**
 * Does work at the desk of credentials. With TITIAN_API_KEY it is done in the name of the key, for a puskesmas that sits at its own machine;
 * without it in the name of the account at this one, which may do what the puskesmas has not kept to itself.
 */
export async function atFacilities<T>(
  { config, err }: Terminal,
  json: boolean,
  work: (desk: FacilityDesk, asker: FacilityAsker) => Promise<Checked<T>>,
): Promise<T> {
  const log = createLog(config.logLevel, err);
  return withStore(config, createTell({ json, out: err }), async (store) => {
    const desk = openFacilities(config, {
      store,
      site: async () => (await store.site.loadSite(store.db)) ?? readSiteFolder(config.siteDir),
      note: (event, facts) => {
        log.info({ event, ...facts });
      },
    });
    const done = await work(desk, await findAsker(store, config.apiKey));
    if (!done.ok) throw new DeskFault(done.issues);
    return done.value;
  });
}

async function findAsker(store: Store, key: string | undefined): Promise<FacilityAsker> {
  if (key === undefined) return { by: `cli:${String(process.getuid?.() ?? 0)}`, as: 'konsol' };
  const holder = await store.apiKeys.verifyApiKey(store.db, key);
  if (holder === undefined)
    throw new KeyRefused(
      'Kunci pada TITIAN_API_KEY tidak dikenal atau sudah dicabut. / The key in TITIAN_API_KEY is unknown or was ended.',
    );
  return toAsker(holder.name, holder.scope);
}

/** A key of operations adds nothing to sitting at the machine. */
function toAsker(by: string, scope: readonly string[]): FacilityAsker {
  const within = scope.find((word) => word.startsWith('within:'))?.slice('within:'.length);
  if (within === undefined) return { by, as: 'konsol' };
  return { by, within, as: scope.includes('kredensial') ? 'puskesmas' : 'baca' };
}
