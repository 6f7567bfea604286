import type { IssueType } from '../../fhir/issue.ts';

/** A sentence in both languages of the gateway. */
export interface Bilingual {
  readonly id: string;
  readonly en: string;
}

/** One page of the catalogue of issues: what was seen, what it means for the record, and what to do. */
export interface CatalogueEntry {
  readonly type: IssueType;
  readonly title: Bilingual;
  readonly meaning: Bilingual;
  readonly remedy: Bilingual;
}
