import type { Issue } from '../fhir/issue.ts';
import { toIssue } from './messages.ts';
import type { Finding } from './messages.ts';

/** A binding, slicing or limit that could not be decided here; `reason` is a stable slug. */
export interface Undecided {
  readonly expression: string;
  readonly valueSet: string;
  readonly reason: string;
}

/** Enough for any person to act on; a hostile body must not make the answer larger than itself. */
const MOST = 1000;

/** What was found in one resource, equal things once. Beyond the limit it is said that it was cut, and only what turns a verdict is kept. */
export class FindingLog {
  readonly issues: Issue[] = [];
  readonly undecided: Undecided[] = [];
  readonly #seen = new Set<string>();
  /** The Bundle entries, or '' for anything else, that have an error. */
  readonly #failed = new Set<string>();
  #cut = false;

  /** Adds an issue, unless the very same stands at this place already. */
  add(finding: Finding): void {
    const key = `${finding.code} ${finding.path} ${finding.rule} ${finding.expected}`;
    const full = this.issues.length >= MOST;
    if (this.#seen.has(key) || (full && !this.#decides(finding))) return;
    if (!full) this.#seen.add(key);
    this.issues.push(toIssue(finding));
    if (finding.severity === 'error') this.#failed.add(toEntryPath(finding.path));
    if (this.issues.length === MOST) this.#tellCut();
  }

  /** Adds what could not be decided, unless it stands there already. */
  leave(undecided: Undecided): void {
    const key = `${undecided.reason} ${undecided.expression} ${undecided.valueSet}`;
    if (this.#seen.has(key)) return;
    if (this.undecided.length >= MOST) {
      this.#tellCut();
      return;
    }
    this.#seen.add(key);
    this.undecided.push(undecided);
  }

  /** The first error of each Bundle entry decides its verdict. */
  #decides({ severity, path }: Finding): boolean {
    return severity === 'error' && !this.#failed.has(toEntryPath(path));
  }

  #tellCut(): void {
    if (this.#cut) return;
    this.#cut = true;
    this.issues.push(toIssue({ code: 'issues-cut', severity: 'warning', path: '', rule: '', expected: String(MOST), came: undefined }));
  }
}

/** The Bundle entry a path lies in; empty outside of entries. */
function toEntryPath(path: string): string {
  return /^Bundle\.entry\[\d+\]/.exec(path)?.[0] ?? '';
}
