import { readConfig, type Config } from '../config.ts';
import type { Asker, DeliveryDesk } from '../deliveries.ts';
import type { Checked } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import { Refusal } from '../http/refusal.ts';
import { loadTables } from '../load-tables.ts';
import { createLog } from '../log.ts';
import { openDeliveries } from '../open-deliveries.ts';
import { readSiteFolder } from '../open-titian.ts';
import { createTell } from './tell.ts';
import { withStore } from './with-store.ts';

/** What was asked cannot be done; every fault with what to do. */
export class DeskFault extends Error {
  override readonly name = 'DeskFault';
  constructor(issues: readonly Issue[]) {
    super(issues.map(({ text, diagnostics }) => `${text}\n  ${diagnostics}`).join('\n'));
  }
}

/** Settings of a command, and where it writes. */
export interface Terminal {
  readonly config: Config;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** The terminal a command was typed at. */
export function thisTerminal(): Terminal {
  return { config: readConfig(process.env), out: process.stdout, err: process.stderr };
}

/**
 * Does work at the desk of deliveries over the store of the settings, beside a gateway or without one; a gateway at work sees it within a second.
 * What is done is written to standard error as an event, with the number of the account that did it.
 */
export async function atDesk<T>(
  { config, err }: Terminal,
  json: boolean,
  work: (desk: DeliveryDesk, asker: Asker) => Promise<Checked<T>>,
): Promise<T> {
  const log = createLog(config.logLevel, err);
  return withStore(config, createTell({ json, out: err }), async (store) => {
    const desk = openDeliveries({
      store,
      site: async () => (await store.site.loadSite(store.db)) ?? readSiteFolder(config.siteDir),
      tables: () => loadTables(config.sourceDirs, config.programmeDirs),
      wake: () => undefined,
      note: (event, facts) => {
        log.info({ event, ...facts });
      },
    });
    const done = await work(desk, { by: `cli:${String(process.getuid?.() ?? 0)}` });
    if (!done.ok) throw new DeskFault(done.issues);
    return done.value;
  });
}

/** Checks what was typed as a request is checked. */
export function checkTyped<T>(check: (value: unknown) => T, value: unknown): T {
  try {
    return check(value);
  } catch (fault) {
    throw fault instanceof Refusal ? new DeskFault(fault.issues) : fault;
  }
}
