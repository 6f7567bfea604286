import { elementsAt } from '../element-path.ts';
import { textAt, valueAt, type JsonObject } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { storedTypes } from '../stored-types.ts';
import { readDictionary, type DictionaryRule } from './dictionary.ts';
import { encounterRules } from './encounter-rules.ts';
import { identifierSystem } from './identifier-system.ts';
import { immunizationRules } from './immunization-rules.ts';
import { patientRules } from './patient-rules.ts';
import { optionalReference } from './references.ts';
import { toRules } from './rules-by-kind.ts';
import { mandatory, numbered, storeDemands, type Rule, type RuleContext } from './rule.ts';

const dictionary = readDictionary();

/** What a kind alone does not say. */
const byHand: Readonly<Record<string, readonly Rule[]>> = {
  Encounter: encounterRules(dictionary.encounterClasses, dictionary.rules.find(({ rule }) => rule === 10117)?.slugs ?? []),
  Immunization: immunizationRules,
  Patient: patientRules,
  QuestionnaireResponse: [mandatory(10169, 'QuestionnaireResponse.questionnaire'), knownQuestionnaire],
  Organization: [optionalReference({ rule: undefined, targets: ['Organization'] }, 'Organization.partOf')],
  Location: [optionalReference({ rule: undefined, targets: ['Organization'] }, 'Location.managingOrganization'), numericPosition],
};

// FHIR R4: elements of these types that may never be missing; the store behind the rules asks for them.
const storeFields: Readonly<Record<string, readonly string[]>> = {
  Encounter: ['status', 'class'],
  Observation: ['status'],
  Procedure: ['status'],
  QuestionnaireResponse: ['status'],
  Immunization: ['status'],
  EpisodeOfCare: ['status'],
  ServiceRequest: ['status', 'intent'],
  MedicationRequest: ['status', 'intent'],
  CarePlan: ['status', 'intent'],
  DiagnosticReport: ['status', 'code'],
  ClinicalImpression: ['status'],
  Composition: ['status', 'type'],
  FamilyMemberHistory: ['status', 'relationship'],
  Goal: ['lifecycleStatus', 'description'],
  RiskAssessment: ['status'],
  MedicationAdministration: ['status'],
  MedicationStatement: ['status'],
};

const rows = dictionary.rules.filter(({ by }) => by !== 'tidak');
const types = [...new Set(rows.map(({ type }) => type))].filter((type) => /^[A-Z]/.test(type));
const books = new Map(types.map((type) => [type, toBook(type)]));

/** Says everything the platform refuses in one resource: first the rules, several at once, then the FHIR store's own demands. */
export function checkResource(resource: JsonObject, context: RuleContext): readonly Refusal[] {
  const type = textAt(resource, 'resourceType') ?? '';
  const book = books.get(type);
  if (book === undefined && storedTypes.includes(type)) return [];
  if (book === undefined)
    return [refusal('not-supported', `Simulator: jenis ${type} belum ditirukan (simulasi) / type ${type} is not simulated`)];
  const refused = book.rules.flatMap((rule) => rule(resource, context));
  return refused.length > 0 ? refused : book.store.flatMap((rule) => rule(resource, context));
}

interface Book {
  readonly rules: readonly Rule[];
  readonly store: readonly Rule[];
}

function toBook(type: string): Book {
  const own = rows.filter((row) => row.type === type);
  const identifier = own.some(({ slugs }) => slugs.length > 0) ? [] : [identifierSystem(type, { slugs: [] })];
  const byKind = own.filter(({ by }) => by === 'jenis').flatMap((row: DictionaryRule) => toRules(row, dictionary));
  return { rules: [...identifier, ...byKind, ...(byHand[type] ?? [])], store: (storeFields[type] ?? []).map(storeDemands) };
}

function knownQuestionnaire(resource: JsonObject): readonly Refusal[] {
  const url = textAt(resource, 'questionnaire');
  if (url === undefined || /^https:\/\/fhir\.kemkes\.go\.id\/Questionnaire\/Q\d{4}$/.test(url)) return [];
  return [refusal('value', numbered(`Invalid coding system: ${url}`, 10169), 'QuestionnaireResponse.questionnaire')];
}

function numericPosition(resource: JsonObject): readonly Refusal[] {
  return ['longitude', 'latitude', 'altitude']
    .flatMap((part) => elementsAt(resource, `Location.position.${part}`))
    .filter(({ value }) => value !== undefined && typeof value !== 'number')
    .map(({ expression }) => ({ ...refusal('structure', 'unparseable_resource', expression), diagnostics: 'invalid decimal' }))
    .slice(0, valueAt(resource, 'position') === undefined ? 0 : 1);
}
