/** Whose token: an Organization, and the name of the credential in use (`CredentialBook.markOf`). */
export interface TokenOwner {
  readonly organization: string;
  readonly mark: string;
}

/** A token and the moment until which it is used, in milliseconds since 1970. */
export interface KeptToken {
  readonly token: string;
  readonly until: number;
}

/**
 * Why no token is asked for now: the credential was refused; the platform made us wait, or gave something that is no token;
 * we reach it from an address it does not serve; or somebody else is asking at this moment.
 */
export type TokenWait = 'ditolak' | 'ditunda' | 'alamat-asing' | 'ditanyakan';

/** What to do for a token: use the one there is, wait, or ask, which nobody else does meanwhile. */
export type TokenTurn =
  | { readonly do: 'use'; readonly kept: KeptToken }
  | { readonly do: 'wait'; readonly why: TokenWait; readonly until: number }
  /** `refusedBefore`: the last answer to this very credential was that it is refused. */
  | { readonly do: 'ask'; readonly refusedBefore: boolean };

/**
 * What all processes of a gateway know together about tokens. SATUSEHAT allows one request a minute after a failed one, whoever makes it
 * (authentication page), so neither tokens nor waits belong to one process. Moments are milliseconds since 1970.
 */
export interface TokenBoard {
  turn(owner: TokenOwner, now: number): Promise<TokenTurn>;
  keep(owner: TokenOwner, kept: KeptToken): Promise<void>;
  /** Nobody asks before `until`. `ditolak` holds for this credential, `ditunda` for the Organization, `alamat-asing` for everybody. */
  refuse(owner: TokenOwner, refusal: { readonly why: Exclude<TokenWait, 'ditanyakan'>; readonly until: number }): Promise<void>;
  /** Gives the turn back unused: the endpoint was not reached. */
  giveUp(owner: TokenOwner): Promise<void>;
  /** Forgets a token the platform refused, unless another one has taken its place. */
  drop(owner: TokenOwner, token: string): Promise<void>;
}

/** The board of a single process, e.g. of tests; it is gone with the process. */
export function createTokenBoard(): TokenBoard {
  const kept = new Map<string, KeptToken>();
  const refused = new Set<string>();
  const waits = new Map<string, { readonly why: TokenWait; readonly until: number }>();
  const nameOf = ({ organization, mark }: TokenOwner): string => `${organization}|${mark}`;
  const scopeOf = (owner: TokenOwner, why: TokenWait): string =>
    why === 'alamat-asing' ? '' : why === 'ditunda' ? owner.organization : nameOf(owner);
  return {
    turn: (owner, now) => {
      const names = ['', owner.organization, nameOf(owner)];
      const wait = names.flatMap((name) => waits.get(name) ?? []).find(({ until }) => until > now);
      const token = kept.get(nameOf(owner));
      if (wait === undefined && token !== undefined && token.until > now) return Promise.resolve({ do: 'use', kept: token });
      return Promise.resolve(wait === undefined ? { do: 'ask', refusedBefore: refused.has(nameOf(owner)) } : { do: 'wait', ...wait });
    },
    keep: (owner, token) => {
      kept.set(nameOf(owner), token);
      refused.delete(nameOf(owner));
      return Promise.resolve();
    },
    refuse: (owner, refusal) => {
      waits.set(scopeOf(owner, refusal.why), refusal);
      kept.delete(nameOf(owner));
      if (refusal.why === 'ditolak') refused.add(nameOf(owner));
      return Promise.resolve();
    },
    giveUp: () => Promise.resolve(),
    drop: (owner, token) => {
      if (kept.get(nameOf(owner))?.token === token) kept.delete(nameOf(owner));
      return Promise.resolve();
    },
  };
}
