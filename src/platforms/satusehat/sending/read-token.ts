import type { AxiosResponse } from 'axios';
import { field, list, text } from '../../answer.ts';
import type { KeptToken, TokenWait } from './token-board.ts';

/** What the token endpoint answered: a token, or why not and how long nobody asks again. */
export type TokenRead =
  | { readonly ok: true; readonly kept: KeptToken }
  | { readonly ok: false; readonly why: Exclude<TokenWait, 'ditanyakan'>; readonly waitMs: number };

const renewBeforeMs = 60_000;
/** Taken where `expires_in` cannot be read: asking for every message would itself be refused. */
const unknownLifetimeMs = 300_000;
/** One request a minute after a failed attempt (SATUSEHAT, authentication page): asking sooner only prolongs it. */
export const pauseAfterRefusalMs = 61_000;
/** A credential that was refused twice in a row is tried again by itself this seldom, should the fault have been the platform's. */
export const pauseAfterRejectionMs = 6 * 3_600_000;
/** Somebody has to change the network; asking again at once tells nothing. */
export const foreignAddressWaitMs = 600_000;

type Answer = Pick<AxiosResponse<unknown>, 'status' | 'data'> & { readonly headers?: unknown };

/** Reads an answer of the token endpoint. The platform's `expires_in` rules, which is a string and differs between environments. Pure. */
export function readToken(answer: Answer, now: number): TokenRead {
  const token = text(field(answer.data, 'access_token'));
  if (answer.status === 200 && token !== '') return { ok: true, kept: { token, until: now + useForMs(field(answer.data, 'expires_in')) } };
  // SATUSEHAT serves Indonesian addresses only and answers others with a page (OpenFn issue 752; satusehat-integration issue 52).
  if (answer.status === 403 && typeof answer.data === 'string') return { ok: false, why: 'alamat-asing', waitMs: foreignAddressWaitMs };
  if (isCredentialRefused(answer)) return { ok: false, why: 'ditolak', waitMs: pauseAfterRefusalMs };
  return { ok: false, why: 'ditunda', waitMs: Math.max(pauseAfterRefusalMs, toRetryAfterMs(answer)) };
}

/**
 * A 4xx of JSON is the verdict on client id and secret (authentication page: OperationOutcome; older form: `ErrorCode`), but for the penalty
 * of asking too often. That one comes in the same envelope with the same codes: only its documented words tell it apart.
 */
function isCredentialRefused({ status, data }: Answer): boolean {
  if (![400, 401, 403].includes(status) || typeof data !== 'object' || data === null) return false;
  const said = list(field(data, 'issue')).map(
    (issue) => `${text(field(field(issue, 'details'), 'text'))} ${text(field(issue, 'diagnostics'))}`,
  );
  return !said.some((words) => /rate limit/i.test(words)) && field(data, 'fault') === undefined;
}

/** How long a token is used: until 60 s before its end; a very short one for half its life, so that it is used at all. */
function useForMs(expiresIn: unknown): number {
  const seconds = Number(expiresIn);
  const lifetimeMs = seconds > 0 ? seconds * 1000 : unknownLifetimeMs;
  return Math.max(lifetimeMs - renewBeforeMs, lifetimeMs / 2);
}

function toRetryAfterMs({ headers }: Answer): number {
  const asked = text(field(headers, 'retry-after'));
  return /^\d{1,6}$/.test(asked) ? Number(asked) * 1000 : 0;
}
