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
        if (next === undefined)
            return;
        if (next.step !== 'continue')
            return settleStep(parts, debt, next);
        await parts.ledger.learn(debt, next.upstream, parts.now());
        // A look that found nothing ends the doubt: the next message may be sent.
        debt = { ...debt, reconcile: false, sentHash: undefined };
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
            return parts.ledger.hold(debt, preparation, parts.now());
    }
}
/** Undefined when another worker has taken the debt over meanwhile: then nothing is sent. */
async function sendOnce(parts, of) {
    const { debt, subject, message } = of;
    const at = parts.now();
    if (message.effect && !(await parts.ledger.beginSending(debt, message, at)))
        return undefined;
    const delivery = await parts.platform.send(message, subject, AbortSignal.timeout(parts.timeoutMs));
    const now = parts.now();
    await parts.ledger.record(debt, { message, delivery, at, durationMs: now.getTime() - at.getTime() });
    return decide(delivery, { attempts: debt.attempts, now, jitter: parts.jitter() }, parts.policy);
}
async function settleStep(parts, debt, next) {
    const { ledger } = parts;
    const now = parts.now();
    switch (next.step) {
        case 'settle':
            return ledger.settle(debt, next.upstream, now);
        case 'retry':
        case 'reconcile':
            return ledger.retry(debt, next, now);
        case 'wait':
            await ledger.learn(debt, next.upstream, now);
            return ledger.wait(debt, { do: 'wait', reason: next.reason, ...(next.notBefore === undefined ? {} : { notBefore: next.notBefore }) }, now);
        case 'hold':
            await ledger.learn(debt, next.upstream, now);
            return ledger.hold(debt, next, now);
        case 'split':
        case 'park':
            return ledger.park(debt, next.issues, now);
    }
}
//# sourceMappingURL=worker.js.map