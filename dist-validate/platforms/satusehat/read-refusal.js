import { field, list, text } from "./answer.js";
const duplicateRule = '20002';
const follower = new Set(['20012', '20013']);
/**
 * Sorts a refusal of SATUSEHAT into the four words, by status and rule number, never by wording.
 * All envelopes are accepted: OperationOutcome, Apigee fault, `{ErrorCode}`, FastAPI, plain text, HTML.
 */
export function readRefusal(answer, message) {
    const outcome = toIssues(answer);
    if (answer.status === 401)
        return { kind: 'deferred', outcome };
    if (answer.status === 403 && typeof answer.body === 'string')
        return { kind: 'deferred', outcome, retryAfterMs: 600_000 };
    if (answer.status === 429)
        return { kind: 'deferred', outcome, ...toRetryAfter(answer) };
    if (answer.status >= 500)
        return message.effect ? { kind: 'unknown', outcome, quiet: true } : { kind: 'deferred', outcome };
    if (isDuplicate(answer))
        return { kind: 'unknown', outcome, quiet: false };
    return { kind: 'rejected', outcome, refusedEntries: refusedEntriesOf(answer), entries: message.refs.length };
}
/** A duplicate says that the resource is certainly there (rule 20002, or the older issue code). */
function isDuplicate(answer) {
    const issues = list(field(answer.body, 'issue'));
    return issues.length > 0 && issues.some((issue) => field(issue, 'code') === 'duplicate' || ruleNumberOf(issue) === duplicateRule);
}
/** Rule numbers are written in three ways; the pattern accepts them all. */
export function ruleNumberOf(issue) {
    const said = `${text(field(field(issue, 'details'), 'text'))} ${text(field(issue, 'diagnostics'))}`;
    return /Rule\s?(?:Number)?:?\s*(\d{5})/i.exec(said)?.[1];
}
function refusedEntriesOf(answer) {
    const refused = list(field(answer.body, 'issue'))
        .filter((issue) => !follower.has(ruleNumberOf(issue) ?? ''))
        .flatMap((issue) => list(field(issue, 'expression')))
        .map((expression) => /entry\[(\d+)\]/.exec(text(expression))?.[1])
        .filter((index) => index !== undefined)
        .map(Number);
    return [...new Set(refused)].sort((a, b) => a - b);
}
function toRetryAfter(answer) {
    const seconds = Number(answer.headers['retry-after']);
    return Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1000 } : {};
}
/**
 * What a refusal says, as issues of ours. The platform's wording may quote names and numbers, so only its code,
 * rule number and element path are kept in the open; the whole answer is kept sealed with the attempt.
 */
export function toIssues(answer) {
    const issues = list(field(answer.body, 'issue'));
    if (issues.length === 0)
        return [toIssue(answer.status, undefined)];
    return issues.map((issue) => toIssue(answer.status, issue));
}
function toIssue(status, issue) {
    const rule = ruleNumberOf(issue);
    const expression = text(list(field(issue, 'expression'))[0]);
    const where = expression === '' ? '' : ` pada ${expression}`;
    const number = rule === undefined ? '' : `, aturan ${rule}`;
    return {
        severity: 'error',
        type: status === 429 ? 'throttled' : status >= 500 ? 'transient' : status === 401 || status === 403 ? 'security' : 'business-rule',
        code: rule === undefined ? `satusehat-${String(status)}` : `satusehat-${rule}`,
        text: `SATUSEHAT menjawab ${String(status)}${number}${where}. Lihat halaman kode ini untuk langkah berikutnya.`,
        diagnostics: `SATUSEHAT answered ${String(status)}${rule === undefined ? '' : `, rule ${rule}`}${expression === '' ? '' : ` at ${expression}`}. See the page of this code.`,
        ...(expression === '' ? {} : { expression }),
        ...(rule === undefined ? {} : { rule }),
    };
}
//# sourceMappingURL=read-refusal.js.map