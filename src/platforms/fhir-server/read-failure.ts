import type { Issue, IssueType } from '../../fhir/issue.ts';
import type { Delivery, Message } from '../platform.ts';
import { field, list, type Answer } from '../answer.ts';
import { toElementPath } from '../element-names.ts';

/**
 * Sorts a refusal by its status. What we send is a conditional update, so a server that failed may be sent the same again; but what it may
 * still be doing is waited for, lest an older version come after a newer one.
 */
export function readFailure(message: Message, answer: Answer): Delivery {
  const { status } = answer;
  const outcome = toIssues(answer);
  if (status === 429 || status === 503) return { kind: 'deferred', outcome, platformWide: true, ...toRetryAfter(answer) };
  if (isOfServer(status)) return { kind: 'deferred', outcome, platformWide: true };
  if (status >= 500 || status === 408) return message.effect ? { kind: 'unknown', outcome, quiet: true } : { kind: 'deferred', outcome };
  // Another message changed the same resource at the same moment.
  if (status === 409) return { kind: 'deferred', outcome };
  // Refused as a whole: on a server of one's own the cause is mended there or here, and the visit goes whole.
  return { kind: 'rejected', outcome, refusedEntries: [], entries: message.refs.length };
}

/** Says nothing about what was sent: who may speak, or a page in place of the server. */
function isOfServer(status: number): boolean {
  return status < 400 || status === 401 || status === 403 || status === 407;
}

/** Longer than this no server is waited for on its word alone. */
const longestRetryAfterMs = 3_600_000;

function toRetryAfter({ headers }: Answer): { readonly retryAfterMs?: number } {
  const asked = headers['retry-after'] ?? '';
  const ms = /^\d{1,6}$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.parse(headers['date'] ?? '');
  return ms > 0 ? { retryAfterMs: Math.min(ms, longestRetryAfterMs) } : {};
}

/** The server's wording may quote names, so only its status and element paths are kept in the open. */
function toIssues({ status, body }: Answer): readonly Issue[] {
  const expressions = list(field(body, 'issue')).map((issue) => toElementPath(list(field(issue, 'expression'))[0]));
  return (expressions.length === 0 ? [undefined] : expressions).map((expression) => ({
    severity: 'error',
    type: toType(status),
    code: `fhir-server-${String(status)}`,
    text: `Server FHIR menjawab ${String(status)}${expression === undefined ? '' : ` pada ${expression}`}. Lihat halaman kode ini untuk langkah berikutnya.`,
    diagnostics: `The FHIR server answered ${String(status)}${expression === undefined ? '' : ` at ${expression}`}. See the page of this code.`,
    ...(expression === undefined ? {} : { expression }),
  }));
}

function toType(status: number): IssueType {
  if (status === 429) return 'throttled';
  if (status >= 500) return 'transient';
  return status === 401 || status === 403 ? 'security' : 'business-rule';
}

/** A success that cannot be read may have had its effect. */
export function unreadable(message: Message): Delivery {
  const outcome = [
    toLostIssue('fhir-server-jawaban-rusak', 'Jawaban server FHIR tidak terbaca.', 'The answer of the FHIR server could not be read.'),
  ];
  return message.effect ? { kind: 'unknown', outcome, quiet: true } : { kind: 'deferred', outcome };
}

/** Without an answer the message may have arrived, but where nobody was there to take it. */
export function readLoss(message: Message, code: string): Delivery {
  const outcome = [
    toLostIssue(
      'fhir-server-tidak-terjangkau',
      `Server FHIR tidak terjangkau (${code}).`,
      `The FHIR server could not be reached (${code}).`,
    ),
  ];
  const never = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code);
  return message.effect && !never ? { kind: 'unknown', outcome, quiet: true } : { kind: 'deferred', outcome, platformWide: true };
}

function toLostIssue(code: string, id: string, en: string): Issue {
  return {
    severity: 'error',
    type: 'transient',
    code,
    text: `${id} Dicoba lagi sendiri; periksa server dan sambungan bila berlangsung lama.`,
    diagnostics: `${en} It is tried again by itself; check the server and the connection if it lasts.`,
  };
}
