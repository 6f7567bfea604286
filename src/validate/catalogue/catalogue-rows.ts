import type { IssueType, Severity } from '../../fhir/issue.ts';
import type { Bilingual, CatalogueEntry } from './catalogue-entry.ts';

type Words = readonly [id: string, en: string];

/** A catalogue entry written short: each text first in Indonesian, then in English; how grave it can be where that is not an error. */
export type CatalogueRow = readonly [
  type: IssueType,
  title: Words,
  says: Words,
  meaning: Words,
  remedy: Words,
  severities?: readonly Severity[],
];

/** Spells out entries that were written short. */
export function toEntries(rows: Readonly<Record<string, CatalogueRow>>): Readonly<Record<string, CatalogueEntry>> {
  return Object.fromEntries(Object.entries(rows).map(([code, row]) => [code, toEntry(row)]));
}

function toEntry([type, title, says, meaning, remedy, severities]: CatalogueRow): CatalogueEntry {
  const words = { title: toBilingual(title), says: toBilingual(says), meaning: toBilingual(meaning), remedy: toBilingual(remedy) };
  return { type, ...words, ...(severities && { severities }) };
}

function toBilingual([id, en]: Words): Bilingual {
  return { id, en };
}
