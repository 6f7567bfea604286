import { holdReasons } from "./hold-reasons.js";
/** A message that a person must release, with the reason in words. */
export function toHold(reason) {
    return { do: 'hold', reason, issues: [toReasonIssue(reason)] };
}
/** An answer from which nothing may be adopted before a person has looked. */
export function toHeld(reason) {
    return { kind: 'accepted', upstream: [], then: toHold(reason) };
}
function toReasonIssue(reason) {
    const page = holdReasons[reason];
    return {
        severity: 'warning',
        type: 'business-rule',
        code: reason,
        text: `${page.id} ${page.remedyId}`,
        diagnostics: `${page.en} ${page.remedyEn}`,
    };
}
//# sourceMappingURL=hold.js.map