import { textAt, type JsonObject } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { storedTypes } from '../stored-types.ts';
import {
  conditionRules,
  episodeOfCareRules,
  episodeOfCareStoreDemands,
  locationRules,
  observationRules,
  observationStoreDemands,
  organizationRules,
  procedureRules,
  procedureStoreDemands,
  questionnaireResponseRules,
  questionnaireResponseStoreDemands,
  relatedPersonRules,
} from './clinical-rules.ts';
import { encounterRules, encounterStoreDemands } from './encounter-rules.ts';
import { immunizationRules, immunizationStoreDemands } from './immunization-rules.ts';
import type { Rule, RuleContext } from './rule.ts';

const books: Readonly<Record<string, { readonly rules: readonly Rule[]; readonly store: readonly Rule[] }>> = {
  Encounter: { rules: encounterRules, store: encounterStoreDemands },
  Condition: { rules: conditionRules, store: [] },
  Observation: { rules: observationRules, store: observationStoreDemands },
  Procedure: { rules: procedureRules, store: procedureStoreDemands },
  QuestionnaireResponse: { rules: questionnaireResponseRules, store: questionnaireResponseStoreDemands },
  Immunization: { rules: immunizationRules, store: immunizationStoreDemands },
  EpisodeOfCare: { rules: episodeOfCareRules, store: episodeOfCareStoreDemands },
  RelatedPerson: { rules: relatedPersonRules, store: [] },
  Organization: { rules: organizationRules, store: [] },
  Location: { rules: locationRules, store: [] },
};

/** Says everything the platform refuses in one resource: first the rules, several at once, then the FHIR store's own demands. */
export function checkResource(resource: JsonObject, context: RuleContext): readonly Refusal[] {
  const type = textAt(resource, 'resourceType') ?? '';
  const book = books[type];
  if (book === undefined && storedTypes.includes(type)) return [];
  if (book === undefined)
    return [refusal('not-supported', `Simulator: jenis ${type} belum ditirukan (simulasi) / type ${type} is not simulated`)];
  const refused = book.rules.flatMap((rule) => rule(resource, context));
  return refused.length > 0 ? refused : book.store.flatMap((rule) => rule(resource, context));
}
