import { createSeededRandom, type SeededRandom } from '../../generate/seeded-random.ts';

/**
 * What can go wrong at the receiver. `lost`: done, but the answer never comes. `cut`: the connection ends before anything is done.
 * `late`: the connection ends, and the message takes effect afterwards. `unavailable`: 503, and `too-many`: 429, both with Retry-After.
 * `slow`: answers later. `refuse-parts`: names the parts it refuses. `refuse-message`: refuses without saying which part.
 */
export type FaultKind = 'lost' | 'cut' | 'late' | 'unavailable' | 'too-many' | 'slow' | 'refuse-parts' | 'refuse-message';

/** A planned disturbance; what it strikes is decided by its seed alone. */
export interface Fault {
  readonly kind: FaultKind;
  /** 0 to 1; 1 where absent. */
  readonly probability?: number;
  readonly seed?: number;
  /** How often it strikes; without end where absent. */
  readonly times?: number;
  /** Only messages whose root is of this type. */
  readonly type?: string;
  /** Only parts whose JSON this pattern finds; for `refuse-parts` it says which are refused. */
  readonly part?: string;
  /** Also looks, not only messages: `slow`, `cut`, `unavailable` and `too-many`. */
  readonly looks?: boolean;
  readonly retryAfterSeconds?: number;
  /** For `slow` and `late`. A late message without it lands when told to (`landLate`). */
  readonly delayMs?: number;
}

/** What a request is about, as far as faults care. */
export interface Asked {
  readonly look: boolean;
  readonly type: string;
  /** The parts as JSON; none for a look. */
  readonly parts: readonly string[];
}

/** Faults in force. */
export interface FaultPlan {
  add(fault: Fault): void;
  clear(): void;
  /** All that is slow, and the first other that strikes. */
  strike(asked: Asked): readonly Fault[];
}

interface Planned {
  readonly fault: Fault;
  readonly random: SeededRandom;
  timesLeft: number;
}

export function createFaultPlan(): FaultPlan {
  let planned: Planned[] = [];
  return {
    add: (fault) => {
      planned.push({ fault, random: createSeededRandom(fault.seed ?? 1), timesLeft: fault.times ?? Infinity });
    },
    clear: () => {
      planned = [];
    },
    strike: (asked) => {
      const struck: Fault[] = [];
      for (const plan of planned) {
        const taken = plan.fault.kind !== 'slow' && struck.some(({ kind }) => kind !== 'slow');
        if (taken || !applies(plan, asked)) continue;
        plan.timesLeft -= 1;
        struck.push(plan.fault);
      }
      return struck;
    },
  };
}

/** Indexes of the parts a fault refuses. */
export function refusedPartsOf({ part = '' }: Fault, parts: readonly string[]): readonly number[] {
  const pattern = new RegExp(part);
  return parts.flatMap((text, index) => (pattern.test(text) ? [index] : []));
}

function applies({ fault, random, timesLeft }: Planned, asked: Asked): boolean {
  if (timesLeft <= 0 || !isMeant(fault, asked)) return false;
  return fault.probability === undefined || random.chance(fault.probability * 100);
}

function isMeant(fault: Fault, asked: Asked): boolean {
  if (asked.look && fault.looks !== true) return false;
  if (fault.type !== undefined && fault.type !== asked.type) return false;
  return fault.part === undefined || refusedPartsOf(fault, asked.parts).length > 0;
}
