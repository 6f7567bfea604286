import type { Delivery, Message } from '../../platform.ts';
import { isPage } from './answer.ts';
import type { Answer } from '../../answer.ts';
import { entryOf, isFollower, refusedEntriesOf } from './refused-entries.ts';
import { readRetryAfter } from './retry-after.ts';
import { readEnvelope, type Envelope, type Said } from './said.ts';
import { toIssues } from './to-issues.ts';

export { ruleNumberOf } from './said.ts';

const duplicateRule = '20002';
/** Somebody has to change the network; asking again at once tells nothing. */
const foreignAddressWaitMs = 600_000;

/**
 * Sorts a refusal of SATUSEHAT into the four words, by status and rule number; by wording only what `known-texts.ts` lists, where nothing else is given.
 * All envelopes are accepted: OperationOutcome, Apigee fault, `{ErrorCode}`, the Patient service's list, FastAPI, plain text, HTML.
 */
export function readRefusal(answer: Answer, message: Message): Delivery {
  const envelope = readEnvelope(answer);
  const { status, said } = envelope;
  const outcome = toIssues(envelope, message);
  if (!isOfHttp(status)) return afterFailure(answer, message, { outcome, wide: true });
  if (isOfPlatform(answer, envelope)) {
    const quota = status === 429 ? ({ of: 'quota' } as const) : {};
    return { kind: 'deferred', outcome, platformWide: true, ...quota, ...toRetryAfter(answer, status) };
  }
  if (isFailure(status)) return afterFailure(answer, message, { outcome, wide: status !== 500 });
  if (isConflict(status)) return afterFailure(answer, message, { outcome, wide: false });
  if (message.effect && isDuplicate(said, message)) return { kind: 'unknown', outcome, quiet: false };
  return { kind: 'rejected', outcome, refusedEntries: refusedEntriesOf(said, message), entries: message.refs.length };
}

/** What no server may send as its last word says nothing of what became of the message; 303 and 304 answer something that was done. */
function isOfHttp(status: number): boolean {
  return Number.isInteger(status) && status >= 300 && status <= 599 && status !== 303 && status !== 304;
}

/** A question that took too long, and failures of the server or of what stands before it. */
function isFailure(status: number): boolean {
  return status >= 500 || status === 408;
}

/** Two writes met, something stands in the way, or what is there is not what we believed (RFC 9110; field report of 2026-08-01 for 412): look first. */
function isConflict(status: number): boolean {
  return status === 409 || status === 412 || status === 423;
}

/**
 * Says that nothing of the message was looked at: a refused token, too many calls, a proxy or the border answering with a redirect or a page.
 * 511 is a network that wants a person to sign in (RFC 6585).
 */
function isOfPlatform(answer: Answer, { status }: Envelope): boolean {
  return status < 400 || ofPlatform.has(status) || isForeignWord(answer, status);
}

const ofPlatform: ReadonlySet<number> = new Set([401, 407, 425, 429, 511]);

/** SATUSEHAT refuses in JSON: a page, or a 403 or 404 in plain text or without a word, comes from before it. A page about its size is about the message. */
function isForeignWord(answer: Answer, status: number): boolean {
  if (isFailure(status) || ofMessage.has(status)) return false;
  return isPage(answer) || (ofBorder.has(status) && (typeof answer.body !== 'object' || answer.body === null));
}

const ofMessage: ReadonlySet<number> = new Set([413, 414]);
const ofBorder: ReadonlySet<number> = new Set([403, 404]);

/** A failing server may have stored what it was sent. A question leaves nothing in doubt; only 500 may be the fault of what was asked. */
function afterFailure(
  answer: Answer,
  { effect }: Message,
  { outcome, wide }: { readonly outcome: ReturnType<typeof toIssues>; readonly wide: boolean },
): Delivery {
  if (effect) return { kind: 'unknown', outcome, quiet: true };
  const retryAfterMs = readRetryAfter(answer);
  const asked = retryAfterMs === undefined ? {} : { retryAfterMs };
  return { kind: 'deferred', outcome, ...asked, ...(wide ? { platformWide: true } : {}) };
}

/**
 * A duplicate says that the resource is certainly there (rule 20002, or the older issue code). Of a transaction only its first entry is looked up;
 * a part that is there under our number without its visit is left out like any refused part.
 */
function isDuplicate(said: readonly Said[], message: Message): boolean {
  const duplicates = said.filter(({ rule, meaning }) => rule === duplicateRule || meaning === 'duplikat');
  return duplicates.some((one) => !isFollower(one) && (entryOf(one, message) ?? 0) === 0);
}

function toRetryAfter(answer: Answer, status: number): { readonly retryAfterMs?: number } {
  if (status !== 429 && status !== 401) return { retryAfterMs: foreignAddressWaitMs };
  const retryAfterMs = readRetryAfter(answer);
  return retryAfterMs === undefined ? {} : { retryAfterMs };
}
