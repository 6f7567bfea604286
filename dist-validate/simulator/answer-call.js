import { setTimeout as sleep } from 'node:timers/promises';
import { gatewayFault, refusal, refuse } from "./refusal.js";
const plainTexts = { 500: 'Internal Server Error', 502: 'Bad Gateway', 503: 'no healthy upstream', 504: 'Gateway Timeout' };
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
        const name = `${request.method} ${path.split('/').slice(1, 4).join('/')}`;
        world.tally.set(name, (world.tally.get(name) ?? 0) + 1);
        const faults = world.faults.strike(request.method, path);
        for (const fault of faults)
            if (fault.kind === 'latency')
                await sleep(fault.delayMs);
        const fault = faults.find((each) => each.kind !== 'latency');
        const early = fault === undefined ? undefined : strikeBefore(world, fault, request);
        if (early === 'lost') {
            lose(response, fault);
            return;
        }
        const answer = early ?? handle(request);
        await world.journal.settled();
        if (fault?.kind === 'lost-after-commit')
            lose(response, fault);
        else if (fault?.kind === 'truncated-json')
            send(response, answer, true);
        else
            send(response, answer, false);
    };
}
/** The token a request carries, if any. */
function bearer(request) {
    return /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
}
function strikeBefore(world, fault, request) {
    switch (fault.kind) {
        case 'status':
            return fault.asOutcome
                ? refuse(fault.status, refusal('exception', 'An unexpected internal error has occurred.'))
                : { status: fault.status, body: plainTexts[fault.status] ?? 'Gateway Timeout' };
        case 'too-many-requests':
            return {
                status: 429,
                body: 'Too Many Requests',
                ...(fault.retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(fault.retryAfterSeconds) } }),
            };
        case 'html-403':
            return { status: 403, body: foreignAddress, headers: { 'content-type': 'text/html; charset=utf-8' } };
        case 'expired-token':
            world.tokens.expire(bearer(request));
            return gatewayFault('expired');
        case 'lost-before-commit':
            return 'lost';
        case 'latency':
        case 'lost-after-commit':
        case 'truncated-json':
            return undefined;
    }
}
function lose(response, fault) {
    if (fault?.hang !== true)
        response.socket?.destroy();
}
function send(response, answer, truncated) {
    const isText = typeof answer.body === 'string';
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    response
        .status(answer.status)
        .set('content-type', isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8')
        .set({ ...answer.headers })
        .send(Buffer.from(truncated ? text.slice(0, Math.floor(text.length / 2)) : text));
}
//# sourceMappingURL=answer-call.js.map