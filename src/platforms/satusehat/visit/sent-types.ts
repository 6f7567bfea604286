/** Who of SATUSEHAT's stands where our form has nobody, or has the place. */
export type Somebody = 'patient' | 'practitioner' | 'practitioners' | 'actors';

/** What differs from one resource type to the next when a visit's resource goes to SATUSEHAT; all else follows from its references. */
export interface SentType {
  /** What a place that did something is there: mostly the nakes who answers for it (rules 10383, 10384, 10376, 10399). */
  readonly actor: 'Practitioner' | 'Organization';
  /** Elements without which the resource would be refused: it stays here, and what must refer to it too. */
  readonly mandatory: readonly string[];
  /** Concepts that must hold a code of a known system; words alone do not do. */
  readonly coded: readonly string[];
  /** Systems whose codes an element may hold; codings of others, which say the same, are left out (Kamus Validasi). Any where nothing is said. */
  readonly systems: Readonly<Record<string, readonly string[]>>;
  /** Elements that SATUSEHAT wants and our form has not. */
  readonly adds: Readonly<Record<string, Somebody>>;
  /** Elements that say when, made of another one where they are missing. */
  readonly sameAs: Readonly<Record<string, string>>;
  /** Elements that our form may hold as a day alone, which is refused where a moment is asked for. */
  readonly moments: readonly string[];
}

const snomed = 'http://snomed.info/sct';
const examination = 'http://terminology.kemkes.go.id/CodeSystem/examination';
const plain: SentType = {
  actor: 'Practitioner',
  mandatory: ['subject', 'encounter'],
  coded: [],
  systems: {},
  adds: {},
  sameAs: {},
  moments: [],
};

/**
 * The resource types of a visit that go to SATUSEHAT besides its Encounter, in the order in which they stand in its transaction. Needed elements:
 * Kamus Validasi; who is named where: SATUSEHAT Postman collections 01, 06, 13, 15, 16.
 */
export const sentTypes: Readonly<Record<string, SentType>> = {
  AllergyIntolerance: {
    ...plain,
    mandatory: ['patient', 'encounter'],
    coded: ['code'],
    adds: { recorder: 'practitioner' },
    moments: ['recordedDate'],
  },
  ServiceRequest: {
    ...plain,
    mandatory: ['subject', 'encounter'],
    coded: ['code'],
    systems: { code: ['http://hl7.org/fhir/sid/icd-9-cm', 'http://loinc.org', snomed, examination] },
    adds: { requester: 'practitioner' },
    moments: ['occurrenceDateTime', 'authoredOn'],
  },
  Specimen: { ...plain, mandatory: ['subject', 'request'], coded: ['type'] },
  Observation: {
    ...plain,
    coded: ['code'],
    adds: { performer: 'practitioners' },
    sameAs: { issued: 'effectiveDateTime' },
    moments: ['effectiveDateTime', 'valueDateTime'],
  },
  DiagnosticReport: {
    ...plain,
    mandatory: ['subject', 'encounter', 'basedOn', 'specimen', 'result'],
    coded: ['code'],
    systems: { code: ['http://loinc.org', examination] },
    adds: { performer: 'practitioners' },
    sameAs: { issued: 'effectiveDateTime' },
    moments: ['effectiveDateTime'],
  },
  Procedure: { ...plain, coded: ['code'], adds: { performer: 'actors' }, moments: ['performedDateTime'] },
  // Where it was given is asked for whatever was done (rule 10305); who reports is the facility (collection 13).
  Immunization: {
    ...plain,
    actor: 'Organization',
    mandatory: ['patient', 'encounter'],
    coded: ['vaccineCode'],
    moments: ['occurrenceDateTime', 'recorded'],
  },
  MedicationRequest: {
    ...plain,
    adds: { requester: 'practitioner' },
    moments: ['authoredOn'],
  },
  MedicationDispense: {
    ...plain,
    mandatory: ['subject', 'context'],
    adds: { performer: 'actors' },
    moments: ['whenHandedOver', 'whenPrepared'],
  },
  MedicationStatement: {
    ...plain,
    mandatory: ['subject', 'context'],
    coded: ['medicationCodeableConcept'],
    adds: { informationSource: 'patient' },
    moments: ['effectiveDateTime', 'dateAsserted'],
  },
  // Whoever answers is not on the form; collection 16 names the person the form is about.
  QuestionnaireResponse: {
    ...plain,
    mandatory: ['subject', 'encounter', 'item'],
    adds: { author: 'practitioner', source: 'patient' },
    moments: ['authored'],
  },
  Condition: { ...plain, coded: ['code'], moments: ['onsetDateTime', 'recordedDate'] },
};

/** The types of `sentTypes`, in their order. */
export const sentFacts: readonly string[] = Object.keys(sentTypes);
