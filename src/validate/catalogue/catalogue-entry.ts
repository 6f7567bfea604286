import type { IssueType, Severity } from '../../fhir/issue.ts';

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
  /** How grave it can be, the gravest first; an error where nothing is said. */
  readonly severities?: readonly Severity[];
}
