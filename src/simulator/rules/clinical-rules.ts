import { elementsAt } from '../element-path.ts';
import { textAt, valueAt, type JsonObject } from '../json.ts';
import { refusal } from '../refusal.ts';
import { dateTime } from './date-time.ts';
import { identifierSystem } from './identifier-system.ts';
import { codingSystem, mandatory, mandatoryReference, numbered, optionalReference, storeDemands, type Rule } from './rule.ts';

const snomed = 'http://snomed.info/sct';
const clinicalTerm = 'http://terminology.kemkes.go.id/CodeSystem/clinical-term';
const examination = 'http://terminology.kemkes.go.id/CodeSystem/examination';
const whoAntenatal = 'http://fhir.org/guides/who/anc-cds/CodeSystem/anc-custom-codes';
const ministryAntenatal = 'http://terminology.kemkes.go.id/CodeSystem/anc-custom-codes';
const kemkes = 'http://terminology.kemkes.go.id';
const hl7 = 'http://terminology.hl7.org/CodeSystem';

/** What SATUSEHAT asks of a Condition. */
export const conditionRules: readonly Rule[] = [
  identifierSystem('Condition', { rule: 10444, slugs: ['condition'] }),
  mandatory(10003, 'Condition.code'),
  codingSystem(10003, 'Condition.code', ['http://hl7.org/fhir/sid/icd-10', snomed, clinicalTerm]),
  codingSystem(10006, 'Condition.clinicalStatus', [`${hl7}/condition-clinical`]),
  codingSystem(10007, 'Condition.category', [`${hl7}/condition-category`, kemkes]),
  codingSystem(10170, 'Condition.verificationStatus', [`${hl7}/condition-ver-status`]),
  mandatoryReference(10125, 'Condition.subject', ['Patient']),
  mandatoryReference(10126, 'Condition.encounter', ['Encounter']),
  dateTime(10402, 'Condition.onsetDateTime'),
  dateTime(10403, 'Condition.recordedDate'),
  optionalReference(10678, 'Condition.recorder', ['Practitioner']),
];

/** What SATUSEHAT asks of an Observation. */
export const observationRules: readonly Rule[] = [
  identifierSystem('Observation', { rule: 10441, slugs: ['observation'] }),
  codingSystem(10009, 'Observation.category', [`${hl7}/observation-category`]),
  mandatory(10010, 'Observation.code'),
  // The published antenatal requests (collection 06) also bear the WHO codes and the ministry's own beside LOINC and SNOMED CT.
  codingSystem(10010, 'Observation.code', ['http://loinc.org', snomed, examination, clinicalTerm, whoAntenatal, ministryAntenatal]),
  codingSystem(10012, 'Observation.valueQuantity', ['http://unitsofmeasure.org']),
  codingSystem(10297, 'Observation.valueCodeableConcept', [
    'http://hl7.org/fhir/sid/icd-10',
    'http://loinc.org',
    snomed,
    clinicalTerm,
    examination,
    `${kemkes}/CodeSystem/organization-type`,
    `${kemkes}/CodeSystem/tb-case-definition`,
  ]),
  // The dictionary leaves out clinical-term; the published requests of nutrition and antenatal care (collections 06, 12, 14, 15) bear it.
  codingSystem(10398, 'Observation.interpretation', [
    ...['http://loinc.org', snomed, `${hl7}/v3-ObservationInterpretation`, examination],
    clinicalTerm,
  ]),
  mandatoryReference(10129, 'Observation.subject', ['Patient']),
  mandatoryReference(10130, 'Observation.encounter', ['Encounter']),
  mandatoryReference(10383, 'Observation.performer', ['Practitioner']),
  dateTime(10295, 'Observation.effectiveDateTime'),
  dateTime(10296, 'Observation.issued'),
];

/** What the FHIR store itself asks of an Observation. */
export const observationStoreDemands: readonly Rule[] = [storeDemands('status')];

/** What SATUSEHAT asks of a Procedure. */
export const procedureRules: readonly Rule[] = [
  identifierSystem('Procedure', { rule: 10442, slugs: ['procedure'] }),
  codingSystem(10013, 'Procedure.category', [snomed, kemkes]),
  codingSystem(10015, 'Procedure.code', ['http://hl7.org/fhir/sid/icd-9-cm', snomed, clinicalTerm, `${kemkes}/CodeSystem/kptl`]),
  codingSystem(10018, 'Procedure.reasonCode', ['http://hl7.org/fhir/sid/icd-10']),
  mandatoryReference(10127, 'Procedure.subject', ['Patient']),
  mandatoryReference(10128, 'Procedure.encounter', ['Encounter']),
  optionalReference(10399, 'Procedure.performer.actor', ['Practitioner']),
  dateTime(10400, 'Procedure.performedPeriod.start'),
  dateTime(10401, 'Procedure.performedPeriod.end'),
];

