/** Our names of what the server holds: the keys of the upstream table. */
export const refOf = {
  place: (code: string): string => `place/${code}`,
  patient: (person: string): string => `patient/${person}`,
  episode: (care: string): string => `episode/${care}`,
  visit: (visit: string): string => `visit/${visit}`,
  /** Every resource of a visit that the server holds: our id of it and the server's, as one text. */
  contents: (visit: string): string => `visit/${visit}/isi`,
};

/** The one credential there is: a server belongs to one keeper. */
export const serverCredential = 'server';
