import { decide } from "./decide.js";
/** Steps one subject may take within one claim, e.g. look, create, look again. More would be a loop. */
const longestChain = 8;
/**
 * The way out: claims what is owed and due, lets the platform prepare a message from the current version, sends it,
 * decides upon the answer, and settles the debt, tries again, looks it up, holds it or parks it for a person.
 * Returns how many debts were looked at; zero means that nothing is due now.
 */
export async function deliverDue(parts) {
    const debts = await parts.ledger.claim(parts.now(), parts.concurrency * 4);
    const queue = [...debts];
    const lanes = Array.from({ length: Math.min(parts.concurrency, queue.length) }, async () => {
        for (let debt = queue.shift(); debt !== undefined; debt = queue.shift())
            await deliverDebt(parts, debt);
    });
    await Promise.all(lanes);
    return debts.length;
}
async function deliverDebt(parts, claimed) {
    let debt = claimed;
    for (let step = 0; step < longestChain; step += 1) {
        const subject = await parts.ledger.load(debt.subject);
        if (subject === undefined)
            return parts.ledger.settle(debt, [], parts.now());
        const upstream = await parts.ledger.upstreamOf(parts.platform.refsOf(subject));
        const preparation = parts.platform.prepare(subject, upstream, debt, parts.now());
        if (preparation.do !== 'send')
            return conclude(parts, debt, preparation);
        const next = await sendOnce(parts, { debt, subject, message: preparation.message });
        if (next.step !== 'continue')
            return settleStep(parts, debt, next);
        await parts.ledger.learn(debt, next.upstream);
        // A look that found nothing ends the doubt: the next message may be sent.
        const { sentHash: _looked, ...rest } = debt;
        debt = { ...rest, reconcile: false };
    }
    throw new Error(`A subject of kind ${claimed.subject.kind} never came to an end with ${parts.platform.name}`);
}
async function conclude(parts, debt, preparation) {
    switch (preparation.do) {
        case 'settled':
            return parts.ledger.settle(debt, [], parts.now());
        case 'wait':
            return parts.ledger.wait(debt, preparation, parts.now());
        case 'hold':
            return parts.ledger.hold(debt, preparation.reason, preparation.issues);
    }
}
async function sendOnce(parts, of) {
    const { debt, subject, message } = of;
    if (message.effect)
        await parts.ledger.beginSending(debt, message, parts.now());
    const delivery = await parts.platform.send(message, subject, AbortSignal.timeout(parts.timeoutMs));
    await parts.ledger.record(debt, message, delivery, parts.now());
    return decide(delivery, { attempts: debt.attempts, now: parts.now(), jitter: parts.jitter() }, parts.policy);
}
async function settleStep(parts, debt, next) {
    const { ledger } = parts;
    switch (next.step) {
        case 'settle':
            return ledger.settle(debt, next.upstream, parts.now());
        case 'retry':
        case 'reconcile':
            return ledger.retry(debt, next, parts.now());
        case 'wait':
            await ledger.learn(debt, next.upstream);
            return ledger.wait(debt, { do: 'wait', reason: next.reason, ...(next.notBefore === undefined ? {} : { notBefore: next.notBefore }) }, parts.now());
        case 'hold':
            await ledger.learn(debt, next.upstream);
            return ledger.hold(debt, next.reason, next.issues);
        case 'split':
        case 'park':
            return ledger.park(debt, next.issues);
    }
}
//# sourceMappingURL=worker.js.map