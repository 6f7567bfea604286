import type { IssueType } from '../fhir/issue.ts';
import { PROFILE_CODES } from './catalogue-profile.ts';
import { STRUCTURE_CODES } from './catalogue-structure.ts';

/** The same thing said twice: Indonesian first. */
export interface Bilingual {
  readonly id: string;
  readonly en: string;
}

/** One page of the catalogue. `says` is the sentence of the issue: `{expected}` and `{came}` are filled in. */
export interface CatalogueEntry {
  readonly type: IssueType;
  readonly title: Bilingual;
  readonly says: Bilingual;
  readonly meaning: Bilingual;
  readonly remedy: Bilingual;
}

/** Every code the validator gives, by its stable slug. The pages under docs/errors are made from it. */
export const validationCatalogue: Readonly<Record<string, CatalogueEntry>> = { ...STRUCTURE_CODES, ...PROFILE_CODES };
