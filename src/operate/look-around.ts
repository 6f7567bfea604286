import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Surroundings } from '../http/back-pressure.ts';

/** Asked again and again, whatever it costs to answer. */
export interface LookParts {
  readonly countBacklog: () => Promise<number>;
  /** Undefined where nobody can tell, as on a database server of somebody else. */
  readonly findFreeDisk: (() => Promise<number>) | undefined;
  readonly readBytesPerSecond: () => number | undefined;
  /** Milliseconds by which the event loop is late in the mean since it was asked last. */
  readonly loopDelayMs: () => number;
  /** In milliseconds. */
  readonly now: () => number;
}

const freshMs = 1000;
/** What was seen longer ago than this says nothing about now. */
const staleMs = 10_000;

/**
 * Looks around for back-pressure without ever making a request wait: what costs a question to the database or the disk is asked in the background,
 * at most once a second and never twice at once, and answered with what was seen last.
 */
export function createLook(parts: LookParts): () => Surroundings {
  const backlog = createWatch(parts.countBacklog, parts.now);
  const disk = parts.findFreeDisk === undefined ? undefined : createWatch(parts.findFreeDisk, parts.now);
  let delay = { ms: 0, at: -Infinity };
  return () => {
    if (parts.now() - delay.at >= freshMs) delay = { ms: parts.loopDelayMs(), at: parts.now() };
    return {
      backlogBytes: backlog(),
      freeDiskBytes: disk?.(),
      readBytesPerSecond: parts.readBytesPerSecond(),
      loopDelayMs: delay.ms,
    };
  };
}

function createWatch(ask: () => Promise<number>, now: () => number): () => number | undefined {
  let seen: { readonly value: number; readonly at: number } | undefined;
  let askedAt = -Infinity;
  let asking = false;
  const look = async (): Promise<void> => {
    asking = true;
    // A database or disk that does not answer is no reason to refuse here: whoever needs it says so.
    const value = await ask().catch(() => undefined);
    seen = value === undefined ? undefined : { value, at: now() };
    asking = false;
  };
  return () => {
    if (!asking && now() - askedAt >= freshMs) {
      askedAt = now();
      void look();
    }
    return seen !== undefined && now() - seen.at <= staleMs ? seen.value : undefined;
  };
}

/** Measures how late the event loop is; each question answers for the time since the one before. */
export function createLoopClock(): () => number {
  const resolutionMs = 20;
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  return () => {
    const ms = delay.count === 0 ? 0 : delay.mean / 1e6 - resolutionMs;
    delay.reset();
    return Math.max(0, ms);
  };
}
