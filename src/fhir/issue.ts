/** How grave an issue is, in FHIR's words (OperationOutcome.issue.severity). */
export type Severity = 'fatal' | 'error' | 'warning' | 'information';

/** The FHIR issue types this gateway uses (a subset of OperationOutcome.issue.code). */
export type IssueType =
  | 'structure'
  | 'required'
  | 'value'
  | 'invariant'
  | 'code-invalid'
  | 'not-found'
  | 'not-supported'
  | 'duplicate'
  | 'business-rule'
  | 'conflict'
  | 'incomplete'
  | 'security'
  | 'processing'
  | 'too-long'
  | 'timeout'
  | 'transient'
  | 'throttled'
  | 'informational';

/**
 * One thing that was found, shaped as OperationOutcome.issue with the local cell added.
 * `text` is Indonesian and ends with what to do, `diagnostics` is the same in English.
 * `code` is ours (D01..D30 of the dirty-data catalogue, or a slug) and has a page under docs/errors.
 */
export interface Issue {
  readonly severity: Severity;
  readonly type: IssueType;
  readonly code: string;
  readonly text: string;
  readonly diagnostics: string;
  /** Where in the source: the column as the sender wrote it, e.g. `NIK` or `bb_bumil`; absent for a whole row or file. */
  readonly cell?: string;
  /** Where in a FHIR resource: a FHIRPath with indexes. */
  readonly expression?: string;
  /** The rule behind it: a constraint key, a profile's canonical, or a platform's rule number. */
  readonly rule?: string;
}

/** True when an issue holds its subject back; warnings and information do not. */
export function isBlocking(issue: Issue): boolean {
  return issue.severity === 'fatal' || issue.severity === 'error';
}