/** What the FHIR store itself asks of a Procedure. */
export const procedureStoreDemands: readonly Rule[] = [storeDemands('status')];

/** What SATUSEHAT asks of a QuestionnaireResponse. */
export const questionnaireResponseRules: readonly Rule[] = [
  identifierSystem('QuestionnaireResponse', { slugs: ['QuestionnaireResponse'] }),
  mandatory(10169, 'QuestionnaireResponse.questionnaire'),
  knownQuestionnaire,
  mandatoryReference(10370, 'QuestionnaireResponse.subject', ['Patient']),
  mandatoryReference(10378, 'QuestionnaireResponse.encounter', ['Encounter']),
  mandatoryReference(10371, 'QuestionnaireResponse.author', ['Practitioner', 'Organization', 'Patient', 'RelatedPerson']),
  mandatoryReference(10372, 'QuestionnaireResponse.source', ['Patient', 'Practitioner', 'RelatedPerson']),
  dateTime(10373, 'QuestionnaireResponse.authored'),
];

/** What the FHIR store itself asks of a QuestionnaireResponse. */
export const questionnaireResponseStoreDemands: readonly Rule[] = [storeDemands('status')];

/** What SATUSEHAT asks of an EpisodeOfCare. */
export const episodeOfCareRules: readonly Rule[] = [
  mandatory(10458, 'EpisodeOfCare.identifier'),
  identifierSystem('EpisodeOfCare', { rule: 10458, slugs: ['episode-of-care'] }),
  mandatory(10110, 'EpisodeOfCare.type'),
  codingSystem(10110, 'EpisodeOfCare.type', [`${hl7}/episodeofcare-type`, `${kemkes}/CodeSystem/episodeofcare-type`]),
  mandatoryReference(10157, 'EpisodeOfCare.patient', ['Patient']),
  mandatoryReference(10408, 'EpisodeOfCare.managingOrganization', ['Organization']),
  mandatory(10406, 'EpisodeOfCare.period.start'),
  dateTime(10404, 'EpisodeOfCare.statusHistory.period.start'),
  dateTime(10405, 'EpisodeOfCare.statusHistory.period.end'),
  dateTime(10406, 'EpisodeOfCare.period.start'),
  dateTime(10407, 'EpisodeOfCare.period.end'),
];

/** What the FHIR store itself asks of an EpisodeOfCare. */
export const episodeOfCareStoreDemands: readonly Rule[] = [storeDemands('status')];

/** What SATUSEHAT asks of a RelatedPerson. */
export const relatedPersonRules: readonly Rule[] = [mandatoryReference(10162, 'RelatedPerson.patient', ['Patient'])];

/** What SATUSEHAT asks of a sub-organisation. */
export const organizationRules: readonly Rule[] = [
  mandatory(10446, 'Organization.identifier'),
  identifierSystem('Organization', { rule: 10446, slugs: ['organization'] }),
  codingSystem(10089, 'Organization.type', [`${hl7}/organization-type`, `${kemkes}/CodeSystem/organization-type`]),
  optionalReference(undefined, 'Organization.partOf', ['Organization']),
];

/** What SATUSEHAT asks of a place; coordinates have to be numbers. */
export const locationRules: readonly Rule[] = [
  mandatory(10447, 'Location.identifier'),
  identifierSystem('Location', { rule: 10447, slugs: ['location'] }),
  codingSystem(10102, 'Location.physicalType', [`${hl7}/location-physical-type`, `${kemkes}/CodeSystem/location-physical-type`]),
  optionalReference(undefined, 'Location.managingOrganization', ['Organization']),
  numericPosition,
];

function knownQuestionnaire(resource: JsonObject): ReturnType<Rule> {
  const url = textAt(resource, 'questionnaire');
  if (url === undefined || /^https:\/\/fhir\.kemkes\.go\.id\/Questionnaire\/Q\d{4}$/.test(url)) return [];
  return [refusal('value', numbered(`Invalid coding system: ${url}`, 10169), 'QuestionnaireResponse.questionnaire')];
}

function numericPosition(resource: JsonObject): ReturnType<Rule> {
  return ['longitude', 'latitude', 'altitude']
    .flatMap((part) => elementsAt(resource, `Location.position.${part}`))
    .filter(({ value }) => value !== undefined && typeof value !== 'number')
    .map(({ expression }) => ({ ...refusal('structure', 'unparseable_resource', expression), diagnostics: 'invalid decimal' }))
    .slice(0, valueAt(resource, 'position') === undefined ? 0 : 1);
}
