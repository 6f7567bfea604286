/** The mark that stands on everything the simulator says, so that nobody takes it for the ministry's platform. */
export const simulationTag = { system: 'urn:titian:lingkungan', code: 'simulasi', display: 'Simulasi, bukan SATUSEHAT' };
/** Makes a refusal by a rule or by the store; the expression is left out where none is known. */
export function refusal(code, text, expression) {
    return { severity: 'error', code, text, ...(expression === undefined ? {} : { expression }) };
}
/** Puts refusals into the OperationOutcome envelope of SATUSEHAT. */
export function toOperationOutcome(refusals) {
    return { resourceType: 'OperationOutcome', meta: { tag: [simulationTag] }, text: { status: 'generated' }, issue: refusals.map(toIssue) };
}
/** Answers with an OperationOutcome of these refusals. */
export function refuse(status, ...refusals) {
    return { status, body: toOperationOutcome(refusals) };
}
/** Answers as the gateway before the platform does when a token is missing, wrong or old. */
export function gatewayFault(kind) {
    const [faultstring, errorcode] = kind === 'expired'
        ? ['Access Token expired', 'keymanagement.service.access_token_expired']
        : ['Invalid access token', 'oauth.v2.InvalidAccessToken'];
    return { status: 401, body: { fault: { faultstring, detail: { errorcode } } } };
}
/** Answers that an id is not in the store, in the words of the FHIR store behind SATUSEHAT. */
export function notFound(type, id) {
    return refuse(404, { ...refusal('no-store', 'storage_error'), diagnostics: `resource not found: ${type}/${id}` });
}
function toIssue(refused) {
    return {
        severity: refused.severity,
        code: refused.code,
        details: { text: refused.text },
        ...(refused.diagnostics === undefined ? {} : { diagnostics: refused.diagnostics }),
        ...(refused.expression === undefined ? {} : { expression: [refused.expression] }),
    };
}
//# sourceMappingURL=refusal.js.map