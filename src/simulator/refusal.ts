import type { JsonObject } from './json.ts';

/** One reason why the simulated platform refuses something, in the shape of OperationOutcome.issue. */
export interface Refusal {
  readonly severity: 'error' | 'invalid';
  readonly code: string;
  readonly text: string;
  readonly expression?: string;
  readonly diagnostics?: string;
}

/** What the simulator answers: an HTTP status, a body, and headers of its own. */
export interface Answer {
  readonly status: number;
  readonly body: JsonObject | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The mark that stands on everything the simulator says, so that nobody takes it for the ministry's platform. */
export const simulationTag: JsonObject = { system: 'urn:titian:lingkungan', code: 'simulasi', display: 'Simulasi, bukan SATUSEHAT' };

/** Makes a refusal by a rule or by the store; the expression is left out where none is known. */
export function refusal(code: string, text: string, expression?: string): Refusal {
  return { severity: 'error', code, text, ...(expression === undefined ? {} : { expression }) };
}

/** The refusal of a write for lack of consent or of a right to it. */
export const businessRule: Refusal = refusal(
  'forbidden',
  'Operation cannot be performed due to business rules, consent or privacy rules, or access permission constraint',
);

/** Puts refusals into the OperationOutcome envelope of SATUSEHAT. */
export function toOperationOutcome(refusals: readonly Refusal[]): JsonObject {
  return { resourceType: 'OperationOutcome', meta: { tag: [simulationTag] }, text: { status: 'generated' }, issue: refusals.map(toIssue) };
}

/** Answers with an OperationOutcome of these refusals. */
export function refuse(status: number, ...refusals: readonly Refusal[]): Answer {
  return { status, body: toOperationOutcome(refusals) };
}

const gatewayFaults = {
  expired: ['Access Token expired', 'keymanagement.service.access_token_expired'],
  invalid: ['Invalid access token', 'oauth.v2.InvalidAccessToken'],
  'no-product': ['Invalid API call as no apiproduct match found', 'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound'],
} as const;

/** Answers as the gateway before the platform does when a token is missing, wrong, old, or not for this address. */
export function gatewayFault(kind: keyof typeof gatewayFaults): Answer {
  const [faultstring, errorcode] = gatewayFaults[kind];
  return { status: 401, body: { fault: { faultstring, detail: { errorcode } } } };
}

/** Answers that an id is not in the store, in the words of the FHIR store behind SATUSEHAT. */
export function notFound(type: string, id: string): Answer {
  return refuse(404, { ...refusal('no-store', 'storage_error'), diagnostics: `resource not found: ${type}/${id}` });
}

function toIssue(refused: Refusal): JsonObject {
  return {
    severity: refused.severity,
    code: refused.code,
    details: { text: refused.text },
    ...(refused.diagnostics === undefined ? {} : { diagnostics: refused.diagnostics }),
    ...(refused.expression === undefined ? {} : { expression: [refused.expression] }),
  };
}
