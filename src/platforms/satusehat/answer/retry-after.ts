import type { Answer } from '../../answer.ts';

/** Nobody waits longer on one word: after an hour one message asks anew, and a silly value stops no puskesmas for a year. Our own choice. */
const longestRetryAfterMs = 3_600_000;

/** How long the platform asks us to wait: seconds, or a date, which is counted from its own clock (RFC 9110, 10.2.3); undefined where it says nothing usable. */
export function readRetryAfter({ headers }: Pick<Answer, 'headers'>): number | undefined {
  const asked = toHeader(headers['retry-after']);
  const ms = /^\d{1,12}(?:\.\d{1,6})?$/.test(asked) ? Number(asked) * 1000 : toDateDifference(asked, toHeader(headers['date']));
  return Number.isFinite(ms) && ms > 0 ? Math.min(Math.round(ms), longestRetryAfterMs) : undefined;
}

/** A number with a sign or a letter is a date to nobody but the parser of this language. */
function toDateDifference(asked: string, now: string): number {
  return /^[A-Za-z]{3,9},? \d/.test(asked) ? Date.parse(asked) - Date.parse(now) : Number.NaN;
}

/** Headers come from outside like everything else. */
function toHeader(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 100) : '';
}
