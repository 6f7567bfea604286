import { BUNDLE_CODES } from './catalogue-bundle.ts';
import { CONFORMANCE_CODES } from './catalogue-conformance.ts';
import { DATATYPE_CODES } from './catalogue-datatype.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';
import { NARRATIVE_CODES } from './catalogue-narrative.ts';
import { REFERENCE_CODES } from './catalogue-reference.ts';

/** What rules beyond the definitions find. */
export const RULE_CODES: Readonly<Record<string, CatalogueEntry>> = {
  ...REFERENCE_CODES,
  ...BUNDLE_CODES,
  ...NARRATIVE_CODES,
  ...DATATYPE_CODES,
  ...CONFORMANCE_CODES,
};
