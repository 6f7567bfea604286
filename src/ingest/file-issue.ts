import type { Issue, IssueType, Severity } from '../fhir/issue.ts';

/** What was wrong with a file or a line of it, in both languages. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly text: string;
  readonly diagnostics: string;
  readonly type?: IssueType;
}

/** Shapes a finding about bytes, lines or columns as an issue; a cell's text is never quoted in it. */
export function toFileIssue(finding: Finding): Issue {
  const type = finding.type ?? (finding.severity === 'information' ? 'informational' : 'structure');
  return { severity: finding.severity, type, code: finding.code, text: finding.text, diagnostics: finding.diagnostics };
}
