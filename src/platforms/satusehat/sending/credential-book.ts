import type { LocalDate } from '../../../map/visit.ts';
import type { holdReasons } from '../holds/hold-reasons.ts';

/** What a puskesmas entered to speak for its Organization. Never logged. */
export interface Credential {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How it stands with an Organization's credentials: there, or why nothing may be sent with them. */
export type CredentialState = 'ada' | Extract<keyof typeof holdReasons, `kredensial-${string}`>;

/** The credentials of every Organization we may speak for, by its IHS number. What is known of them is known without asking, because preparing is pure. */
export interface CredentialBook {
  /** Whether anything may leave in the name of an Organization on a day, which is that of its own zone, because letters of authority end with a day. */
  stateOf(organization: string, day: LocalDate): CredentialState;
  /** Names the credential in use without telling it: under another name it is another one, and tokens of the one before are void. Undefined where none may be used. */
  markOf(organization: string): string | undefined;
  /** The secret itself, only where a token is asked for; undefined where none may be used. */
  find(organization: string): Credential | undefined;
}

/** A book of credentials that never change. */
export function toCredentialBook(credentials: ReadonlyMap<string, Credential>): CredentialBook {
  return {
    stateOf: (organization) => (credentials.has(organization) ? 'ada' : 'kredensial-belum-ada'),
    markOf: (organization) => (credentials.has(organization) ? 'tetap' : undefined),
    find: (organization) => credentials.get(organization),
  };
}
