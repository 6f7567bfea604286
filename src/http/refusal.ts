import type { Issue } from '../fhir/issue.ts';

/** A request that cannot be served, with the answer it gets. Thrown by routes, turned into an OperationOutcome by the one handler. */
export class Refusal extends Error {
  readonly status: number;
  readonly issues: readonly Issue[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, issues: readonly Issue[], headers: Readonly<Record<string, string>> = {}) {
    super(`HTTP ${String(status)}`);
    this.status = status;
    this.issues = issues;
    this.headers = headers;
  }
}
