import type { Config } from '../config.ts';
import { rereadQuarantined, type Reread } from '../gateway/replay/reread-quarantined.ts';
import { TablesFault } from '../load-tables.ts';
import type { Tell } from '../open-titian.ts';
import type { Store } from '../store/open-store.ts';
import { toReadingParts } from './compose-replay.ts';

const filesAtOnce = 50;

/**
 * Looks again at the rows that stand quarantined, with the register just imported; a gateway at work beside it does not do it twice. Tables
 * that cannot be used are told and hinder nothing else: the register is in, and the rows are looked at when the tables are mended.
 */
export async function rereadAfterImport(config: Config, store: Store, tell: Tell): Promise<Omit<Reread, 'more'>> {
  let sums = { submissions: 0, quarantinedBefore: 0, quarantined: 0 };
  const parts = await toReadingParts(config, store).catch((fault: unknown) => {
    if (!(fault instanceof TablesFault)) throw fault;
    tell({ event: 'tables-unusable', id: fault.message, en: 'Quarantined rows were not looked at again.' });
    return undefined;
  });
  if (parts === undefined) return sums;
  for (let more = true; more;) {
    const done = await rereadQuarantined(parts, { limit: filesAtOnce });
    sums = {
      submissions: sums.submissions + done.submissions,
      quarantinedBefore: sums.quarantinedBefore + done.quarantinedBefore,
      quarantined: sums.quarantined + done.quarantined,
    };
    more = done.more && done.submissions > 0;
  }
  return sums;
}
