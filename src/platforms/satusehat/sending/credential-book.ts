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
  stateOf(organization: string): CredentialState;
  /** The secret itself, only where a token is asked for; undefined where there is none. */
  find(organization: string): Credential | undefined;
}

/** A book of credentials that never change. */
export function toCredentialBook(credentials: ReadonlyMap<string, Credential>): CredentialBook {
  return {
    stateOf: (organization) => (credentials.has(organization) ? 'ada' : 'kredensial-belum-ada'),
    find: (organization) => credentials.get(organization),
  };
}
