import type { JsonObject } from './json.ts';
import type { Client } from './organizations.ts';
import { drawText, type Random } from './random.ts';
import type { Answer } from './refusal.ts';

/** A token as the journal keeps it, so that it survives a restart as it would at the real platform. */
export interface IssuedToken {
  readonly token: string;
  readonly clientId: string;
  readonly expiresAtMs: number;
}

/** What a bearer token opens. */
export type TokenCheck = { readonly state: 'valid'; readonly client: Client } | { readonly state: 'expired' | 'invalid' };

interface OfficeOptions {
  readonly clients: readonly Client[];
  readonly random: Random;
  readonly expiresInSeconds: number;
  readonly issued: (token: IssuedToken) => void;
}

const penaltyMs = 60_000;
const badClient = 'The user or system was not able to be authenticated (either client_id or client_secret combination is unacceptable)';
const rateLimit =
  'Authentication temporarily cannot be performed due to the rate limit policy. Rate limit: 1 request per minute after a failed attempt.';

/** The OAuth2 token endpoint: one failed attempt closes it for that client id for a minute. */
export class TokenOffice {
  private readonly clients: ReadonlyMap<string, Client>;
  private readonly tokens = new Map<string, IssuedToken>();
  private readonly failedAtMs = new Map<string, number>();
  private readonly options: OfficeOptions;

  constructor(options: OfficeOptions) {
    this.options = options;
    this.clients = new Map(options.clients.map((client) => [client.clientId, client]));
  }

  /** Answers a request for a token as staging does; numbers come as texts. */
  request(clientId: string, clientSecret: string, nowMs: number): Answer {
    const failedAtMs = this.failedAtMs.get(clientId);
    if (failedAtMs !== undefined && nowMs - failedAtMs < penaltyMs) return refused(rateLimit);
    const client = this.clients.get(clientId);
    if (client?.clientSecret !== clientSecret) {
      this.rememberFailure(clientId, nowMs);
      return refused(badClient);
    }
    this.failedAtMs.delete(clientId);
    return { status: 200, body: this.issue(client, nowMs) };
  }

  /** Takes a token of an earlier run again. */
  restore(token: IssuedToken, nowMs: number): void {
    if (token.expiresAtMs > nowMs) this.tokens.set(token.token, token);
  }

  check(token: string | undefined, nowMs: number): TokenCheck {
    const issued = token === undefined ? undefined : this.tokens.get(token);
    const client = issued === undefined ? undefined : this.clients.get(issued.clientId);
    if (issued === undefined || client === undefined) return { state: 'invalid' };
    return issued.expiresAtMs > nowMs ? { state: 'valid', client } : { state: 'expired' };
  }

  /** Lets a token expire at once. */
  expire(token: string | undefined): void {
    const issued = token === undefined ? undefined : this.tokens.get(token);
    if (issued !== undefined) this.tokens.set(issued.token, { ...issued, expiresAtMs: 0 });
  }

  /** Forgets a token, as if it had never been issued. */
  forget(token: string | undefined): void {
    if (token !== undefined) this.tokens.delete(token);
  }

  /** The client id a token was issued to, whether it is still good or not. */
  ownerOf(token: string | undefined): string | undefined {
    return token === undefined ? undefined : this.tokens.get(token)?.clientId;
  }

  /** Refuses a request in the newer or the older words, without a penalty. */
  refuse(form: 'new' | 'old'): Answer {
    return form === 'old' ? { status: 401, body: { ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' } } : refused(badClient);
  }

  /** Treats an attempt as failed: the office is closed for that client for a minute. */
  penalise(clientId: string, nowMs: number): Answer {
    this.rememberFailure(clientId, nowMs);
    return refused(badClient);
  }

  /** How many tokens each client holds that are still good. */
  liveTokens(nowMs: number): Readonly<Record<string, number>> {
    const live: Record<string, number> = {};
    for (const { clientId, expiresAtMs } of this.tokens.values()) if (expiresAtMs > nowMs) live[clientId] = (live[clientId] ?? 0) + 1;
    return live;
  }

  get clientIds(): readonly string[] {
    return [...this.clients.keys()];
  }

  private issue(client: Client, nowMs: number): JsonObject {
    const token = drawText(this.options.random, 28);
    const issued = { token, clientId: client.clientId, expiresAtMs: nowMs + this.options.expiresInSeconds * 1000 };
    this.forgetOld(nowMs);
    this.tokens.set(token, issued);
    this.options.issued(issued);
    return {
      refresh_token_expires_in: '0',
      api_product_list: '[api-simulasi]',
      api_product_list_json: ['api-simulasi'],
      organization_name: 'ihs-simulasi-1',
      'developer.email': 'simulasi@titian.invalid',
      token_type: 'BearerToken',
      issued_at: String(nowMs),
      client_id: client.clientId,
      access_token: token,
      application_name: client.application,
      scope: '',
      expires_in: String(this.options.expiresInSeconds),
      refresh_count: '0',
      status: 'approved',
    };
  }

  private rememberFailure(clientId: string, nowMs: number): void {
    for (const [id, atMs] of this.failedAtMs) if (nowMs - atMs >= penaltyMs) this.failedAtMs.delete(id);
    if (this.failedAtMs.size < 10_000) this.failedAtMs.set(clientId, nowMs);
  }

  /** Expired tokens stay known for a day, to be called expired and not unknown. */
  private forgetOld(nowMs: number): void {
    if (this.tokens.size < 1000) return;
    for (const [token, { expiresAtMs }] of this.tokens) if (nowMs - expiresAtMs > 86_400_000) this.tokens.delete(token);
  }
}

function refused(text: string): Answer {
  // `invalid` is not a severity FHIR knows, but it is what the platform prints.
  return { status: 401, body: { resourceType: 'OperationOutcome', issue: [{ severity: 'invalid', code: 'value', details: { text } }] } };
}
