import type { Config } from '../config.ts';
import { openTitianStore, type Tell } from '../open-titian.ts';
import type { Store } from '../store/open-store.ts';

/** Opens the store beside a running gateway or alone, does the work, and ends only what it started itself. */
export async function withStore<T>(config: Config, tell: Tell, work: (store: Store) => Promise<T>): Promise<T> {
  // That a server runs is no news where a gateway runs beside us.
  const opened = await openTitianStore(config, (told) => {
    if (told.event !== 'postgres-adopted') tell(told);
  });
  try {
    return await work(opened.store);
  } finally {
    // A gateway that started meanwhile works on the server we started.
    await opened.close({ server: opened.startedServer && !(await opened.hasGateway()) });
  }
}
