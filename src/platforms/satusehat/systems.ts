import type { Identifier } from '@medplum/fhirtypes';

/** Identifier systems of SATUSEHAT (satusehat.kemkes.go.id/platform/docs, Postman collections 01 and 16). */
export const nikSystem = 'https://fhir.kemkes.go.id/id/nik';

/** The mother's NIK, by which a newborn without one is known. */
export const motherNikSystem = 'https://fhir.kemkes.go.id/id/nik-ibu';

/** Number of a nakes at SATUSEHAT, equal to the id of the Practitioner. */
export const nakesSystem = 'https://fhir.kemkes.go.id/id/nakes-his-number';

/** Where SATUSEHAT's profiles and extensions live. */
export const structureDefinition = 'https://fhir.kemkes.go.id/r4/StructureDefinition/';

/** Local identifier system of one resource type under the parent facility's IHS number, e.g. `encounter` of `10000004`. */
export function toLocalSystem(slug: string, organization: string): string {
  return `http://sys-ids.kemkes.go.id/${slug}/${organization}`;
}

/**
 * Slugs of the local identifier systems by resource type; types without one carry no local identifier. The first is what a resource is found by.
 * A medicine bears the number of its prescription and of the item in it (rules 10388, 10389); no slug of Immunization was seen in any source, so it
 * follows the pattern of all others.
 */
const identifierSlugs: Readonly<Record<string, readonly string[]>> = {
  Encounter: ['encounter'],
  EpisodeOfCare: ['episode-of-care'],
  Observation: ['observation'],
  Condition: ['condition'],
  Procedure: ['procedure'],
  AllergyIntolerance: ['allergy'],
  ServiceRequest: ['servicerequest'],
  Specimen: ['specimen'],
  DiagnosticReport: ['diagnostic'],
  MedicationRequest: ['prescription-item', 'prescription'],
  MedicationDispense: ['prescription-item', 'prescription'],
  MedicationStatement: ['medicationstatement'],
  QuestionnaireResponse: ['QuestionnaireResponse'],
  Immunization: ['immunization'],
  Organization: ['organization'],
  Location: ['location'],
};

/** What follows the facility in the system of a type: our reports are those of a laboratory (rule 10432). */
const identifierEndings: Readonly<Record<string, string>> = { DiagnosticReport: '/lab' };

/** The system a resource of ours is found by at SATUSEHAT, under the parent facility's IHS number; undefined for a type that has none. */
export function localSystemOf(type: string, organization: string): string | undefined {
  return localSystemsOf(type, organization)[0];
}

function localSystemsOf(type: string, organization: string): readonly string[] {
  return (identifierSlugs[type] ?? []).map((slug) => `${toLocalSystem(slug, organization)}${identifierEndings[type] ?? ''}`);
}

/** The identifiers of a resource of ours by its number: a list, but for the answers to a form, which have one alone. */
export function toLocalIdentifier(type: string, organization: string, number: string): { readonly identifier?: Identifier | Identifier[] } {
  const [first, ...others] = localSystemsOf(type, organization).map((system) => ({ system, value: number }));
  if (first === undefined) return {};
  return { identifier: type === 'QuestionnaireResponse' ? first : [first, ...others] };
}

/** The identifier of a visit, by which it is found. */
export function toVisitIdentifier(number: string, organization: string): Identifier {
  return { system: toLocalSystem('encounter', organization), value: toVisitNumber(number) };
}

/** A visit's number as SATUSEHAT has it: with a mark, so that Encounters of other senders under one Organization are told apart. */
export function toVisitNumber(number: string): string {
  return `titian-${number}`;
}

/** True for visit numbers that Titian gave. */
export function isOurVisitNumber(value: string): boolean {
  return value.startsWith('titian-');
}
