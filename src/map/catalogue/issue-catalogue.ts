import type { Issue, Severity } from '../../fhir/issue.ts';
import type { Bilingual, CatalogueEntry } from './catalogue-entry.ts';
import { identityEntries } from './identity-entries.ts';
import { laterEntries } from './later-entries.ts';
import { recordEntries } from './record-entries.ts';
import { rowEntries } from './row-entries.ts';
import { valueEntries } from './value-entries.ts';

/** Every issue that reading and mapping can raise, by its code: D01 to D30 of the dirty-data catalogue, else a slug. */
export const issueCatalogue = { ...identityEntries, ...valueEntries, ...rowEntries, ...recordEntries, ...laterEntries } as const;

/** A code of the catalogue. */
export type IssueCode = keyof typeof issueCatalogue;

/** What a conversion noticed, before it is known in which cell. */
export interface Remark {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** What was expected and what came; a value only where everybody may see it. */
  readonly detail?: Bilingual;
}

/** Shapes a remark as an issue of a cell, with the words of the catalogue. */
export function toIssue(remark: Remark, cell?: string): Issue {
  const entry: CatalogueEntry = issueCatalogue[remark.code];
  const { detail } = remark;
  const text = detail === undefined ? entry.title.id : `${entry.title.id}: ${detail.id}`;
  const diagnostics = detail === undefined ? entry.title.en : `${entry.title.en}: ${detail.en}`;
  // Where nothing has to be done it is said what became of it; otherwise what to do.
  const ending = remark.severity === 'information' ? entry.meaning : entry.remedy;
  return {
    severity: remark.severity,
    type: remark.severity === 'information' ? 'informational' : entry.type,
    code: remark.code,
    text: `${toSentence(text)} ${ending.id}`,
    diagnostics: `${toSentence(diagnostics)} ${ending.en}`,
    ...(cell === undefined ? {} : { cell }),
  };
}

function toSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
