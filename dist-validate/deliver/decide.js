/** What becomes of a debt after an answer: by codes, never by texts. Pure, so that the whole policy is a table of tests. */
export function decide(delivery, tries, policy) {
    switch (delivery.kind) {
        case 'accepted':
            return afterAccepted(delivery);
        case 'rejected':
            return afterRejected(delivery);
        case 'unknown':
            return { step: 'reconcile', notBefore: later(tries.now, delivery.quiet ? policy.quietMs : 0), issues: delivery.outcome };
        case 'deferred': {
            if (tries.attempts + 1 >= policy.maxAttempts)
                return { step: 'park', issues: delivery.outcome };
            return {
                step: 'retry',
                notBefore: later(tries.now, Math.max(delivery.retryAfterMs ?? 0, waitMs(tries, policy))),
                issues: delivery.outcome,
            };
        }
    }
}
function afterAccepted(delivery) {
    const { then, upstream } = delivery;
    switch (then.do) {
        case 'settle':
        case 'continue':
            return { step: then.do, upstream };
        case 'wait':
            return { step: 'wait', reason: then.reason, notBefore: then.notBefore, upstream };
        case 'hold':
            return { step: 'hold', reason: then.reason, issues: then.issues, upstream };
    }
}
/** Only where the platform named the refused entries, and not the first (all others hang on it), the rest may go alone. */
function afterRejected(delivery) {
    const { refusedEntries, entries, outcome } = delivery;
    const some = refusedEntries.length > 0 && refusedEntries.length < entries && !refusedEntries.includes(0);
    return some ? { step: 'split', refused: refusedEntries, issues: outcome } : { step: 'park', issues: outcome };
}
/** Doubling waits with up to half of jitter, so that many debts do not return together. */
function waitMs(tries, policy) {
    const doubled = Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** Math.min(tries.attempts, 30));
    return Math.round(doubled * (0.5 + tries.jitter / 2));
}
function later(now, ms) {
    return new Date(now.getTime() + ms);
}
//# sourceMappingURL=decide.js.map