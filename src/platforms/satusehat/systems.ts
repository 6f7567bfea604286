/** Identifier systems of SATUSEHAT (satusehat.kemkes.go.id/platform/docs, Postman collections 01 and 16). */
export const nikSystem = 'https://fhir.kemkes.go.id/id/nik';

/** Local identifier system of one resource type under the parent facility's IHS number, e.g. `encounter` of `10000004`. */
export function toLocalSystem(slug: string, organization: string): string {
  return `http://sys-ids.kemkes.go.id/${slug}/${organization}`;
}

/** Slug of the local identifier system by resource type; types without one carry no local identifier. */
export const identifierSlug: Readonly<Record<string, string>> = {
  Encounter: 'encounter',
  Observation: 'observation',
  Condition: 'condition',
  Procedure: 'procedure',
  Organization: 'organization',
  Location: 'location',
};

/** A visit's number as SATUSEHAT has it: with a mark, so that Encounters of other senders under one Organization are told apart. */
export function toVisitNumber(number: string): string {
  return `titian-${number}`;
}

/** True for visit numbers that Titian gave. */
export function isOurVisitNumber(value: string): boolean {
  return value.startsWith('titian-');
}
