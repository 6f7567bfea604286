/** Our names of what SATUSEHAT holds: the keys of the upstream table. */
export const refOf = {
  organization: (place: string): string => `place/${place}/organization`,
  /** It was looked for by our identifier, and was not there. */
  sought: (ref: string): string => `${ref}/dicari`,
  location: (place: string): string => `place/${place}/location`,
  practitioner: (key: string): string => `practitioner/${key}`,
  /** The hash is the key of the NIK the number was adopted for. */
  patient: (person: string): string => `patient/${person}`,
  /** The masked name agreed, the NIK's own date did not: the full search decides. */
  patientNameSeen: (person: string): string => `patient/${person}/nama-cocok`,
  /** Nobody answered to the number; the hash is its key and the moment of the look. */
  patientAbsent: (person: string): string => `patient/${person}/tidak-ada`,
  /** We made the record; the hash tells what it was made with. */
  patientMade: (person: string): string => `patient/${person}/dibuat`,
  /** The RelatedPerson for the mother of a newborn; the hash is the key of her NIK. */
  patientMother: (person: string): string => `patient/${person}/ibu`,
  /** An EpisodeOfCare, ours or adopted. */
  episode: (care: string): string => `episode/${care}`,
  /** We have looked for our own EpisodeOfCare and found none; the hash is the moment of the look. */
  episodeSought: (care: string): string => `episode/${care}/dicari`,
  /** We have looked for one that is active and found none; the hash is the moment of the look. */
  episodeAlone: (care: string): string => `episode/${care}/tanpa-yang-aktif`,
  /** It is closed there. */
  episodeEnd: (care: string): string => `episode/${care}/tutup`,
  visit: (visit: string): string => `visit/${visit}`,
  /** We have looked for an Encounter of another sender and found none; the hash is the moment of the look. */
  visitAlone: (visit: string): string => `visit/${visit}/tanpa-pengirim-lain`,
  /** The contents of an adopted Encounter of one type have been looked up. */
  visitContents: (visit: string, type: string): string => `visit/${visit}/isi-${type}`,
  /** Under which number of a person the visit was sent. */
  visitPatient: (visit: string): string => `visit/${visit}/pasien`,
  /** The hash is the statuses that the Encounter had there, in order. */
  visitHistory: (visit: string): string => `visit/${visit}/riwayat`,
  /** A message about the visit may have arrived: contents of one type have to be looked up again. */
  visitDoubt: (visit: string, type: string): string => `visit/${visit}/ragu-${type}`,
  /** It stands under somebody else's record and is being taken back there; the id is that record's number. */
  visitRepair: (visit: string): string => `visit/${visit}/pembetulan`,
  /** The hash names what stood under somebody else's record and has to be taken back there by hand. */
  visitLeftover: (visit: string): string => `visit/${visit}/sisa`,
  resource: (visit: string, resource: string): string => `visit/${visit}/${resource}`,
};
