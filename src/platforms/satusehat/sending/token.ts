import type { AxiosInstance } from 'axios';
import type { Issue } from '../../../fhir/issue.ts';
import { fetchToken, type Fetched, type TokenOptions } from './fetch-token.ts';
import { foreignAddressWaitMs, pauseAfterRefusalMs } from './read-token.ts';
import type { KeptToken, TokenOwner } from './token-board.ts';
import { noCredential, tokenIssues } from './token-issues.ts';

/** A token, or why there is none and when to ask again. */
export type TokenAnswer =
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly outcome: readonly Issue[]; readonly retryAfterMs: number };

export interface TokenSource {
  get(organization: string): Promise<TokenAnswer>;
  /** The platform took a token: a later refusal means that it has ended, not that none is any good. */
  prove(organization: string, token: string): void;
  /** Forgets a token that the platform refused; the next is fetched once, whoever asks for it. */
  drop(organization: string, token: string): void;
  /** The platform does not serve this address: nobody asks it anything for a while. */
  stopAll(organization: string): Promise<void>;
}

interface Held extends KeptToken {
  readonly mark: string;
  /** Fetched in place of one that was refused: if it is refused at once too, fetching more is no use. */
  readonly replaces: boolean;
  proven: boolean;
}

/** Holds one token a credential, shared by everything in flight here and by way of the board with every other process. */
export function createTokenSource(http: AxiosInstance, tokenUrl: string, options: TokenOptions): TokenSource {
  return new TokenCache((owner) => fetchToken(http, tokenUrl, owner, options), options);
}

class TokenCache implements TokenSource {
  private readonly held = new Map<string, Held>();
  private readonly asking = new Map<string, Promise<Fetched>>();
  private readonly fetch: (owner: TokenOwner) => Promise<Fetched>;
  private readonly options: TokenOptions;
  private stoppedUntil = 0;

  constructor(fetch: (owner: TokenOwner) => Promise<Fetched>, options: TokenOptions) {
    this.fetch = fetch;
    this.options = options;
  }

  async get(organization: string): Promise<TokenAnswer> {
    const owner = this.ownerOf(organization);
    if (owner === undefined) return this.toAnswer({ ok: false, why: 'tanpa-kredensial', until: 0 });
    if (this.stoppedUntil > this.options.now()) return this.toAnswer({ ok: false, why: 'alamat-asing', until: this.stoppedUntil });
    const known = this.heldOf(owner);
    if (known !== undefined && known.until > this.options.now()) return { ok: true, token: known.token };
    return this.toAnswer(await (this.asking.get(organization) ?? this.ask(owner, { replaces: false })));
  }

  prove(organization: string, token: string): void {
    const known = this.held.get(organization);
    if (known?.token === token) known.proven = true;
  }

  drop(organization: string, token: string): void {
    const known = this.held.get(organization);
    // Of many that were refused together the first has done it.
    if (known?.token !== token) return;
    this.held.delete(organization);
    const owner = this.ownerOf(organization);
    if (owner === undefined) return;
    const hopeless = known.replaces && !known.proven;
    // Whoever sent with it asks again and meets this; a fault is theirs to tell.
    (hopeless ? this.share(owner, this.giveUp(owner)) : this.ask(owner, { replaces: true, token })).catch(() => undefined);
  }

  async stopAll(organization: string): Promise<void> {
    this.stoppedUntil = this.options.now() + foreignAddressWaitMs;
    const owner = this.ownerOf(organization);
    if (owner !== undefined) await this.options.board.refuse(owner, { why: 'alamat-asing', until: this.stoppedUntil });
  }

  /** Of a credential that was revoked or replaced no token is left. */
  private ownerOf(organization: string): TokenOwner | undefined {
    const mark = this.options.credentials.markOf(organization);
    if (mark !== undefined) return { organization, mark };
    this.held.delete(organization);
    return undefined;
  }

  private heldOf({ organization, mark }: TokenOwner): Held | undefined {
    const known = this.held.get(organization);
    if (known !== undefined && known.mark !== mark) this.held.delete(organization);
    return known?.mark === mark ? known : undefined;
  }

  /** One request whoever asks; `token` is one that was refused and goes from the board first. */
  private ask(owner: TokenOwner, how: { readonly replaces: boolean; readonly token?: string }): Promise<Fetched> {
    const work = async (): Promise<Fetched> => {
      if (how.token !== undefined) await this.options.board.drop(owner, how.token);
      const fetched = await this.fetch(owner);
      const { organization, mark } = owner;
      if (fetched.ok) this.held.set(organization, { ...fetched.kept, mark, replaces: how.replaces, proven: false });
      else if (fetched.why === 'alamat-asing') this.stoppedUntil = fetched.until;
      return fetched;
    };
    return this.share(owner, work());
  }

  private share({ organization }: TokenOwner, work: Promise<Fetched>): Promise<Fetched> {
    const shared = work.finally(() => {
      if (this.asking.get(organization) === shared) this.asking.delete(organization);
    });
    this.asking.set(organization, shared);
    return shared;
  }

  /** Two fresh tokens in a row were refused: asking for more would only earn a penalty. */
  private async giveUp(owner: TokenOwner): Promise<Fetched> {
    const until = this.options.now() + pauseAfterRefusalMs;
    await this.options.board.refuse(owner, { why: 'ditunda', until });
    return { ok: false, why: 'ditunda', until };
  }

  private toAnswer(fetched: Fetched): TokenAnswer {
    if (fetched.ok) return { ok: true, token: fetched.kept.token };
    const { why, until } = fetched;
    if (why === 'tanpa-kredensial') return { ok: false, outcome: [noCredential], retryAfterMs: 1000 };
    const waitMs = Math.max(0, until - this.options.now());
    // What is prepared next knows better why a refused credential is not used.
    return { ok: false, outcome: [tokenIssues[why]], retryAfterMs: why === 'ditolak' ? Math.min(waitMs, pauseAfterRefusalMs) : waitMs };
  }
}
