import { ANSWER_CODES } from './catalogue-answer.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';
import { DEFINITION_CODES } from './catalogue-definitions.ts';
import { EXTENSION_CODES } from './catalogue-extension.ts';
import { FORM_CODES } from './catalogue-form.ts';
import { INVARIANT_CODES } from './catalogue-invariant.ts';
import { PROFILE_CODES } from './catalogue-profile.ts';
import { QUESTIONNAIRE_CODES } from './catalogue-questionnaire.ts';
import { RULE_CODES } from './catalogue-rules.ts';
import { STRUCTURE_CODES } from './catalogue-structure.ts';
import { TEXT_CODES } from './catalogue-text.ts';
import { TERMINOLOGY_CODES } from './catalogue-terminology.ts';
import { WHOLE_CODES } from './catalogue-whole.ts';

/** Every code the validator gives, by its stable slug. The pages under docs/errors are made from it. */
export const validationCatalogue: Readonly<Record<string, CatalogueEntry>> = {
  ...WHOLE_CODES,
  ...STRUCTURE_CODES,
  ...PROFILE_CODES,
  ...RULE_CODES,
  ...DEFINITION_CODES,
  ...TEXT_CODES,
  ...EXTENSION_CODES,
  ...QUESTIONNAIRE_CODES,
  ...ANSWER_CODES,
  ...FORM_CODES,
  ...TERMINOLOGY_CODES,
  ...INVARIANT_CODES,
};
