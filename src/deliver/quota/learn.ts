import { measured } from './measure.ts';
import type { Measuring, Quota, Told } from './quota.ts';
import { toKnownMs } from './look.ts';
import { refusedWhileSettled } from './settled.ts';

/** What is known after an answer more. Pure; answers may come in any order. */
export function learn(quota: Quota, told: Told): Quota {
  const known = withTrip(quota, told);
  switch (known.phase) {
    case 'bebas':
      return told.ok ? known : block(known, told, { mark: 0 });
    case 'buntu':
      return whileBlocked(known, told);
    case 'mengukur':
      return whileMeasuring(known, told);
    case 'tenang':
      return whileSettled(known, told);
  }
}

function withTrip(quota: Quota, { sentAt, answeredAt }: Told): Quota {
  const trip = Math.max(0, answeredAt - sentAt);
  const first = quota.tripMs === 0;
  const tripMs = first ? trip : quota.tripMs + (trip - quota.tripMs) * 0.05;
  const jitterMs = first ? trip / 20 : quota.jitterMs + (Math.abs(trip - tripMs) - quota.jitterMs) * 0.02;
  return { ...quota, tripMs, jitterMs };
}

/** Only a call that left after the block began says whether it is over; of the others those since the mark are counted. */
function whileBlocked(quota: Quota, told: Told): Quota {
  const { measuring } = quota;
  const { ok, sentAt } = told;
  if (sentAt < measuring.triedAt || measuring.triedAt === 0) return ok ? counted(quota, told) : later(quota, told);
  return ok ? reopened(quota, told) : waitOn(quota, told);
}

/** A refusal of a call that left before: only what it asks for counts. */
function later(quota: Quota, { retryAfterMs, answeredAt }: Told): Quota {
  return retryAfterMs === undefined ? quota : { ...quota, cursor: Math.max(quota.cursor, answeredAt + retryAfterMs) };
}

function counted(quota: Quota, { sentAt }: Told): Quota {
  const measuring = passedBy(quota.measuring, sentAt);
  const ours = measuring.mark > 0 && sentAt >= measuring.mark;
  return { ...quota, measuring: ours ? { ...measuring, got: measuring.got + 1, run: measuring.run + 1 } : measuring };
}

function passedBy(measuring: Measuring, sentAt: number): Measuring {
  const { emptyAt, blockedAt, passed, after } = measuring;
  if (emptyAt === 0 || sentAt <= emptyAt) return measuring;
  return { ...measuring, passed: passed + 1, after: sentAt > blockedAt ? after + 1 : after };
}

/** The block is over. Once enough was counted the pace is known, else calls leave fast until the next refusal. */
function reopened(quota: Quota, told: Told): Quota {
  const { measuring } = quota;
  const { sentAt } = told;
  const ended = endCycle(passedBy(measuring, sentAt), sentAt);
  const result = ended.cycles.length === 0 ? undefined : measured({ ...quota, measuring: ended }, sentAt);
  if (result !== undefined) return result;
  // A bucket lets few through: then carefully, or each of them costs many refusals.
  const few = Math.min(measuring.flow / 2, (1.6 * ended.got) / Math.max(1, sentAt - ended.mark));
  const flow = measuring.run >= longRun ? ended.flowCap : Math.max(slowestFlow, few);
  const next = { ...ended, triedAt: 0, got: ended.got + 1, run: 1, runFrom: sentAt, flow };
  return { ...quota, phase: 'mengukur', since: sentAt, cursor: told.answeredAt, measuring: next };
}

/** What counts from here on. */
function endCycle(measuring: Measuring, sentAt: number): Measuring {
  const { mark, blockedAt, run, restarted, cycles, got } = measuring;
  const fresh = { ...measuring, mark: sentAt, got: 0, cycles: [], openLateMs: sentAt - measuring.closedAt };
  if (mark === 0) return { ...fresh, openedAt: sentAt, restarted: false };
  if (!restarted && measuring.knownMs <= 0) return { ...fresh, restarted: true };
  const before = cycles.reduce((ms, cycle) => ms + cycle.ms, 0);
  return {
    ...measuring,
    got,
    cycles: [
      ...cycles.slice(-mostCycles),
      {
        got: run,
        ms: sentAt - mark - before,
        blockedMs: sentAt - blockedAt,
        shutMs: measuring.closedAt - blockedAt,
        strays: measuring.after - 1,
        lateMs: sentAt - measuring.closedAt,
        fromLateMs: cycles.at(-1)?.lateMs ?? measuring.openLateMs,
      },
    ],
  };
}

