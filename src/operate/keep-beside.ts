import type { Logger } from 'pino';
import { keepAlive } from './keep-alive.ts';
import type { KeptSite } from './keep-site.ts';
import { createFaultLog } from '../log.ts';
import type { OpenedStore } from '../open-titian.ts';
import type { SandboxProcess } from '../sandbox-process.ts';

const lookAfterMs = 1000;

/** What lives beside a gateway. */
export interface Beside {
  readonly opened: Pick<OpenedStore, 'answers' | 'revive'>;
  readonly sandbox: Pick<SandboxProcess, 'isAlive' | 'revive'> | undefined;
  readonly site: KeptSite;
  readonly log: Logger;
}

/** Looks after what lives beside the gateway: its PostgreSQL and its sandbox may die, and its register may be imported anew. Returns how to end that. */
export function keepBeside({ opened, sandbox, site, log }: Beside): () => Promise<void> {
  const onFault = createFaultLog(log, 'look-after-failed', Date.now);
  const { answers, revive } = opened;
  const register = { isAlive: () => Promise.resolve(false), revive: () => site.look() };
  const database = revive === undefined ? [] : [{ isAlive: answers, revive }];
  return keepAlive([register, ...database, ...(sandbox === undefined ? [] : [sandbox])], { everyMs: lookAfterMs, onFault });
}
