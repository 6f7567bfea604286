import { storedTypes } from './stored-types.ts';

/**
 * How a search parameter is looked up: as a key of the index, as a reference to a type, as a beginning of a name, as a date.
 * `deaf` is taken for a criterion and filters nothing; `ignored` is none.
 */
export type Lookup = 'token' | `reference:${string}` | 'name' | 'date' | 'last-updated' | 'deaf' | 'ignored';

type Parameters = Readonly<Record<string, Lookup>>;

const everywhere: Parameters = { _count: 'ignored', _page_token: 'ignored', _sort: 'ignored' };
const identifier: Parameters = { identifier: 'token' };
const patient: Parameters = { patient: 'reference:Patient' };
const ofVisit: Parameters = { encounter: 'reference:Encounter', subject: 'reference:Patient', code: 'token' };
const planned: Parameters = { category: 'token', subject: 'reference:Patient' };

/**
 * The only parameters a search may have, by type: those of the Postman collections and of the read-back against the sandbox of 2026-09-12.
 * A type that is missing was never seen searched.
 */
const parameters: Readonly<Record<string, Parameters>> = {
  Encounter: { ...identifier, subject: 'reference:Patient', date: 'date', 'service-provider': 'reference:Organization' },
  Condition: ofVisit,
  Observation: ofVisit,
  Procedure: ofVisit,
  ClinicalImpression: ofVisit,
  Composition: ofVisit,
  MedicationRequest: { ...ofVisit, ...identifier },
  // `encounter` is silently ignored and gives unrelated rows.
  MedicationDispense: {
    context: 'reference:Encounter',
    subject: 'reference:Patient',
    prescription: 'reference:MedicationRequest',
    encounter: 'deaf',
  },
  EpisodeOfCare: { ...identifier, ...patient, type: 'token', status: 'token', organization: 'reference:Organization' },
  Immunization: { ...patient, vaccineCode: 'token' },
  RelatedPerson: { ...identifier, ...patient },
  ServiceRequest: {
    ...identifier,
    category: 'token',
    performer: 'reference:Practitioner',
    requester: 'reference:Practitioner',
    _lastUpdated: 'last-updated',
  },
  Specimen: { ...identifier, request: 'reference:ServiceRequest' },
  ImagingStudy: identifier,
  CarePlan: planned,
  Goal: planned,
  Location: { ...identifier, name: 'name', organization: 'reference:Organization', _revinclude: 'ignored' },
  // The identifier is how a refused duplicate is found again (documentation of the error texts); the collections ask by the other three.
  Organization: { ...identifier, name: 'name', partof: 'reference:Organization', type: 'token' },
};

/** What a setting lets every type be searched by besides. */
const loose: Parameters = { ...identifier, ...patient, ...ofVisit, status: 'token' };

/** The parameters of a type; undefined for a type that cannot be searched at all. */
export function parametersOf(type: string, isLoose: boolean): Parameters | undefined {
  if (!storedTypes.includes(type)) return undefined;
  const own = parameters[type];
  if (isLoose) return { ...everywhere, ...loose, ...own };
  return own === undefined ? undefined : { ...everywhere, ...own };
}

/** Parameters of which one alone is not enough, and what the refusal then says is missing. */
export function missingBeside(type: string, given: ReadonlySet<string>): string | undefined {
  if (type !== 'MedicationDispense' || given.has('prescription')) return undefined;
  if (given.has('context') && !given.has('subject')) return 'subject';
  return given.has('subject') && !given.has('context') && !given.has('encounter') ? 'context' : undefined;
}
