import { checkAttachment } from './check-attachment.ts';
import { checkBundleEntries } from './check-bundle-entries.ts';
import { checkBundleLinks } from './check-bundle-links.ts';
import { checkContained } from './check-contained.ts';
import { checkSearchParameter, checkStructureDefinition } from './check-definitions.ts';
import { checkDocument } from './check-document.ts';
import { checkElementIds } from './check-element-ids.ts';
import { checkIdentifier } from './check-identifier.ts';
import { checkNarrative } from './check-narrative.ts';
import { checkReference } from './check-reference.ts';
import { checkSearchset } from './check-searchset.ts';
import { checkQuestionnaire } from '../questionnaire/check-questionnaire.ts';
import { checkQuestionnaireResponse } from '../questionnaire/check-questionnaire-response.ts';
import type { Check } from './check.ts';
import { codeChecks } from './check-coding.ts';
import { checkCodeSystem, checkValueSet } from './check-value-set.ts';

/** All checks by the type whose nodes they are asked of: a datatype, a resource type, or `Resource` for every resource. */
export const checks: ReadonlyMap<string, readonly Check[]> = new Map<string, readonly Check[]>([
  ['Resource', [checkContained, checkElementIds]],
  ['Attachment', [checkAttachment]],
  ['Identifier', [checkIdentifier]],
  ['Narrative', [checkNarrative]],
  ['Reference', [checkReference]],
  ['Bundle', [checkBundleEntries, checkBundleLinks, checkDocument, checkSearchset]],
  ['Questionnaire', [checkQuestionnaire]],
  ['QuestionnaireResponse', [checkQuestionnaireResponse]],
  ['ValueSet', [checkValueSet]],
  ['CodeSystem', [checkCodeSystem]],
  ['SearchParameter', [checkSearchParameter]],
  ['StructureDefinition', [checkStructureDefinition]],
  ...codeChecks,
]);
