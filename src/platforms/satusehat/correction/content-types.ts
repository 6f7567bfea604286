/** How contents of an Encounter can be found, by the search parameters that were seen (Postman collections; field report of 2026-09-12). */
export type ContentSearch = 'encounter' | 'patient' | 'identifier' | 'none';

const searches: Readonly<Record<string, ContentSearch>> = {
  Observation: 'encounter',
  Procedure: 'encounter',
  Condition: 'encounter',
  MedicationRequest: 'encounter',
  ClinicalImpression: 'encounter',
  Composition: 'encounter',
  Immunization: 'patient',
  ServiceRequest: 'identifier',
  Specimen: 'identifier',
  // Nothing by which they could be found was seen; of MedicationDispense `encounter` is ignored in silence.
  QuestionnaireResponse: 'none',
  MedicationDispense: 'none',
  MedicationStatement: 'none',
  AllergyIntolerance: 'none',
  DiagnosticReport: 'none',
  CarePlan: 'none',
};

/** Types whose resources a visit's transaction may hold besides the Encounter. */
export const contentTypes: readonly string[] = Object.keys(searches);

/** How the `count` resources of a type in one visit can be found; by identifier one at a time, and only one is. */
export function toContentSearch(type: string, count: number): ContentSearch {
  const search = searches[type] ?? 'none';
  return search === 'identifier' && count !== 1 ? 'none' : search;
}
