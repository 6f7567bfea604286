import type { Job } from '../../schedule/job.ts';
import type { GatewayParts } from '../parts.ts';
import { rereadQuarantined } from './reread-quarantined.ts';

const minute = 60_000;
/** Between two looks at whether a reread is to break off. */
const filesAtOnce = 20;

/**
 * The job that looks again at quarantined rows when the register or the tables have changed: soon after an import, and after a start with
 * fixed tables. Where nothing has changed it is one look at an index.
 */
export function createRereadJob(parts: GatewayParts): Job {
  return {
    name: 'baca-ulang-karantina',
    everyMs: minute,
    leaseMs: 2 * minute,
    run: async ({ signal }) => {
      const sums = { files: 0, before: 0, after: 0 };
      for (let more = true; more;) {
        signal.throwIfAborted();
        const done = await rereadQuarantined(parts, { limit: filesAtOnce, signal });
        sums.files += done.submissions;
        sums.before += done.quarantinedBefore;
        sums.after += done.quarantined;
        more = done.more && done.submissions > 0;
      }
      return sums.files === 0 ? undefined : `${String(sums.files)} berkas, ${String(sums.before)} -> ${String(sums.after)} baris karantina`;
    },
  };
}
