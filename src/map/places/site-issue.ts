import type { Issue, Severity } from '../../fhir/issue.ts';

/** Where in the three files of a site something stands. */
export interface SiteCell {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
}

/** Says what was found in a site's file and what to do, Indonesian and English; the sentences begin in lower case. */
export function toSiteIssue(where: SiteCell, id: string, en: string, severity: Severity = 'error'): Issue {
  const { file, line, column } = where;
  const at = column === undefined ? '' : `, kolom ${column}`;
  const inColumn = column === undefined ? '' : `, column ${column}`;
  return {
    severity,
    type: 'value',
    code: 'jejaring-tidak-sah',
    text: `${file} baris ${line}${at}: ${id}`,
    diagnostics: `${file} line ${line}${inColumn}: ${en}`,
    ...(column === undefined ? {} : { cell: column }),
  };
}
