import { Refusal } from "./refusal.js";
/** Lets a request through that carries a known key in `Authorization: Bearer`, and notes its holder. */
export function requireKey(check) {
    return async (request, response, next) => {
        const [scheme, key] = (request.headers.authorization ?? '').split(' ');
        const holder = scheme?.toLowerCase() === 'bearer' && key !== undefined ? await check(key) : undefined;
        if (holder === undefined)
            throw new Refusal(401, [noKey], { 'www-authenticate': 'Bearer realm="titian"' });
        response.locals['holder'] = holder;
        next();
    };
}
const noKey = {
    severity: 'error',
    type: 'security',
    code: 'kunci-api-ditolak',
    text: 'Permintaan ini memerlukan kunci API pada kepala Authorization: Bearer <kunci>. Kunci pertama ditampilkan sekali saat Titian pertama dijalankan; kunci baru dibuat dengan perintah titian keys create.',
    diagnostics: 'This request needs an API key in the header Authorization: Bearer <key>. The first key was shown once at the first start; make another with titian keys create.',
};
//# sourceMappingURL=require-key.js.map