import type { Issue } from '../../fhir/issue.ts';
import { isBlocking } from '../../fhir/issue.ts';
import type { MappedRow } from '../mapped-row.ts';
import { toStatus } from '../rows/map-record.ts';

/**
 * Gives the first of several rows that were cut out of one line the verdict of the whole line: what is wrong with any of them is said there,
 * once. A part that is held back does not hold back the others.
 */
export function toLineVerdict(rows: readonly MappedRow[]): readonly MappedRow[] {
  const [main, ...parts] = rows;
  if (main === undefined || parts.length === 0) return rows;
  const known = new Set(main.issues.map(toKey));
  const further = parts.flatMap(({ issues }) => issues).filter((issue) => !known.has(toKey(issue)) && known.add(toKey(issue)));
  const issues = [...main.issues, ...further.map(toWarning)];
  return [{ ...main, issues, status: main.status === 'quarantined' ? main.status : toStatus(issues) }, ...parts];
}

function toKey({ code, cell, text }: Issue): string {
  return `${code}|${cell ?? ''}|${text}`;
}

function toWarning(issue: Issue): Issue {
  return isBlocking(issue) ? { ...issue, severity: 'warning' } : issue;
}
