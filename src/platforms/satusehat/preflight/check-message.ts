import type { Issue } from '../../../fhir/issue.ts';
import type { Message } from '../../platform.ts';
import { field, list, text } from '../../answer.ts';
import type { Finding, Surroundings } from './finding.ts';
import { judgeBundle } from './judge-others.ts';
import { judgePatch } from './judge-patch.ts';
import { judgeResource } from './judge-resource.ts';
import type { RuleBook } from './rule-book.ts';
import { toIssue } from './to-issue.ts';

/** What the platform's rules say against a message: `held` keeps it here, `remarks` go with it and are kept with the attempt. */
export interface Preflight {
  readonly held: readonly Issue[];
  readonly remarks: readonly Issue[];
}

const clear: Preflight = { held: [], remarks: [] };

/** Asks SATUSEHAT's rules of what is about to leave: a transaction entry by entry, a single resource, or a JSON Patch as far as it can be told. */
export function checkMessage(message: Pick<Message, 'method' | 'path' | 'body' | 'credential'>, book: RuleBook, now: Date): Preflight {
  if (message.body === undefined || message.method === 'GET') return clear;
  const findings = judge(message, book, now);
  const isHeld = (finding: Finding): boolean =>
    book.recorded.has(finding.rule) && (finding.doubt === undefined || (finding.doubt === 'sengketa' && book.holdsDisputed));
  return {
    held: findings.filter(isHeld).map((finding) => toIssue(finding, 'error')),
    remarks: findings.filter((finding) => !isHeld(finding)).map((finding) => toIssue(finding, 'warning')),
  };
}

function judge(
  { method, path, body, credential }: Pick<Message, 'method' | 'path' | 'body' | 'credential'>,
  book: RuleBook,
  now: Date,
): readonly Finding[] {
  const entries = list(field(body, 'entry'));
  const around: Surroundings = {
    now,
    organization: credential,
    earliest: Date.parse(`${book.earliest}T00:00:00Z`),
    typeOf: toTypeOf(entries),
  };
  if (method === 'PATCH') return judgePatch({ path, operations: list(body) }, book, around);
  if (field(body, 'resourceType') !== 'Bundle') return judgeResource(body, book, around);
  return [...judgeBundle(body), ...entries.flatMap((entry, at) => judgeEntry(field(entry, 'resource'), at, { book, around }))];
}

/** Expressions of an entry begin with the Bundle, as SATUSEHAT prints them. */
function judgeEntry(
  resource: unknown,
  at: number,
  { book, around }: { readonly book: RuleBook; readonly around: Surroundings },
): readonly Finding[] {
  const type = text(field(resource, 'resourceType'));
  return judgeResource(resource, book, around).map((finding) => ({
    ...finding,
    expression: `Bundle.entry[${String(at)}].resource${finding.expression.slice(type.length)}`,
  }));
}

/** A reference counts by the type it leads to: of an entry of the same transaction, or as it names it itself. */
function toTypeOf(entries: readonly unknown[]): Surroundings['typeOf'] {
  const types = new Map(
    entries.map((entry) => [text(field(entry, 'fullUrl')).toLowerCase(), text(field(field(entry, 'resource'), 'resourceType'))]),
  );
  return (reference) => {
    if (reference.startsWith('urn:uuid:')) return types.get(reference.toLowerCase());
    return /^([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}$/.exec(reference)?.[1];
  };
}
