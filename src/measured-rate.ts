/** How much is done a second, as measured over the last seconds. */
export interface MeasuredRate {
  add(amount: number): void;
  /** Undefined while nothing has been done lately. */
  perSecond(): number | undefined;
}

/** Measures a rate over a window that slides by seconds. `now` is in milliseconds. */
export function createMeasuredRate(now: () => number, windowSeconds = 10): MeasuredRate {
  const bySecond = new Map<number, number>();
  const second = (): number => Math.floor(now() / 1000);
  const forget = (): void => {
    for (const key of bySecond.keys()) if (key <= second() - windowSeconds) bySecond.delete(key);
  };
  return {
    add: (amount) => {
      forget();
      bySecond.set(second(), (bySecond.get(second()) ?? 0) + amount);
    },
    perSecond: () => {
      forget();
      const first = Math.min(...bySecond.keys());
      const sum = [...bySecond.values()].reduce((total, one) => total + one, 0);
      return sum === 0 ? undefined : sum / Math.max(1, now() / 1000 - first);
    },
  };
}
