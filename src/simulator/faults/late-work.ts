interface Late {
  readonly dueMs: number;
  readonly run: () => void;
}

const lookEveryMs = 20;

/** Work that happens after its caller has gone: at a moment of the simulator's clock, or after seconds of the wall clock. */
export class LateWork {
  private waiting: Late[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private look: NodeJS.Timeout | undefined;
  private readonly now: () => Date;

  constructor(now: () => Date) {
    this.now = now;
  }

  /** How much is still to happen. */
  get pending(): number {
    return this.waiting.length + this.timers.size;
  }

  /** Runs something once the simulator's clock has gone on by so many seconds. */
  after(seconds: number, run: () => void): void {
    this.waiting.push({ dueMs: this.now().getTime() + seconds * 1000, run });
    // A clock that is moved by hand tells nobody.
    this.look ??= setInterval(() => {
      this.runDue();
    }, lookEveryMs).unref();
  }

  /** Runs something after so many seconds of the wall clock. */
  afterReal(seconds: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      run();
    }, seconds * 1000).unref();
    this.timers.add(timer);
  }

  /** Runs what is due by now, the oldest first. */
  runDue(): void {
    if (this.waiting.length === 0) return;
    const nowMs = this.now().getTime();
    const due = this.waiting.filter(({ dueMs }) => dueMs <= nowMs).sort((a, b) => a.dueMs - b.dueMs);
    this.waiting = this.waiting.filter(({ dueMs }) => dueMs > nowMs);
    if (this.waiting.length === 0) this.stopLooking();
    for (const { run } of due) run();
  }

  /** Forgets everything that has not happened yet. */
  clear(): void {
    this.waiting = [];
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.stopLooking();
  }

  private stopLooking(): void {
    clearInterval(this.look);
    this.look = undefined;
  }
}
