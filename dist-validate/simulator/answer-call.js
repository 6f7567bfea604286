import { setTimeout as sleep } from 'node:timers/promises';
import { gatewayFault, refusal, refuse } from "./refusal.js";
const plainTexts = {
    500: 'Internal Server Error',
    502: 'Bad Gateway',
    503: 'no healthy upstream',
    504: 'Gateway Timeout',
};
const foreignAddress = '<!doctype html><html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1><p>simulasi</p></body></html>';
/** Makes a route of a handler: planned faults strike first, then the token is looked at, and nothing is answered before it is on the disk. */
export function fhirRoute(world, handle) {
    return answering(world, (request) => {
        const check = world.tokens.check(bearer(request), world.now().getTime());
        if (check.state !== 'valid')
            return gatewayFault(check.state);
        const url = new URL(request.originalUrl, 'http://simulasi');
        const base = `http://${request.get('host') ?? '127.0.0.1'}/fhir-r4/v1`;
        return handle({ client: check.client, base, query: url.searchParams, body: request.body, ifNoneExist: request.get('if-none-exist') }, request);
    });
}
/** Makes a route that faults can strike, without looking at a token. */
export function answering(world, handle) {
    return async (request, response) => {
        const path = request.originalUrl.split('?')[0] ?? '';
        countCall(world, request.method, path);
        const faults = world.faults.strike(request.method, path);
        for (const fault of faults)
            if (fault.kind === 'latency')
                await sleep(fault.delayMs);
        const fault = faults.find((each) => each.kind !== 'latency');
        if (fault === undefined)
            send(response, await settledAnswer(world, handle(request)));
        else
            await answerUnderFault(fault, response, () => settledAnswer(world, faultAnswer(world, fault, request) ?? handle(request)));
    };
}
async function answerUnderFault(fault, response, answer) {
    if (fault.kind === 'lost-before-commit') {
        lose(response, fault);
        return;
    }
    const whole = await answer();
    if (fault.kind === 'lost-after-commit')
        lose(response, fault);
    else
        send(response, fault.kind === 'truncated-json' ? cutShort(whole) : whole);
}
/** Holds an answer back until everything it may rest on is on the disk. */
async function settledAnswer(world, answer) {
    await world.journal.settled();
    return answer;
}
function countCall(world, method, path) {
    const name = `${method} ${path.split('/').filter(Boolean).slice(0, 3).join('/')}`;
    world.tally.set(name, (world.tally.get(name) ?? 0) + 1);
}
/** The token a request carries, if any. */
function bearer(request) {
    return /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
}
/** What a fault answers in place of the platform; nothing for those that only spoil or hold back its answer. */
function faultAnswer(world, fault, request) {
    if (fault.kind === 'status')
        return serverError(fault);
    if (fault.kind === 'too-many-requests')
        return tooManyRequests(fault);
    if (fault.kind === 'html-403')
        return { status: 403, body: foreignAddress, headers: { 'content-type': 'text/html; charset=utf-8' } };
    if (fault.kind !== 'expired-token')
        return undefined;
    world.tokens.expire(bearer(request));
    return gatewayFault('expired');
}
function serverError({ status, asOutcome }) {
    if (asOutcome)
        return refuse(status, refusal('exception', 'An unexpected internal error has occurred.'));
    return { status, body: plainTexts[status] ?? 'Gateway Timeout' };
}
function tooManyRequests({ retryAfterSeconds }) {
    const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return { status: 429, body: 'Too Many Requests', headers };
}
function lose(response, fault) {
    if (!fault.hang)
        response.socket?.destroy();
}
function cutShort(answer) {
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers };
    return { ...answer, body: text.slice(0, Math.floor(text.length / 2)), headers };
}
function send(response, { status, body, headers }) {
    const [text, type] = typeof body === 'string' ? [body, 'text/plain'] : [JSON.stringify(body), 'application/json'];
    response
        .status(status)
        .set({ 'content-type': `${type}; charset=utf-8`, ...headers })
        .send(Buffer.from(text));
}
//# sourceMappingURL=answer-call.js.map