const mostCycles = 40;
const longRun = 6;
const slowestFlow = 0.0005;

function waitOn(quota: Quota, told: Told): Quota {
  const { measuring } = quota;
  const waiting = { ...quota, measuring: { ...measuring, triedAt: 0, closedAt: toClosedAt(told), askedMs: told.retryAfterMs ?? 0 } };
  return { ...waiting, cursor: told.answeredAt + toWaitMs(waiting, told) };
}

/** Calls leave ever faster until one is refused. */
function whileMeasuring(quota: Quota, told: Told): Quota {
  if (told.sentAt < quota.since) return told.ok ? counted(quota, told) : later(quota, told);
  if (!told.ok) return block(quota, told, { mark: quota.measuring.mark });
  const { measuring } = quota;
  const flowCap = measuring.flowCap * 1.002;
  return counted({ ...quota, measuring: { ...measuring, flowCap, flow: Math.min(flowCap, measuring.flow * 1.4) } }, told);
}

function whileSettled(quota: Quota, told: Told): Quota {
  if (told.ok) return passedWhileSettled(quota, told.sentAt);
  if (told.sentAt < quota.since) return quota;
  const next = refusedWhileSettled(quota, told);
  const flowCap = Math.max(quota.measuring.flowCap, quota.rate * 4);
  return next ?? block({ ...quota, measuring: { ...quota.measuring, flowCap, floor: 0, knownMs: toKnownMs(quota) } }, told, { mark: 0 });
}

function passedWhileSettled(quota: Quota, sentAt: number): Quota {
  const { probing } = quota;
  const passed = probing.passed + (sentAt > probing.seenAt ? 1 : 0);
  const looked = probing.until > 0 && sentAt >= probing.from && sentAt <= probing.until;
  const tried = probing.tried + (looked ? 1 : 0);
  return { ...quota, probing: { ...probing, passed, tried, edgeUntil: toEdgeUntil(quota, sentAt) } };
}

/** The first call let through after a look's last refusal. */
function toEdgeUntil({ probing: { edgeFrom, edgeUntil } }: Quota, sentAt: number): number {
  if (edgeFrom === 0 || sentAt <= edgeFrom) return edgeUntil;
  return edgeUntil === 0 ? sentAt : Math.min(edgeUntil, sentAt);
}

/** Everything stops; a single call will ask. */
function block(quota: Quota, told: Told, { mark }: { readonly mark: number }): Quota {
  const { measuring } = quota;
  const flowCap = measuring.flowCap > 0 ? measuring.flowCap : firstFlow;
  const blocked: Quota = {
    ...quota,
    phase: 'buntu',
    since: told.answeredAt,
    measuring: {
      ...measuring,
      mark,
      flowCap,
      ...(mark === 0 ? { run: longRun } : {}),
      blockedAt: told.sentAt,
      ...(measuring.emptyAt === 0 || mark === 0 ? { emptyAt: told.sentAt, passed: 0 } : {}),
      after: 0,
      triedAt: 0,
      closedAt: toClosedAt(told),
      askedMs: told.retryAfterMs ?? 0,
    },
  };
  return { ...blocked, cursor: told.answeredAt + toWaitMs(blocked, told) };
}

/** Where nothing was measured yet: as fast as any office's line. */
const firstFlow = 0.5;

/** A wait given in whole seconds says within a second when the block ends. */
function toClosedAt({ sentAt, answeredAt, retryAfterMs = 0 }: Told): number {
  return Math.max(sentAt, answeredAt + retryAfterMs - 1000);
}

/** What is asked for is kept; else the waits grow with how long it has lasted, finely where a period is being measured. */
function toWaitMs({ measuring, tripMs }: Quota, { answeredAt, retryAfterMs }: Told): number {
  if (retryAfterMs !== undefined && retryAfterMs > 0) return retryAfterMs;
  const { mark, blockedAt, runFrom } = measuring;
  const part = mark > 0 ? 0.08 * (answeredAt - runFrom) : 0.25 * (answeredAt - blockedAt);
  return Math.min(longestPollMs, Math.max(shortestPollMs, part - tripMs));
}

const shortestPollMs = 20;
const longestPollMs = 20_000;
