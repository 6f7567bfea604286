/** Everything a visit's transaction needs that only SATUSEHAT knows: its ids of the people and places behind the visit. */
export interface Identities {
  /** IHS number of the puskesmas: the client's Organization and the owner of every local identifier. */
  readonly organization: string;
  readonly location: { readonly id: string; readonly name: string };
  readonly patient: string;
  readonly practitioner: string;
  /** The EpisodeOfCare the visit belongs to, where it belongs to one. */
  readonly episode?: string;
}
