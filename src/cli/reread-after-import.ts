import type { Config } from '../config.ts';
import { rereadQuarantined, type Reread } from '../gateway/replay/reread-quarantined.ts';
import type { Store } from '../store/open-store.ts';
import { toReadingParts } from './compose-replay.ts';

const filesAtOnce = 50;

/** Looks again at the rows that stand quarantined, with the register just imported; a gateway at work beside it does not do it twice. */
export async function rereadAfterImport(config: Config, store: Store): Promise<Omit<Reread, 'more'>> {
  const parts = await toReadingParts(config, store);
  let sums = { submissions: 0, quarantinedBefore: 0, quarantined: 0 };
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
