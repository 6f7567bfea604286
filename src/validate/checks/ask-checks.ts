import { primitives } from '../primitives.ts';
import type { JsonObject } from '../json.ts';
import type { Check, CheckReport, CheckWorld } from './check.ts';
import { checks } from './checks.ts';
import { reviewValue } from './review-value.ts';

/** What the fast path asks: does it hold? A warning is noted, nothing is explained. */
export interface Asking {
  /** The rules that stand in no definition, by the name of the type of node they are asked of. */
  readonly toChecks: (name: string) => readonly Check[];
  /** Asks such rules of one node. */
  readonly holds: (asked: readonly Check[], node: JsonObject) => boolean;
  /** A primitive that is not as plain as most: its syntax, and what else there is to say of it. */
  readonly holdsValue: (code: string, value: unknown) => boolean;
}

/** Makes the two questions for one walk. A check may set off others, so that what failed before is kept apart. */
export function createAsking(walk: CheckWorld & { warned: boolean }): Asking {
  let failed = false;
  const report: CheckReport = {
    add: ({ severity }) => {
      if (severity === 'error') failed = true;
      else if (severity === 'warning') walk.warned = true;
    },
    leave: () => undefined,
    silent: true,
  };
  const ask = (question: () => void): boolean => {
    const before = failed;
    failed = false;
    question();
    const sound = !failed;
    failed = before;
    return sound;
  };
  return {
    toChecks: (name) => checks.get(name) ?? [],
    // Asked of every node that has such rules: written out, so that nothing is allocated.
    holds: (asked, node) => {
      const before = failed;
      failed = false;
      for (const check of asked) check(node, walk, report);
      const sound = !failed;
      failed = before;
      return sound;
    },
    holdsValue: (code, value) =>
      primitives[code]?.(value) === true &&
      ask(() => {
        reviewValue(code, value, walk, report);
      }),
  };
}
