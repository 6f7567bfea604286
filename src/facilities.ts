import type { Checked } from './fhir/checked.ts';

/** Who asks about the credentials of puskesmas. */
export interface FacilityAsker {
  /** Name for the history. */
  readonly by: string;
  /** Puskesmas to which a key is bound. */
  readonly within?: string;
  /** `puskesmas`: speaks for it. `konsol`: sits at the machine. `dinas`: sees all and may pause. `baca`: only sees. */
  readonly as: 'puskesmas' | 'konsol' | 'dinas' | 'baca';
}

/** How it stands: there, not there, or why nothing is sent; the words are those of the hold reasons. */
export type FacilityStateName =
  'ada' | 'kredensial-belum-ada' | 'kredensial-surat-habis' | 'kredensial-dijeda' | 'kredensial-dicabut' | 'kredensial-ditolak';

/** A puskesmas and its credential, as far as anybody may know it: that it is there, since when and until when. Never the credential. */
export interface FacilityStatus {
  readonly organization: string;
  readonly puskesmas: string;
  readonly name: string;
  readonly environment: string;
  readonly mode: 'uji' | 'nyata';
  readonly state: FacilityStateName;
  readonly enteredOn?: string;
  readonly enteredBy?: string;
  readonly letter?: { readonly number: string; readonly from: string; readonly to: string };
  /** Who paused or revoked it, and when; `puskesmas` = it did so itself. */
  readonly set?: { readonly at: string; readonly by: string; readonly puskesmas: boolean };
}

export interface FacilityHistoryEntry {
  readonly event: string;
  readonly at: string;
  readonly by: string;
}

/** What a puskesmas hands over: what it received from SATUSEHAT, and by what right we use it. */
export interface CredentialEntry {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly letter: { readonly number: string; readonly from: string; readonly to: string; readonly signedBy: string };
}

export type FacilityOrder = 'pause' | 'resume' | 'revoke';

/** What HTTP and the command line ask about credentials. Facilities are named by their Organization or by the code of the puskesmas. */
export interface FacilityDesk {
  list(asker: FacilityAsker): Promise<readonly FacilityStatus[]>;
  history(facility: string, asker: FacilityAsker): Promise<Checked<readonly FacilityHistoryEntry[]>>;
  enter(facility: string, entry: CredentialEntry, asker: FacilityAsker): Promise<Checked<FacilityStatus>>;
  order(facility: string, order: FacilityOrder, asker: FacilityAsker): Promise<Checked<FacilityStatus>>;
}
