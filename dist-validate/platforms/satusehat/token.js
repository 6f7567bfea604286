import { field, text } from "./answer.js";
const renewBeforeMs = 60_000;
/** One request a minute after a failed attempt (SATUSEHAT, authentication page): asking sooner only prolongs it. */
const pauseAfterRefusalMs = 61_000;
/**
 * Holds one token a credential, shared by everything in flight, renewed 60 s before it ends.
 * The platform's `expires_in` rules, which is a string and differs between environments.
 */
export function createTokenSource(http, tokenUrl, options) {
    const held = new Map();
    const asking = new Map();
    const refusedUntil = new Map();
    async function ask(organization) {
        const credential = options.credentials.get(organization);
        if (credential === undefined)
            return { ok: false, outcome: [noCredential()], retryAfterMs: pauseAfterRefusalMs };
        const body = new URLSearchParams({ client_id: credential.clientId, client_secret: credential.clientSecret }).toString();
        const answer = await http.post(tokenUrl, body, {
            params: { grant_type: 'client_credentials' },
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
        });
        const token = text(field(answer.data, 'access_token'));
        if (answer.status !== 200 || token === '') {
            refusedUntil.set(organization, options.now() + pauseAfterRefusalMs);
            return { ok: false, outcome: [refused(answer.status)], retryAfterMs: pauseAfterRefusalMs };
        }
        const seconds = Number(field(answer.data, 'expires_in'));
        held.set(organization, { token, until: options.now() + (Number.isFinite(seconds) ? seconds * 1000 : 0) - renewBeforeMs });
        return { ok: true, token };
    }
    return {
        get(organization) {
            const known = held.get(organization);
            if (known !== undefined && known.until > options.now())
                return Promise.resolve({ ok: true, token: known.token });
            const wait = (refusedUntil.get(organization) ?? 0) - options.now();
            if (wait > 0)
                return Promise.resolve({ ok: false, outcome: [refused(401)], retryAfterMs: wait });
            const running = asking.get(organization) ?? ask(organization).finally(() => asking.delete(organization));
            asking.set(organization, running);
            return running;
        },
        drop(organization, token) {
            if (held.get(organization)?.token === token)
                held.delete(organization);
        },
    };
}
function refused(status) {
    return {
        severity: 'error',
        type: 'security',
        code: 'satusehat-token-ditolak',
        text: 'SATUSEHAT menolak client id atau client secret puskesmas ini. Periksa kredensial; permintaan berikutnya menunggu satu menit.',
        diagnostics: `SATUSEHAT refused the client credentials (${String(status)}). Check them; the next request waits a minute.`,
    };
}
function noCredential() {
    return {
        severity: 'error',
        type: 'security',
        code: 'satusehat-kredensial-belum-ada',
        text: 'Kredensial SATUSEHAT untuk organisasi puskesmas ini belum diisi. Isi client id dan client secret yang diterima puskesmas.',
        diagnostics: 'No SATUSEHAT credentials are held for the Organization of this puskesmas. Enter the client id and secret it received.',
    };
}
//# sourceMappingURL=token.js.map