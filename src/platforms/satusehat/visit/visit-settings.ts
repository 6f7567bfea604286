/** Where sources on SATUSEHAT disagree, or nobody has seen what it does, a district chooses; both choices of each are tested. */
export interface VisitSettings {
  /** Class of a visit at home: HH of HL7 v3 ActCode, which no published request shows, or ambulatory as every published one. */
  readonly homeClass: 'HH' | 'AMB';
  /**
   * System under which an antenatal Encounter bears K1A to K6: the playbook and SATUSEHAT Postman collection 06 have `episodeofcare/ANC`, a live
   * test of 2026-09-21 found that refused and `episode-of-care/{org}` accepted.
   */
  readonly antenatalNumber: 'episode-of-care' | 'episodeofcare-anc' | 'tidak';
  /**
   * Whether a laboratory's report gets the ServiceRequest that it and its Specimen must name (rules 10387, 10440), though no form holds one. Without
   * it both stay here, and the result goes alone.
   */
  readonly laboratoryRequest: 'dibuat' | 'tidak';
  /** Whether an Immunization bears a local identifier: no source lists a slug for it, and none forbids one. */
  readonly immunizationIdentifier: 'immunization' | 'tidak';
  /**
   * Whether a computed value names the measurements it was computed from: SATUSEHAT Postman collection 16 does, Kamus Validasi rule 10428 lists no
   * Observation among what it may be derived from.
   */
  readonly derivedFrom: 'tidak' | 'disebut';
}

/** The choices as shipped. */
export const visitSettings: VisitSettings = {
  homeClass: 'HH',
  antenatalNumber: 'episode-of-care',
  laboratoryRequest: 'dibuat',
  immunizationIdentifier: 'immunization',
  derivedFrom: 'tidak',
};
