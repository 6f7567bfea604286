/** A FHIR server of the district itself, beside the national platform. */
export const ownServer = 'fhir-server';

/**
 * True where a platform is to hold every visit that conforms. What a source owes, what the policy of a puskesmas asks for and whose identity is
 * known are conditions of SATUSEHAT (field rules 1, 3, 5); a server of one's own keeps whatever was recorded.
 */
export function takesEveryVisit(platform: string): boolean {
  return platform === ownServer;
}
