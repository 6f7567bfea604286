import type { Issue, IssueType } from '../../../fhir/issue.ts';
import type { Delivery, Message } from '../../platform.ts';
import { field, list, text, type Answer } from './answer.ts';

const duplicateRule = '20002';
const follower: ReadonlySet<string> = new Set(['20012', '20013']);
/** Somebody has to change the network; asking again at once tells nothing. */
const foreignAddressWaitMs = 600_000;

/**
 * Sorts a refusal of SATUSEHAT into the four words, by status and rule number, never by wording.
 * All envelopes are accepted: OperationOutcome, Apigee fault, `{ErrorCode}`, FastAPI, plain text, HTML.
 */
export function readRefusal(answer: Answer, message: Message): Delivery {
  const outcome = toIssues(answer);
  const { status } = answer;
  if (status >= 500 || status === 408) return afterFailure(status, message, outcome);
  if (isOfPlatform(answer)) return { kind: 'deferred', outcome, platformWide: true, ...toRetryAfter(answer) };
  if (isDuplicate(answer)) return { kind: 'unknown', outcome, quiet: false };
  return { kind: 'rejected', outcome, refusedEntries: refusedEntriesOf(answer), entries: message.refs.length };
}

/** Says nothing about what was sent: a refused token, too many calls, or a proxy or the border answering with a redirect or a page. */
function isOfPlatform({ status, body }: Answer): boolean {
  return status < 400 || status === 401 || status === 429 || (status === 403 && typeof body === 'string');
}

/** A failing server may have stored what it was sent. A question leaves nothing in doubt; only 500 may be the fault of what was asked. */
function afterFailure(status: number, message: Message, outcome: readonly Issue[]): Delivery {
  if (message.effect) return { kind: 'unknown', outcome, quiet: true };
  return status === 500 ? { kind: 'deferred', outcome } : { kind: 'deferred', outcome, platformWide: true };
}

/** A duplicate says that the resource is certainly there (rule 20002, or the older issue code). */
function isDuplicate(answer: Answer): boolean {
  return list(field(answer.body, 'issue')).some((issue) => field(issue, 'code') === 'duplicate' || ruleNumberOf(issue) === duplicateRule);
}

/** Rule numbers are written in three ways; the pattern accepts them all. */
export function ruleNumberOf(issue: unknown): string | undefined {
  const said = `${text(field(field(issue, 'details'), 'text'))} ${text(field(issue, 'diagnostics'))}`;
  return /Rule\s?(?:Number)?:?\s*(\d{5})(?!\d)/i.exec(said)?.[1];
}

function refusedEntriesOf(answer: Answer): readonly number[] {
  const refused = list(field(answer.body, 'issue'))
    .filter((issue) => !follower.has(ruleNumberOf(issue) ?? ''))
    .flatMap((issue) => list(field(issue, 'expression')))
    .map((expression) => /entry\[(\d+)\]/.exec(text(expression))?.[1])
    .filter((index) => index !== undefined)
    .map(Number);
  return [...new Set(refused)].sort((a, b) => a - b);
}

/** Seconds, or a date, which is counted from the platform's own clock (RFC 9110, 10.2.3). */
function toRetryAfter(answer: Answer): { readonly retryAfterMs?: number } {
  const asked = answer.headers['retry-after'] ?? '';
  if (answer.status !== 429 && answer.status !== 401) return { retryAfterMs: foreignAddressWaitMs };
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.parse(answer.headers['date'] ?? '');
  return ms > 0 ? { retryAfterMs: ms } : {};
}

/**
 * What a refusal says, as issues of ours. The platform's wording may quote names and numbers, so only its status,
 * rule number and element path are kept in the open; the whole answer is kept sealed with the attempt.
 */
function toIssues(answer: Answer): readonly Issue[] {
  const issues = list(field(answer.body, 'issue'));
  return issues.length === 0 ? [toIssue(answer.status, undefined)] : issues.map((issue) => toIssue(answer.status, issue));
}

function toIssue(status: number, issue: unknown): Issue {
  const rule = ruleNumberOf(issue);
  const expression = toElementPath(list(field(issue, 'expression'))[0]);
  const at = expression === undefined ? '' : ` pada ${expression}`;
  const atInEnglish = expression === undefined ? '' : ` at ${expression}`;
  const said = String(status);
  return {
    severity: 'error',
    type: toType(status),
    code: rule === undefined ? `satusehat-${said}` : `satusehat-${rule}`,
    text: `SATUSEHAT menjawab ${said}${rule === undefined ? '' : `, aturan ${rule}`}${at}. Lihat halaman kode ini untuk langkah berikutnya.`,
    diagnostics: `SATUSEHAT answered ${said}${rule === undefined ? '' : `, rule ${rule}`}${atInEnglish}. See the page of this code.`,
    ...(expression === undefined ? {} : { expression }),
    ...(rule === undefined ? {} : { rule }),
  };
}

/** A path of elements and indexes and nothing else: whatever looks otherwise may carry a value of the person. */
function toElementPath(expression: unknown): string | undefined {
  return typeof expression === 'string' && /^[A-Za-z]+(?:\[\d{1,4}\])?(?:\.[A-Za-z]+(?:\[\d{1,4}\])?)*$/.test(expression)
    ? expression
    : undefined;
}

function toType(status: number): IssueType {
  if (status === 429) return 'throttled';
  if (status >= 500) return 'transient';
  return status === 401 || status === 403 ? 'security' : 'business-rule';
}
