import type { Job } from '../../schedule/job.ts';
import type { GatewayParts } from '../parts.ts';
import { judgePersons } from './judge-persons.ts';

const second = 1000;

/** The job that looks again at everybody of whom something was said or whose day has come: where nobody is due it is one look at an index. */
export function createJudgingJob(parts: GatewayParts): Job {
  return {
    name: 'nilai-orang',
    everyMs: 15 * second,
    leaseMs: 60 * second,
    run: async ({ signal }) => {
      let judged = 0;
      for (let some = -1; some !== 0;) {
        signal.throwIfAborted();
        some = await judgePersons(parts);
        judged += some;
      }
      return judged === 0 ? undefined : `${String(judged)} orang dinilai`;
    },
  };
}
