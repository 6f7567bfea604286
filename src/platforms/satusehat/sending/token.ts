import type { AxiosInstance } from 'axios';
import type { Issue } from '../../../fhir/issue.ts';
import { field, text } from '../answer/answer.ts';
import type { CredentialBook } from './credential-book.ts';

/** A token, or why there is none and when to ask again. */
export type TokenAnswer =
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly outcome: readonly Issue[]; readonly retryAfterMs: number };

interface Held {
  readonly token: string;
  readonly until: number;
}

export interface TokenSource {
  get(organization: string): Promise<TokenAnswer>;
  /** Forgets a token that the platform refused. */
  drop(organization: string, token: string): void;
}

const renewBeforeMs = 60_000;
/** Taken where `expires_in` cannot be read: asking for every message would itself be refused. */
const unknownLifetimeMs = 300_000;
/** One request a minute after a failed attempt (SATUSEHAT, authentication page): asking sooner only prolongs it. */
const pauseAfterRefusalMs = 61_000;

/**
 * Holds one token a credential, shared by everything in flight, renewed 60 s before it ends.
 * The platform's `expires_in` rules, which is a string and differs between environments.
 */
export function createTokenSource(
  http: AxiosInstance,
  tokenUrl: string,
  options: { readonly credentials: CredentialBook; readonly now: () => number },
): TokenSource {
  const held = new Map<string, Held>();
  const asking = new Map<string, Promise<TokenAnswer>>();
  const refusedUntil = new Map<string, number>();

  async function ask(organization: string): Promise<TokenAnswer> {
    const credential = options.credentials.find(organization);
    if (credential === undefined) return { ok: false, outcome: [noCredential()], retryAfterMs: pauseAfterRefusalMs };
    const body = new URLSearchParams({ client_id: credential.clientId, client_secret: credential.clientSecret }).toString();
    const answer = await http.post<unknown>(tokenUrl, body, {
      params: { grant_type: 'client_credentials' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const token = text(field(answer.data, 'access_token'));
    if (answer.status !== 200 || token === '') {
      refusedUntil.set(organization, options.now() + pauseAfterRefusalMs);
      return { ok: false, outcome: [refused(answer.status)], retryAfterMs: pauseAfterRefusalMs };
    }
    held.set(organization, { token, until: options.now() + useForMs(field(answer.data, 'expires_in')) });
    return { ok: true, token };
  }

  return {
    get(organization) {
      const known = held.get(organization);
      if (known !== undefined && known.until > options.now()) return Promise.resolve({ ok: true, token: known.token });
      const wait = (refusedUntil.get(organization) ?? 0) - options.now();
      if (wait > 0) return Promise.resolve({ ok: false, outcome: [refused(401)], retryAfterMs: wait });
      const running = asking.get(organization) ?? ask(organization).finally(() => asking.delete(organization));
      asking.set(organization, running);
      return running;
    },
    drop(organization, token) {
      if (held.get(organization)?.token === token) held.delete(organization);
    },
  };
}

/** How long a token is used: until 60 s before its end; a very short one for half its life, so that it is used at all. */
function useForMs(expiresIn: unknown): number {
  const seconds = Number(expiresIn);
  const lifetimeMs = seconds > 0 ? seconds * 1000 : unknownLifetimeMs;
  return Math.max(lifetimeMs - renewBeforeMs, lifetimeMs / 2);
}

function refused(status: number): Issue {
  return {
    severity: 'error',
    type: 'security',
    code: 'satusehat-token-ditolak',
    text: 'SATUSEHAT menolak client id atau client secret puskesmas ini. Periksa kredensial; permintaan berikutnya menunggu satu menit.',
    diagnostics: `SATUSEHAT refused the client credentials (${String(status)}). Check them; the next request waits a minute.`,
  };
}

function noCredential(): Issue {
  return {
    severity: 'error',
    type: 'security',
    code: 'satusehat-kredensial-belum-ada',
    text: 'Kredensial SATUSEHAT untuk organisasi puskesmas ini belum diisi. Isi client id dan client secret yang diterima puskesmas.',
    diagnostics: 'No SATUSEHAT credentials are held for the Organization of this puskesmas. Enter the client id and secret it received.',
  };
}
