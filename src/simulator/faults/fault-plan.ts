import { isJsonObject, itemsOf, valueAt, type Json, type JsonObject } from '../json.ts';
import { seededRandom, type Random } from '../random.ts';
import { findWrong } from './check-spec.ts';
import { toFault, typesIn, type Fault } from './fault.ts';
import { faultKinds } from './fault-kinds.ts';
import { faultNames, type FaultName } from './fault-names.ts';
import { QuotaMeter } from './quota.ts';

/** A request as a disturbance sees it. */
export interface Approach {
  readonly method: string;
  readonly path: string;
  /** The client id behind it; empty where there is none. */
  readonly credential: string;
  readonly nowMs: number;
  readonly body: unknown;
}

/** A disturbance that strikes, and for a quota the seconds until the next call would be let through. */
export interface Strike extends Fault {
  readonly waitSeconds?: number;
}

/** What is wrong with a specification. */
export interface Wrong {
  readonly wrong: string;
}

interface Planned {
  fault: Fault;
  spec: JsonObject;
  path: RegExp | undefined;
  readonly random: Random;
  readonly meter: QuotaMeter;
}

/** The disturbances in force, in the order they were planned; what strikes is decided by their seeds alone. */
export class FaultPlan {
  private planned: Planned[] = [];
  private last = 0;
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** Adds a fault from JSON; the answer is the fault as planned, or what is wrong with it. `kind` may also be a name of `faultKinds`. */
  add(given: unknown): Fault | Wrong {
    const read = readSpec(given, `fault-${String((this.last += 1))}`);
    if ('wrong' in read) return read;
    const seed = valueAt(read.spec, 'seed');
    const random = typeof seed === 'number' ? seededRandom(seed) : this.random;
    this.planned.push({ ...read, random, meter: new QuotaMeter() });
    return read.fault;
  }

  /** Changes a fault in force, such as the limit of a quota; what it has counted so far stays. Undefined when there is none of that id. */
  change(id: string, changes: unknown): Fault | Wrong | undefined {
    const plan = this.planned.find(({ fault }) => fault.id === id);
    if (plan === undefined) return undefined;
    if (!isJsonObject(changes)) return { wrong: 'diharapkan objek JSON / a JSON object was expected' };
    const read = readSpec({ ...plan.spec, ...changes, kind: plan.fault.kind }, id);
    if ('wrong' in read) return read;
    const timesLeft = 'times' in changes ? read.fault.timesLeft : plan.fault.timesLeft;
    Object.assign(plan, { ...read, fault: { ...read.fault, hits: plan.fault.hits, timesLeft } });
    return plan.fault;
  }

  /** The faults that strike this request: all delays, and at most one other. */
  strike(approach: Approach): readonly Strike[] {
    const struck: Strike[] = [];
    for (const plan of this.planned) {
      const taken = plan.fault.kind !== 'latency' && struck.some((fault) => fault.kind !== 'latency');
      if (taken || !applies(plan, approach)) continue;
      const wait = plan.fault.quota === undefined ? {} : overQuota(plan, approach);
      if (wait === undefined) continue;
      const { timesLeft, hits } = plan.fault;
      plan.fault = { ...plan.fault, hits: hits + 1, timesLeft: timesLeft === undefined ? undefined : timesLeft - 1 };
      struck.push({ ...plan.fault, ...wait });
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

/** The specifications in a file of faults: a list, a single one, or `{"faults": [...]}`. */
export function specsIn(file: Json): readonly Json[] {
  const listed = valueAt(file, 'faults');
  return itemsOf(listed ?? file);
}

function readSpec(given: unknown, id: string): { fault: Fault; spec: JsonObject; path: RegExp | undefined } | Wrong {
  const spec = withoutName(given);
  const kind: FaultName | undefined = faultNames.find((each) => isJsonObject(spec) && spec['kind'] === each);
  if (!isJsonObject(spec) || kind === undefined)
    return {
      wrong: `"kind" harus salah satu dari / must be one of: ${[...new Set([...faultNames, ...faultKinds.map(({ name }) => name)])].join(', ')}`,
    };
  const wrong = findWrong(spec);
  if (wrong !== undefined) return { wrong };
  const fault = toFault(spec, kind, id);
  const path = readPattern(fault.match.path);
  if (path === 'wrong') return { wrong: '"match.path" bukan ekspresi reguler / is not a regular expression' };
  return { fault, spec, path };
}

/** A name of the catalogue stands for a kind and its settings; how often it strikes is said anew, as for any other. */
function withoutName(given: unknown): unknown {
  if (!isJsonObject(given) || faultNames.some((name) => name === given['kind'])) return given;
  const named = faultKinds.find(({ name }) => name === given['kind']);
  return named === undefined ? given : { ...named.spec, times: undefined, ...given, kind: named.spec.kind };
}

function applies(plan: Planned, approach: Approach): boolean {
  const { fault, random } = plan;
  if (fault.timesLeft !== undefined && fault.timesLeft <= 0) return false;
  return matches(plan, approach) && (fault.probability >= 1 || random() < fault.probability);
}

function matches({ fault, path }: Planned, approach: Approach): boolean {
  const { method, client, resource } = fault.match;
  const asked = [
    [method, approach.method],
    [client, approach.credential],
  ];
  if (asked.some(([wanted, given]) => wanted !== undefined && wanted !== given)) return false;
  return (path?.test(approach.path) ?? true) && (resource === undefined || typesIn(approach.body).includes(resource));
}

/** Undefined while the quota lets the call through. */
function overQuota({ fault, meter }: Planned, { credential, nowMs }: Approach): { readonly waitSeconds: number } | undefined {
  const waitSeconds = fault.quota === undefined ? undefined : meter.take(fault.quota, credential, nowMs);
  return waitSeconds === undefined ? undefined : { waitSeconds };
}

function readPattern(text: string | undefined): RegExp | undefined | 'wrong' {
  try {
    return text === undefined ? undefined : new RegExp(text);
  } catch {
    return 'wrong';
  }
}
