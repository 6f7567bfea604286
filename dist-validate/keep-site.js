const lookAgainMs = 5000;
/**
 * The site as last imported, looked up again every few seconds, so that `titian places import` takes effect in a running gateway.
 * The very first start imports the site folder by itself; later changes of the folder are only told, never taken in unasked.
 */
export async function keepSite(store, readFolder, tell) {
    let known = (await store.site.loadSite(store.db)) ?? (await importFirst(store, readFolder, tell));
    let lookedAt = Date.now();
    await tellIfChanged(known, readFolder, tell);
    return async () => {
        if (Date.now() - lookedAt > lookAgainMs) {
            lookedAt = Date.now();
            known = (await store.site.loadSite(store.db)) ?? known;
        }
        return known;
    };
}
async function importFirst(store, readFolder, tell) {
    const site = await readFolder();
    const { places } = await store.transact((tx) => store.site.importSite(tx, site, new Date()));
    tell({
        event: 'site-imported',
        id: `Jejaring diimpor: ${String(places.added)} tempat.`,
        en: `Jejaring imported: ${String(places.added)} places.`,
        facts: { places: places.added },
    });
    return site;
}
async function tellIfChanged(known, readFolder, tell) {
    const folder = await readFolder().catch(() => undefined);
    if (folder === undefined || folder.version === known.version)
        return;
    tell({
        event: 'site-differs',
        id: 'Folder situs berbeda dari yang terakhir diimpor. Jalankan: titian places import.',
        en: 'The site folder differs from what was last imported. Run: titian places import.',
    });
}
//# sourceMappingURL=keep-site.js.map