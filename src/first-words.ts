import type { Config } from './config.ts';
import type { Tell } from './open-titian.ts';
import type { Store } from './store/open-store.ts';

/** Makes the first API key where there is none and shows it, this once. */
export async function tellFirstKey(store: Store, tell: Tell): Promise<void> {
  if ((await store.apiKeys.countApiKeys(store.db)) > 0) return;
  const { text } = await store.apiKeys.createApiKey(store.db, {
    name: 'kunci-pertama',
    scope: ['submit', 'read', 'operasi', 'admin'],
    at: new Date(),
  });
  tell({
    event: 'first-key',
    id: `Kunci API pertama (hanya ditampilkan sekali ini): ${text}`,
    en: 'The first API key, shown this once.',
    facts: { key: text },
  });
}

/** Says that the gateway is ready, where, where its messages go, and what to do next. */
export function tellReady(tell: Tell, config: Config, at: { readonly url: string; readonly sandboxUrl: string | undefined }): void {
  const { url, sandboxUrl } = at;
  const where =
    sandboxUrl === undefined ? (config.satusehatUrl ?? '') : `${sandboxUrl} (sandbox, simulasi: tidak ada yang keluar dari komputer ini)`;
  tell({
    event: 'ready',
    id: `Titian siap di ${url} · lingkungan ${config.environment} · SATUSEHAT: ${where}\nBerikutnya: TITIAN_API_KEY=<kunci> npm run titian -- submit --source posyandu-kenanga FILE.csv, atau npm run demo.`,
    en: `Titian is ready at ${url}. Next: hand in a file with TITIAN_API_KEY=<key> npm run titian -- submit, or run npm run demo.`,
    facts: { url, environment: config.environment, ...(sandboxUrl === undefined ? {} : { sandbox: sandboxUrl }) },
  });
}
