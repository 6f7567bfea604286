import { openTitianStore } from "../open-titian.js";
/** Opens the store beside a running gateway or alone, does the work, and ends only what it started itself. */
export async function withStore(config, tell, work) {
    const opened = await openTitianStore(config, tell);
    try {
        return await work(opened.store);
    }
    finally {
        await opened.close({ server: opened.startedServer });
    }
}
//# sourceMappingURL=with-store.js.map