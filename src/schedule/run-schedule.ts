import type { Job } from './job.ts';
import { runTurn, type ScheduleParts } from './run-turn.ts';

/** Jobs that are looked after until stopped. */
export interface RunningSchedule {
  /** Tells what runs to end, and waits until it has. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs each job when its time comes, whichever process gets to it first; any number of processes may run the same jobs.
 * Each job has a loop of its own, so that a long one keeps no other waiting. A fault is told, and the next time comes.
 * `lookMs` is how often a process looks whether something is due.
 */
export function runSchedule(jobs: readonly Job[], parts: ScheduleParts & { readonly lookMs: number }): RunningSchedule {
  const ending = new AbortController();
  const loops = jobs.map((job) => runJob(job, parts, ending.signal));
  return {
    stop: async () => {
      ending.abort();
      await Promise.all(loops);
    },
  };
}

async function runJob(job: Job, parts: ScheduleParts & { readonly lookMs: number }, ending: AbortSignal): Promise<void> {
  const { store, now, onOutcome } = parts;
  let named = false;
  const hasEnded = (): boolean => ending.aborted;
  while (!hasEnded()) {
    try {
      if (!named) await store.schedule.nameJob(store.db, job, now());
      named = true;
      onOutcome(job.name, await runTurn(job, parts, ending));
    } catch (fault) {
      onOutcome(job.name, { kind: 'failed', fault });
    }
    await parts.pause(Math.min(job.everyMs, parts.lookMs), ending);
  }
}
