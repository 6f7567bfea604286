import { setTimeout as pause } from 'node:timers/promises';
import type { AxiosInstance } from 'axios';
import type { CredentialBook } from './credential-book.ts';
import { pauseAfterRejectionMs, readToken } from './read-token.ts';
import type { KeptToken, TokenBoard, TokenOwner, TokenTurn, TokenWait } from './token-board.ts';

/** What asking needs. `now` gives milliseconds since 1970. */
export interface TokenOptions {
  readonly credentials: CredentialBook;
  readonly board: TokenBoard;
  readonly now: () => number;
}

/** A token to use, or why there is none and until when; `tanpa-kredensial` where none may be used. */
export type Fetched =
  | { readonly ok: true; readonly kept: KeptToken }
  | { readonly ok: false; readonly why: TokenWait | 'tanpa-kredensial'; readonly until: number };

/** While another process asks, its token is looked for this often and this many times. */
const looks = { everyMs: 250, most: 20 };

/** Takes the token that stands on the board, or asks for one where it is our turn. Throws where the endpoint is not reached: that is no refusal. */
export async function fetchToken(http: AxiosInstance, tokenUrl: string, owner: TokenOwner, options: TokenOptions): Promise<Fetched> {
  const { board, credentials, now } = options;
  const turn = await takeTurn(board, owner, now);
  if (turn.do === 'use') return { ok: true, kept: turn.kept };
  if (turn.do === 'wait') return { ok: false, why: turn.why, until: turn.until };
  const credential = credentials.find(owner.organization);
  if (credential === undefined) {
    await board.giveUp(owner);
    return { ok: false, why: 'tanpa-kredensial', until: now() };
  }
  const body = new URLSearchParams({ client_id: credential.clientId, client_secret: credential.clientSecret }).toString();
  const answer = await http.post<unknown>(tokenUrl, body, asForm).catch(async (fault: unknown) => {
    await board.giveUp(owner);
    throw fault;
  });
  const read = readToken(answer, now());
  if (read.ok) {
    await board.keep(owner, read.kept);
    return read;
  }
  const waitMs = read.why === 'ditolak' && turn.refusedBefore ? pauseAfterRejectionMs : read.waitMs;
  const refusal = { why: read.why, until: now() + waitMs };
  await board.refuse(owner, refusal);
  return { ok: false, ...refusal };
}

const asForm = { params: { grant_type: 'client_credentials' }, headers: { 'content-type': 'application/x-www-form-urlencoded' } };

/** Where another process is asking at this moment its answer is waited for a little. */
async function takeTurn(board: TokenBoard, owner: TokenOwner, now: () => number): Promise<TokenTurn> {
  for (let look = 0; ; look += 1) {
    const turn = await board.turn(owner, now());
    if (turn.do !== 'wait' || turn.why !== 'ditanyakan' || look >= looks.most) return turn;
    await pause(looks.everyMs);
  }
}
