import { createSeededRandom } from '../../test/generate/seeded-random.ts';
import { grant } from '../../src/deliver/quota/grant.ts';
import { learn } from '../../src/deliver/quota/learn.ts';
import { unlimited, type Quota, type Told } from '../../src/deliver/quota/quota.ts';
import { createQueue, type EventQueue } from './event-queue.ts';
import { createLimiter, type Limiter, type LimitKind } from './limiters.ts';

/** A limit and how it changes, and those who meet it. Times in milliseconds. */
export interface Scenario {
  readonly kind: LimitKind;
  readonly limit: number;
  readonly windowMs: number;
  /** Further limits in mid-run, each after `callsEach` calls more. */
  readonly changes: readonly number[];
  readonly callsEach: number;
  /** What a refusal asks for: nothing, whole seconds rounded up, or the very time. */
  readonly retryAfter: 'none' | 'seconds' | 'exact';
  readonly seed: number;
  /** Shortest and longest time from a call to its answer; half of it each way. */
  readonly trip?: readonly [number, number];
}

/** A call as the limiter saw it. */
export interface Seen {
  readonly at: number;
  readonly ok: boolean;
}

/** What the limiter saw, and when the limit became what. */
export interface Ran {
  readonly seen: readonly Seen[];
  readonly changes: readonly { readonly at: number; readonly limit: number }[];
}

const workers = 4;
const lanes = 8;
/** Reads of the ministry's staging took 180 to 230 ms (field report of 2026-09-12). */
const usualTrip = [180, 230] as const;

/** Four workers that always have something to send share one quota: all of it in one queue of events, hours in a blink. */
export function simulate(scenario: Scenario): Ran {
  const run = new Run(scenario);
  return run.toEnd();
}

class Run {
  private readonly scenario: Scenario;
  private readonly queue: EventQueue = createQueue();
  private readonly limiter: Limiter;
  private readonly chance: () => number;
  private readonly seen: Seen[] = [];
  private readonly changes: { readonly at: number; readonly limit: number }[];
  private quota: Quota = unlimited;
  private passed = 0;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    const random = createSeededRandom(scenario.seed);
    this.chance = () => random.between(0, 1_000_000) / 1_000_000;
    const { kind, limit, windowMs } = scenario;
    this.limiter = createLimiter(kind, limit, { windowMs, phaseMs: this.chance() * windowMs });
    this.changes = [{ at: 0, limit }];
  }

  toEnd(): Ran {
    const { callsEach, changes } = this.scenario;
    for (let each = 0; each < workers; each += 1) this.queue.at(this.chance() * 10, createWorker(this));
    this.queue.run(() => this.passed < callsEach * (changes.length + 1));
    return { seen: this.seen, changes: this.changes };
  }

  at(moment: number, happens: (now: number) => void): void {
    this.queue.at(moment, happens);
  }

  /** A worker asks what it may; it hears at once, give or take some milliseconds. */
  take(now: number): ReturnType<typeof grant>['grant'] {
    const taken = grant(this.quota, now, 50);
    this.quota = taken.quota;
    return taken.grant;
  }

  jitter(): number {
    return this.chance() * 3;
  }

  /** One call: on its way, judged, on its way back, learned from. */
  call(now: number, answered: (back: number) => void): void {
    this.at(now + this.oneWay(), (arrived) => {
      const judged = this.limiter.arrive(arrived);
      this.note(arrived, judged.ok);
      this.at(arrived + this.oneWay(), (back) => {
        const told = { ok: judged.ok, sentAt: now, answeredAt: back };
        this.learn(judged.ok ? told : { ...told, ...this.toRetryAfter(judged.freeAt - arrived) });
        answered(back);
      });
    });
  }

  private learn(told: Told): void {
    if (this.quota.phase !== 'bebas' || !told.ok) this.quota = learn(this.quota, told);
  }

  private note(at: number, ok: boolean): void {
    this.seen.push({ at, ok });
    if (ok) this.passed += 1;
    const next = this.scenario.changes[this.changes.length - 1];
    if (next === undefined || this.passed < this.scenario.callsEach * this.changes.length) return;
    this.limiter.change(next);
    this.changes.push({ at, limit: next });
  }

  private oneWay(): number {
    const [shortest, longest] = this.scenario.trip ?? usualTrip;
    return (shortest + this.chance() * (longest - shortest)) / 2;
  }

  private toRetryAfter(ms: number): { readonly retryAfterMs?: number } {
    const { retryAfter } = this.scenario;
    if (retryAfter === 'none') return {};
    return { retryAfterMs: retryAfter === 'exact' ? ms : Math.ceil(ms / 1000) * 1000 };
  }
}

/** A worker: as many calls at once as it has lanes, each at a moment that it was given. */
function createWorker(run: Run): (now: number) => void {
  let slots: number[] = [];
  let free = lanes;
  let wake = 0;
  const wakeAt = (moment: number): void => {
    wake = moment;
    run.at(moment, (at) => {
      if (at === wake) next(at);
    });
  };
  const next = (now: number): void => {
    while (free > 0 && (slots[0] ?? Infinity) <= now) {
      slots.shift();
      free -= 1;
      run.call(now, (back) => {
        free += 1;
        next(back);
      });
    }
    if (free === 0) return;
    if (slots[0] !== undefined) {
      wakeAt(slots[0]);
      return;
    }
    wakeAt(take(now) + run.jitter());
  };
  const take = (now: number): number => {
    const taken = run.take(now);
    slots = taken.kind === 'slots' ? [...taken.slots] : [];
    if (taken.kind === 'free') slots = [now];
    return taken.kind === 'later' ? Math.max(now + 1, Math.min(taken.at, now + 2000)) : now;
  };
  return next;
}
