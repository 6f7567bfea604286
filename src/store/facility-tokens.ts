import type { Db, Tx } from './db.ts';
import { keyOf, noteFacilityChange } from './facilities.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';

interface TokenOwner {
  readonly organization: string;
  readonly mark: string;
}

interface KeptToken {
  readonly token: string;
  readonly until: number;
}

type Refused = 'ditolak' | 'ditunda' | 'alamat-asing';

/** What is to be done for a token; moments are milliseconds since 1970. */
export type Turn =
  | { readonly do: 'use'; readonly kept: KeptToken }
  | { readonly do: 'wait'; readonly why: Refused | 'ditanyakan'; readonly until: number }
  | { readonly do: 'ask'; readonly refusedBefore: boolean };

/** What all gateways on one database know together about tokens. */
export interface FacilityTokens {
  turn(owner: TokenOwner, now: number): Promise<Turn>;
  keep(owner: TokenOwner, kept: KeptToken): Promise<void>;
  refuse(owner: TokenOwner, refusal: { readonly why: Refused; readonly until: number }): Promise<void>;
  giveUp(owner: TokenOwner): Promise<void>;
  drop(owner: TokenOwner, token: string): Promise<void>;
}

interface TokenRow {
  readonly organization: string;
  readonly mark: string;
  readonly sealed_token: Buffer | null;
  readonly use_until: Date | null;
  readonly asked_until: Date | null;
  readonly refused_until: Date | null;
  readonly refused_why: Refused | null;
  readonly rejections: number;
  readonly rejected_until: Date | null;
}

export interface FacilityTokensOptions {
  readonly db: Db;
  readonly transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly now: () => number;
  /** Longer than a request for a token may take. */
  readonly turnMs: number;
  /** Told when SATUSEHAT refused a credential for the second time in a row. */
  readonly onRejected: (organization: string) => void;
}

const everybody = '*';
/** One request a minute after a failed attempt (SATUSEHAT, authentication page). */
const penaltyMs = 61_000;

/** The board of tokens in the database: sealed, one row an Organization. */
export function createFacilityTokens(options: FacilityTokensOptions): FacilityTokens {
  const { db, turnMs } = options;
  const toKey = (owner: TokenOwner): readonly string[] => toKeyValues(db, owner);
  const giveUp = async (owner: TokenOwner): Promise<void> => {
    await db.count('give-token-turn-back', toKey(owner));
  };
  return {
    turn: async (owner, at) => {
      for (;;) {
        const rows = await db.rows<TokenRow>('get-facility-token', [db.environment, owner.organization]);
        const known = toKnownTurn(db, owner, rows, at);
        if (known.do !== 'ask') return known;
        const taken = await db.count('take-token-turn', [...toKey(owner), new Date(at), new Date(at + turnMs)]);
        if (taken === 1) return known;
      }
    },
    keep: async (owner, { token, until }) => {
      const sealed = sealJson(keyOf(db, owner.organization), context(db, owner), token, db.random);
      await db.count('keep-token', [...toKey(owner), sealed, new Date(until)]);
    },
    refuse: async (owner, refusal) => {
      if (await keepRefusal(options, owner, refusal)) options.onRejected(owner.organization);
    },
    giveUp,
    drop: async (owner, token) => {
      const rows = await db.rows<TokenRow>('get-facility-token', [db.environment, owner.organization]);
      const row = rows.find(({ organization, mark }) => organization === owner.organization && mark === owner.mark);
      if (row?.sealed_token == null || openToken(db, owner, row.sealed_token) !== token) return;
      await db.count('drop-token', [...toKey(owner), row.sealed_token]);
    },
  };
}

function toKeyValues({ environment }: Db, { organization, mark }: TokenOwner): readonly string[] {
  return [environment, organization, mark];
}

/** True when this is the second verdict in a row that the credential is refused. */
async function keepRefusal(
  { db, transact, now }: FacilityTokensOptions,
  owner: TokenOwner,
  { why, until }: { readonly why: Refused; readonly until: number },
): Promise<boolean> {
  if (why === 'alamat-asing') {
    await db.rows('refuse-token', [
      ...toKeyValues(db, { organization: everybody, mark: everybody }),
      new Date(until),
      why,
      new Date(until),
    ]);
    await db.count('give-token-turn-back', toKeyValues(db, owner));
    return false;
  }
  const rest = why === 'ditunda' ? until : Math.min(until, now() + penaltyMs);
  return transact(async (tx) => {
    const [row] = await tx.rows<{ rejections: number }>('refuse-token', [...toKeyValues(tx, owner), new Date(until), why, new Date(rest)]);
    const rejected = why === 'ditolak' && (row?.rejections ?? 0) > 1;
    if (rejected) await noteFacilityChange(tx, 'ditolak', { organization: owner.organization, by: 'satusehat', at: new Date(now()) });
    return rejected;
  });
}

/** What the rows say: those of the Organization and of everybody. */
function toKnownTurn(db: Db, owner: TokenOwner, rows: readonly TokenRow[], at: number): Turn {
  const later = (moment: Date | null | undefined): number | undefined =>
    moment != null && moment.getTime() > at ? moment.getTime() : undefined;
  const all = rows.find(({ organization }) => organization === everybody);
  const foreign = later(all?.refused_until);
  if (foreign !== undefined) return { do: 'wait', why: 'alamat-asing', until: foreign };
  const row = rows.find(({ organization }) => organization === owner.organization);
  if (row === undefined) return { do: 'ask', refusedBefore: false };
  const refused = later(row.refused_until);
  if (refused !== undefined) return { do: 'wait', why: row.refused_why ?? 'ditunda', until: refused };
  return toOwnTurn(db, owner, row, later);
}

/** What stands about this very credential; of another one before it nothing holds but that somebody is asking. */
function toOwnTurn(db: Db, owner: TokenOwner, row: TokenRow, later: (moment: Date | null) => number | undefined): Turn {
  const same = row.mark === owner.mark;
  const rejected = same ? later(row.rejected_until) : undefined;
  if (rejected !== undefined) return { do: 'wait', why: 'ditolak', until: rejected };
  const until = same ? later(row.use_until) : undefined;
  if (until !== undefined && row.sealed_token !== null)
    return { do: 'use', kept: { token: openToken(db, owner, row.sealed_token), until } };
  const asked = later(row.asked_until);
  if (asked !== undefined) return { do: 'wait', why: 'ditanyakan', until: asked };
  return { do: 'ask', refusedBefore: same && row.rejections > 0 };
}

function openToken(db: Db, owner: TokenOwner, sealed: Buffer): string {
  return unsealJson(keyOf(db, owner.organization), context(db, owner), sealed) as string;
}

function context({ environment }: Db, { organization }: TokenOwner): string {
  return `facility_token.token|${environment}|${organization}`;
}
