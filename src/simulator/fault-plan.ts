import { isJsonObject, textAt, valueAt, type Json, type JsonObject } from './json.ts';
import { seededRandom, type Random } from './random.ts';

const kinds = [
  'latency',
  'status',
  'too-many-requests',
  'lost-before-commit',
  'lost-after-commit',
  'html-403',
  'truncated-json',
  'expired-token',
] as const;

/** What can be made to go wrong. `lost-...` never answers: before anything is stored, or after everything is. */
export type FaultKind = (typeof kinds)[number];

/** One planned disturbance. It strikes matching requests with a probability until its times are used up. */
export interface Fault {
  readonly id: string;
  readonly kind: FaultKind;
  /** How often it still strikes; undefined is without end. */
  readonly timesLeft: number | undefined;
  readonly hits: number;
  readonly probability: number;
  readonly match: { readonly method?: string; readonly path?: string };
  /** For `latency`: milliseconds before the request is looked at. */
  readonly delayMs: number;
  /** For `status`: 500, 502, 503, 504. */
  readonly status: number;
  /** For `status`: the platform's OperationOutcome instead of plain text. */
  readonly asOutcome: boolean;
  /** For `too-many-requests`: the header Retry-After, left out where undefined. */
  readonly retryAfterSeconds: number | undefined;
  /** For `lost-...`: keep the connection open without a word, instead of cutting it. */
  readonly hang: boolean;
}

interface Planned {
  fault: Fault;
  readonly path: RegExp | undefined;
  readonly random: Random;
}

/** The disturbances in force, in the order they were planned; what strikes is decided by their seeds alone. */
export class FaultPlan {
  private planned: Planned[] = [];
  private last = 0;
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** Adds a fault from JSON; the answer is the fault as planned, or what is wrong with it. */
  add(spec: unknown): Fault | { readonly wrong: string } {
    const kind = kinds.find((each) => isJsonObject(spec) && spec['kind'] === each);
    if (!isJsonObject(spec) || kind === undefined) return { wrong: `"kind" harus salah satu dari / must be one of: ${kinds.join(', ')}` };
    const path = readPattern(textAt(spec, 'match', 'path'));
    if (path === 'wrong') return { wrong: '"match.path" bukan ekspresi reguler / is not a regular expression' };
    const fault = toFault(spec, kind, `fault-${String((this.last += 1))}`);
    const seed = valueAt(spec, 'seed');
    this.planned.push({ fault, path, random: typeof seed === 'number' ? seededRandom(seed) : this.random });
    return fault;
  }

  /** The faults that strike this request: all delays, and at most one other. */
  strike(method: string, path: string): readonly Fault[] {
    const struck: Fault[] = [];
    for (const plan of this.planned) {
      const taken = plan.fault.kind !== 'latency' && struck.some((fault) => fault.kind !== 'latency');
      if (taken || !applies(plan, method, path)) continue;
      const { timesLeft, hits } = plan.fault;
      plan.fault = { ...plan.fault, hits: hits + 1, timesLeft: timesLeft === undefined ? undefined : timesLeft - 1 };
      struck.push(plan.fault);
    }
    return struck;
  }

  list(): readonly Fault[] {
    return this.planned.map((plan) => plan.fault);
  }

  /** Takes back one fault, or all of them. */
  clear(id?: string): void {
    this.planned = id === undefined ? [] : this.planned.filter((plan) => plan.fault.id !== id);
  }
}

function applies({ fault, path, random }: Planned, method: string, asked: string): boolean {
  if (fault.timesLeft !== undefined && fault.timesLeft <= 0) return false;
  if (fault.match.method !== undefined && fault.match.method !== method) return false;
  if (path !== undefined && !path.test(asked)) return false;
  return fault.probability >= 1 || random() < fault.probability;
}

function toFault(spec: JsonObject, kind: FaultKind, id: string): Fault {
  const [method, path] = [textAt(spec, 'match', 'method')?.toUpperCase(), textAt(spec, 'match', 'path')];
  return {
    id,
    kind,
    timesLeft: numberAt(spec['times']),
    hits: 0,
    probability: numberAt(spec['probability']) ?? 1,
    match: { ...(method === undefined ? {} : { method }), ...(path === undefined ? {} : { path }) },
    delayMs: numberAt(spec['delayMs']) ?? 0,
    status: numberAt(spec['status']) ?? 503,
    asOutcome: spec['asOutcome'] === true,
    retryAfterSeconds: numberAt(spec['retryAfterSeconds']),
    hang: spec['hang'] === true,
  };
}

function numberAt(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function readPattern(source: string | undefined): RegExp | undefined | 'wrong' {
  if (source === undefined) return undefined;
  try {
    return new RegExp(source);
  } catch {
    return 'wrong';
  }
}
