import { holdReasons } from "./hold-reasons.js";
/** The issue that tells a person why a message is held or waits, and what to do. Unknown reasons are a bug. */
export function toReasonIssue(reason) {
    const page = holdReasons[reason];
    return {
        severity: 'warning',
        type: 'business-rule',
        code: reason,
        text: `${page.id} ${page.remedyId}`,
        diagnostics: `${page.en} ${page.remedyEn}`,
    };
}
/** A message that a person must release, with the reason in words. */
export function toHold(reason) {
    return { do: 'hold', reason, issues: [toReasonIssue(reason)] };
}
//# sourceMappingURL=hold.js.map