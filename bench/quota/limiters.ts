/** A limit as a platform may keep it: whether a call that arrives now is let through, and what it answers if not. Times in milliseconds. */
export interface Limiter {
  arrive(at: number): { readonly ok: true } | { readonly ok: false; readonly freeAt: number };
  /** From now on another number of calls a period. */
  change(limit: number): void;
}

export type LimitKind = 'fixed' | 'bucket' | 'sliding';

export function createLimiter(kind: LimitKind, limit: number, options: { readonly windowMs: number; readonly phaseMs: number }): Limiter {
  switch (kind) {
    case 'fixed':
      return createFixed(limit, options);
    case 'bucket':
      return createBucket(limit, options);
    case 'sliding':
      return createSliding(limit, options);
  }
}

type Options = Parameters<typeof createLimiter>[2];

function createFixed(first: number, { windowMs, phaseMs }: Options): Limiter {
  let [limit, window, used] = [first, -1, 0];
  return {
    arrive(at) {
      const current = Math.floor((at + phaseMs) / windowMs);
      if (current !== window) [window, used] = [current, 0];
      if (used >= limit) return { ok: false, freeAt: (current + 1) * windowMs - phaseMs };
      used += 1;
      return { ok: true };
    },
    change(next) {
      limit = next;
    },
  };
}

function createBucket(first: number, { windowMs }: Options): Limiter {
  let [limit, tokens, last] = [first, first, 0];
  return {
    arrive(at) {
      tokens = Math.min(limit, tokens + ((at - last) * limit) / windowMs);
      last = at;
      if (tokens < 1) return { ok: false, freeAt: at + ((1 - tokens) * windowMs) / limit };
      tokens -= 1;
      return { ok: true };
    },
    change(next) {
      limit = next;
    },
  };
}

function createSliding(first: number, { windowMs }: Options): Limiter {
  let limit = first;
  const calls: number[] = [];
  return {
    arrive(at) {
      while ((calls[0] ?? Infinity) <= at - windowMs) calls.shift();
      if (calls.length >= limit) return { ok: false, freeAt: (calls[0] ?? at) + windowMs };
      calls.push(at);
      return { ok: true };
    },
    change(next) {
      limit = next;
    },
  };
}
