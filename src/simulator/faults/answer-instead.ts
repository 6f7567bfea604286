import { businessRule, refuse, gatewayFault, refusal, type Answer, type Refusal } from '../refusal.ts';
import { isJsonObject, itemsOf, textAt } from '../json.ts';
import { duplicateOf } from '../duplicate-check.ts';
import type { World } from '../world.ts';
import type { Strike } from './fault-plan.ts';

const plainTexts: Readonly<Record<number, string>> = {
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'no healthy upstream',
  504: 'Gateway Timeout',
};
const html = { 'content-type': 'text/html; charset=utf-8' };
const foreignAddress =
  '<!doctype html><html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1><p>simulasi</p></body></html>';

/** The page a captive portal shows in place of everything; also where a redirect leads. */
export const captivePortal =
  '<!doctype html><html><head><title>Masuk Wi-Fi</title></head><body><h1>Silakan masuk</h1><p>simulasi</p></body></html>';

/** What is known of the request that a fault answers. */
export interface Struck {
  readonly token: string | undefined;
  readonly clientId: string;
  readonly path: string;
  readonly body: unknown;
}

type Instead = (fault: Strike, struck: Struck, world: World) => Answer;

const instead: Readonly<Partial<Record<Strike['kind'], Instead>>> = {
  status: serverError,
  'too-many-requests': (fault, _struck, world) => tooManyRequests(fault, fault.retryAfterSeconds, world),
  quota: (fault, _struck, world) => tooManyRequests(fault, fault.quota?.retryAfter === true ? fault.waitSeconds : undefined, world),
  'html-403': () => ({ status: 403, body: foreignAddress, headers: html }),
  'html-200': () => ({ status: 200, body: captivePortal, headers: html }),
  redirect: ({ status }) => ({ status, body: '', headers: { ...html, location: '/masuk-wifi' } }),
  'expired-token': (_fault, { token }, world) => {
    world.tokens.expire(token);
    return gatewayFault('expired');
  },
  'invalid-token': (fault, { token }, world) => {
    world.tokens.forget(token);
    return invalidToken(fault);
  },
  'token-refused': ({ form }, _struck, world) => world.tokens.refuse(form === 'lama' ? 'old' : 'new'),
  'token-penalty': (_fault, { clientId }, world) => world.tokens.penalise(clientId, world.now().getTime()),
  'duplicate-answer': (fault, { body, path }) => refuseEntry(fault, body, { path, refusalOf: duplicateOf }),
  'rule-refusal': (fault, { body, path }) => refuseEntry(fault, body, { path, refusalOf: (type) => byRule(fault, type) }),
  forbidden: () => refuse(403, businessRule),
};

/** What a fault answers in place of the platform; nothing for those that only spoil or hold back its answer. */
export function answerInstead(fault: Strike, struck: Struck, world: World): Answer | undefined {
  return instead[fault.kind]?.(fault, struck, world);
}

function serverError({ status, asOutcome }: Strike): Answer {
  if (asOutcome) return refuse(status, refusal('exception', 'An unexpected internal error has occurred.'));
  return { status, body: plainTexts[status] ?? 'Gateway Timeout' };
}

/** The body of a 429 is published nowhere; the text is the reason phrase of HTTP. */
function tooManyRequests({ retryAfterAs }: Strike, seconds: number | undefined, world: World): Answer {
  if (seconds === undefined) return { status: 429, body: 'Too Many Requests' };
  const whole = Math.ceil(seconds);
  const value = retryAfterAs === 'date' ? new Date(world.now().getTime() + whole * 1000).toUTCString() : String(whole);
  return { status: 429, body: 'Too Many Requests', headers: { 'retry-after': value } };
}

function invalidToken({ form }: Strike): Answer {
  if (form === 'outcome') return refuse(401, refusal('invalid-access-token', 'Invalid Access Token.'));
  return gatewayFault(form === 'produk' ? 'no-product' : 'invalid');
}

function byRule({ rule, text, expression }: Strike, type: string): Refusal {
  const words = text ?? `Element not found: ${expression ?? type} (RuleNumber: ${String(rule)})`;
  return refusal('value', words, expression ?? type);
}

interface EntryRefusal {
  readonly path: string;
  readonly refusalOf: (type: string) => Refusal;
}

/** Refuses one entry of a transaction, and those after it because of it (rule 20012); a single resource is refused itself. */
function refuseEntry({ entry = 0 }: Strike, body: unknown, { path, refusalOf }: EntryRefusal): Answer {
  if (!isJsonObject(body) || body['resourceType'] !== 'Bundle') return refuse(400, refusalOf(path.split('/')[3] ?? ''));
  const types = itemsOf(body['entry']).map((item) => textAt(item, 'resource', 'resourceType') ?? '');
  const asked = typeof entry === 'string' ? types.indexOf(entry) : entry;
  const index = Math.min(Math.max(asked, 0), types.length - 1);
  const later = types
    .slice(index + 1)
    .map((type, offset) =>
      refusal('forbidden', `Forbidden resource ${type} due to previous error (RuleNumber: 20012)`, placeOf(index + 1 + offset)),
    );
  return refuse(400, within(refusalOf(types[index] ?? ''), types[index] ?? '', index), ...later);
}

function placeOf(index: number): string {
  return `Bundle.entry[${String(index)}].resource`;
}

function within(refused: Refusal, type: string, index: number): Refusal {
  const place = placeOf(index);
  const inside = refused.expression?.startsWith(`${type}.`) === true;
  return { ...refused, expression: inside ? `${place}.${(refused.expression ?? '').slice(type.length + 1)}` : place };
}
