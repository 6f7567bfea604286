import { createMeasuredRate, type MeasuredRate } from '../measured-rate.ts';
import { toBusy, toNearlyFull, type BusyCause } from './pressure-refusals.ts';

/** How much may be under way at once. All are settings; docs/guides/operasi.md gives the reasons for their defaults. */
export interface PressureLimits {
  /** Bytes of bodies in memory. */
  readonly bodiesBytes: number;
  /** Submissions that are being received or stored. */
  readonly requests: number;
  /** Bytes of long files that were answered and are still to be read, over all processes. */
  readonly backlogBytes: number;
  /** Mean delay of the event loop over a second. */
  readonly loopDelayMs: number;
  /** Space that stays free on the disk of the database. */
  readonly freeDiskBytes: number;
}

/** What is going on around; absent where it is not known, and then nobody is refused for it. */
export interface Surroundings {
  readonly backlogBytes?: number | undefined;
  readonly loopDelayMs?: number | undefined;
  readonly freeDiskBytes?: number | undefined;
  /** How fast long files are read here. */
  readonly readBytesPerSecond?: number | undefined;
}

/** A submission that was let in. */
export interface Admission {
  /** More of its body has come than was announced; throws a Refusal where there is no room for it. */
  grow(bytes: number): void;
  /** Its body is no longer in memory. */
  release(): void;
}

/** Lets submissions in, or refuses them before there is trouble: 429, or 503 where the disk is nearly full, both with an honest Retry-After. */
export interface BackPressure {
  /** Lets a submission in by the bytes that its sender announces, or by none. Throws a Refusal. */
  admit(announcedBytes: number | undefined): Admission;
  /** Throws a Refusal for a long file whose rows would wait too long for their turn. */
  admitLong(bytes: number): void;
  /** The present, for metrics. */
  figures(): PressureFigures;
}

export interface PressureFigures extends Surroundings {
  readonly bodiesBytes: number;
  readonly requests: number;
}

export interface BackPressureParts {
  readonly limits: PressureLimits;
  readonly look: () => Surroundings;
  /** In milliseconds. */
  readonly now: () => number;
  /** Told of each refusal. */
  readonly onRefused?: (cause: BusyCause) => void;
}

/** Larger files are large: one of them may hold as much memory as thousands of ordinary ones. */
const largeBytes = 1024 * 1024;
/** Large files may use three quarters of each limit (our choice): the rest lets a record in while a large file is refused. */
const largeShare = 0.75;
/** What the rows of a file leave in the database, as a multiple of its bytes (measured: a list of 1.3 MB with 10,000 weighings left 58 MB). */
const storedPerByte = 50;
/** Before anything was measured: what the slowest machine we measured did, so that nobody is told to come back too soon. */
const unknown = { requestsPerSecond: 50, bytesPerSecond: 1_000_000, readBytesPerSecond: 60_000 };
const mostSeconds = 120;
const mostBacklogSeconds = 3600;
/** Space is freed by a person. */
const diskSeconds = 300;

interface State {
  readonly parts: BackPressureParts;
  readonly rates: { readonly requests: MeasuredRate; readonly bytes: MeasuredRate };
  bodiesBytes: number;
  requests: number;
}

/** Creates the back-pressure of one process. It only counts and never waits. */
export function createBackPressure(parts: BackPressureParts): BackPressure {
  const rates = { requests: createMeasuredRate(parts.now), bytes: createMeasuredRate(parts.now) };
  const state: State = { parts, rates, bodiesBytes: 0, requests: 0 };
  return {
    admit: (announced) => admit(state, announced ?? 0),
    admitLong: (bytes) => {
      refuseBacklog(state, bytes);
    },
    figures: () => ({ bodiesBytes: state.bodiesBytes, requests: state.requests, ...parts.look() }),
  };
}

function admit(state: State, announced: number): Admission {
  refuseAround(state, announced);
  refuseCrowd(state, shareOf(announced));
  if (announced > largeBytes) refuseBacklog(state, announced);
  takeBytes(state, announced, shareOf(announced));
  state.requests += 1;
  let held = announced;
  let released = false;
  return {
    grow: (bytes) => {
      takeBytes(state, bytes, shareOf(held + bytes));
      held += bytes;
    },
    release: () => {
      if (released) return;
      released = true;
      state.bodiesBytes -= held;
      state.requests -= 1;
      state.rates.bytes.add(held);
      state.rates.requests.add(1);
    },
  };
}

function shareOf(bytes: number): number {
  return bytes > largeBytes ? largeShare : 1;
}

function refuseAround(state: State, bytes: number): void {
  const { limits, look } = state.parts;
  const { freeDiskBytes = Infinity, backlogBytes = 0, loopDelayMs = 0 } = look();
  // Those before it that are still to be read need their room too.
  const willStore = bytes > largeBytes ? (backlogBytes + bytes) * storedPerByte : 0;
  if (freeDiskBytes - willStore < limits.freeDiskBytes) refuse(state, 'disk', diskSeconds);
  if (loopDelayMs > limits.loopDelayMs * shareOf(bytes)) refuse(state, 'proses', toSeconds(loopDelayMs / 500));
}

function refuseCrowd(state: State, share: number): void {
  if (state.requests + 1 <= state.parts.limits.requests * share) return;
  refuse(state, 'permintaan', toSeconds(state.requests / (state.rates.requests.perSecond() ?? unknown.requestsPerSecond)));
}

function takeBytes(state: State, bytes: number, share: number): void {
  if (state.bodiesBytes + bytes > state.parts.limits.bodiesBytes * share)
    refuse(state, 'memori', toSeconds(state.bodiesBytes / (state.rates.bytes.perSecond() ?? unknown.bytesPerSecond)));
  state.bodiesBytes += bytes;
}

function refuseBacklog(state: State, bytes: number): void {
  const { limits, look } = state.parts;
  const { backlogBytes = 0, readBytesPerSecond = unknown.readBytesPerSecond } = look();
  const over = backlogBytes + bytes - limits.backlogBytes;
  // A file of its own is always let in, however low the limit: it would wait for nobody.
  if (backlogBytes > 0 && over > 0) refuse(state, 'antrean-baca', toSeconds(over / readBytesPerSecond, mostBacklogSeconds));
}

function refuse(state: State, cause: BusyCause, seconds: number): never {
  state.parts.onRefused?.(cause);
  throw cause === 'disk' ? toNearlyFull(seconds) : toBusy(cause, seconds);
}

function toSeconds(seconds: number, most = mostSeconds): number {
  return Math.min(most, Math.max(1, Math.ceil(seconds)));
}
