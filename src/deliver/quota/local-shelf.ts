import type { KeptQuota, QuotaShelf } from './gate.ts';

/** A shelf of one process, for workers that share no store. */
export function createLocalShelf(): QuotaShelf {
  const kept = new Map<string, KeptQuota>();
  return {
    all: () => Promise.resolve(new Map(kept)),
    keep: (credential, quota, seen) => {
      if ((kept.get(credential)?.version ?? 0) !== seen) return Promise.resolve(false);
      kept.set(credential, { quota, version: seen + 1 });
      return Promise.resolve(true);
    },
  };
}
