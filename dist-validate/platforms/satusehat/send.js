import { isAxiosError } from 'axios';
import { readAnswer } from "./read-answer.js";
/** Sends one message and sorts the answer. A lost answer to an effect is *unknown*: it may have arrived, or may still arrive. */
export async function sendMessage(via, message, subject, signal) {
    try {
        return await attempt(via, { message, subject, signal, again: true });
    }
    catch (cause) {
        if (isAxiosError(cause))
            return lost(message, cause.code ?? 'network');
        throw cause;
    }
}
async function attempt(via, of) {
    const { message, subject, signal } = of;
    const token = await via.tokens.get(message.credential);
    if (!token.ok)
        return { kind: 'deferred', outcome: token.outcome, retryAfterMs: token.retryAfterMs };
    const response = await via.http.request({
        method: message.method,
        url: message.path,
        ...(message.body === undefined ? {} : { data: message.body }),
        headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
        signal,
    });
    if (response.status === 401) {
        via.tokens.drop(message.credential, token.token);
        if (of.again)
            return attempt(via, { ...of, again: false });
    }
    return readAnswer(message, subject, toAnswer(response));
}
function toAnswer(response) {
    const headers = {};
    for (const [name, value] of Object.entries(response.headers))
        if (typeof value === 'string')
            headers[name.toLowerCase()] = value;
    return { status: response.status, headers, body: response.data };
}
/** A refused connection certainly did nothing; every other loss of an effect may have landed. */
function lost(message, code) {
    const outcome = [
        {
            severity: 'error',
            type: 'transient',
            code: 'satusehat-tidak-terjangkau',
            text: `SATUSEHAT tidak terjangkau (${code}). Dicoba lagi sendiri; periksa sambungan internet bila berlangsung lama.`,
            diagnostics: `SATUSEHAT could not be reached (${code}). It is tried again by itself; check the connection if it lasts.`,
        },
    ];
    const never = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
    return message.effect && !never ? { kind: 'unknown', outcome, quiet: true } : { kind: 'deferred', outcome };
}
//# sourceMappingURL=send.js.map