import type { Site } from '../map/place.ts';
import type { Tell } from '../open-titian.ts';
import type { Store } from '../store/open-store.ts';

/** The site as last imported; `look` takes in what `titian places import` has changed since, also where another process imported it. */
export interface KeptSite {
  readonly current: () => Promise<Site>;
  readonly look: () => Promise<void>;
}

export interface KeepingSite {
  readonly readFolder: () => Promise<Site>;
  readonly tell: Tell;
  /** Called after a new version has been taken in. */
  readonly onChange: (site: Site, before: Site) => Promise<void>;
}

/**
 * Loads the site, which the very first start imports from the site folder by itself; later changes of the folder are only told,
 * never taken in unasked.
 */
export async function keepSite(store: Store, { readFolder, tell, onChange }: KeepingSite): Promise<KeptSite> {
  let known = (await store.site.loadSite(store.db)) ?? (await importFirst(store, readFolder, tell));
  await tellIfChanged(known, readFolder, tell);
  return {
    current: () => Promise.resolve(known),
    look: async () => {
      if ((await store.site.latestSiteVersion(store.db)) === known.version) return;
      const before = known;
      known = (await store.site.loadSite(store.db)) ?? known;
      tell({
        event: 'site-taken-in',
        id: `Jejaring yang baru diimpor dipakai: ${String(known.places.size)} tempat.`,
        en: `The jejaring imported just now is in use: ${String(known.places.size)} places.`,
        facts: { places: known.places.size, version: known.version },
      });
      await onChange(known, before);
    },
  };
}

async function importFirst(store: Store, readFolder: () => Promise<Site>, tell: Tell): Promise<Site> {
  const site = await readFolder();
  const { places } = await store.transact((tx) => store.site.importSite(tx, site, new Date()));
  tell({
    event: 'site-imported',
    id: `Jejaring diimpor: ${String(places.added)} tempat.`,
    en: `Jejaring imported: ${String(places.added)} places.`,
    facts: { places: places.added },
  });
  return (await store.site.loadSite(store.db)) ?? site;
}

async function tellIfChanged(known: Site, readFolder: () => Promise<Site>, tell: Tell): Promise<void> {
  const folder = await readFolder().catch(() => undefined);
  if (folder === undefined || folder.version === known.version) return;
  tell({
    event: 'site-differs',
    id: 'Folder situs berbeda dari yang terakhir diimpor. Jalankan: titian places import.',
    en: 'The site folder differs from what was last imported. Run: titian places import.',
  });
}
