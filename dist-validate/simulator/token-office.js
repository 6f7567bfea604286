import { drawText } from "./random.js";
const penaltyMs = 60_000;
const badClient = 'The user or system was not able to be authenticated (either client_id or client_secret combination is unacceptable)';
const rateLimit = 'Authentication temporarily cannot be performed due to the rate limit policy. Rate limit: 1 request per minute after a failed attempt.';
/** The OAuth2 token endpoint: one failed attempt closes it for that client id for a minute. */
export class TokenOffice {
    clients;
    tokens = new Map();
    failedAtMs = new Map();
    options;
    constructor(options) {
        this.options = options;
        this.clients = new Map(options.clients.map((client) => [client.clientId, client]));
    }
    /** Answers a request for a token as staging does; numbers come as texts. */
    request(clientId, clientSecret, nowMs) {
        const failedAtMs = this.failedAtMs.get(clientId);
        if (failedAtMs !== undefined && nowMs - failedAtMs < penaltyMs)
            return refused(rateLimit);
        const client = this.clients.get(clientId);
        if (client?.clientSecret !== clientSecret) {
            this.rememberFailure(clientId, nowMs);
            return refused(badClient);
        }
        this.failedAtMs.delete(clientId);
        return { status: 200, body: this.issue(client, nowMs) };
    }
    /** Takes a token of an earlier run again. */
    restore(token, nowMs) {
        if (token.expiresAtMs > nowMs)
            this.tokens.set(token.token, token);
    }
    check(token, nowMs) {
        const issued = token === undefined ? undefined : this.tokens.get(token);
        const client = issued === undefined ? undefined : this.clients.get(issued.clientId);
        if (issued === undefined || client === undefined)
            return { state: 'invalid' };
        return issued.expiresAtMs > nowMs ? { state: 'valid', client } : { state: 'expired' };
    }
    /** Lets a token expire at once. */
    expire(token) {
        const issued = token === undefined ? undefined : this.tokens.get(token);
        if (issued !== undefined)
            this.tokens.set(issued.token, { ...issued, expiresAtMs: 0 });
    }
    get clientIds() {
        return [...this.clients.keys()];
    }
    issue(client, nowMs) {
        const token = drawText(this.options.random, 28);
        const issued = { token, clientId: client.clientId, expiresAtMs: nowMs + this.options.expiresInSeconds * 1000 };
        this.forgetOld(nowMs);
        this.tokens.set(token, issued);
        this.options.issued(issued);
        return {
            refresh_token_expires_in: '0',
            api_product_list: '[api-simulasi]',
            api_product_list_json: ['api-simulasi'],
            organization_name: 'ihs-simulasi-1',
            'developer.email': 'simulasi@titian.invalid',
            token_type: 'BearerToken',
            issued_at: String(nowMs),
            client_id: client.clientId,
            access_token: token,
            application_name: client.application,
            scope: '',
            expires_in: String(this.options.expiresInSeconds),
            refresh_count: '0',
            status: 'approved',
        };
    }
    rememberFailure(clientId, nowMs) {
        for (const [id, atMs] of this.failedAtMs)
            if (nowMs - atMs >= penaltyMs)
                this.failedAtMs.delete(id);
        if (this.failedAtMs.size < 10_000)
            this.failedAtMs.set(clientId, nowMs);
    }
    /** Expired tokens stay known for a day, to be called expired and not unknown. */
    forgetOld(nowMs) {
        if (this.tokens.size < 1000)
            return;
        for (const [token, { expiresAtMs }] of this.tokens)
            if (nowMs - expiresAtMs > 86_400_000)
                this.tokens.delete(token);
    }
}
function refused(text) {
    // `invalid` is not a severity FHIR knows, but it is what the platform prints.
    return { status: 401, body: { resourceType: 'OperationOutcome', issue: [{ severity: 'invalid', code: 'value', details: { text } }] } };
}
//# sourceMappingURL=token-office.js.map