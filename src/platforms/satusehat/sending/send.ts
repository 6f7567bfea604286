import type { AxiosInstance, AxiosResponse } from 'axios';
import { isAxiosError } from 'axios';
import type { Issue } from '../../../fhir/issue.ts';
import type { Delivery, Message } from '../../platform.ts';
import type { SubjectState } from '../../subject.ts';
import type { Answer } from '../../answer.ts';
import { readAnswer } from '../answer/read-answer.ts';
import { toKept } from '../answer/to-kept.ts';
import type { TokenAnswer, TokenSource } from './token.ts';

/** What sending goes through. */
export interface Way {
  readonly http: AxiosInstance;
  readonly tokens: TokenSource;
}

/**
 * Sends one message and sorts the answer. A lost answer to an effect is *unknown*: it may have arrived, or may still arrive.
 * A cached token that is refused is dropped and fetched anew, once. Errors of the client hold token and body, so none leaves this file.
 */
export async function sendMessage(way: Way, message: Message, subject: SubjectState, signal: AbortSignal): Promise<Delivery> {
  const first = await askOnce(way, message, signal);
  const answer = 'status' in first && first.status === 401 ? await askOnce(way, message, signal) : first;
  if (!('status' in answer)) return answer;
  if (isForeignAddress(answer)) await way.tokens.stopAll(message.credential);
  return { ...readAnswer({ message, subject, answer }), answer: { status: answer.status, body: toKept(answer.body) } };
}

async function askOnce({ http, tokens }: Way, message: Message, signal: AbortSignal): Promise<Answer | Delivery> {
  const token = await tokens.get(message.credential).catch(toTokenLost);
  if (!token.ok) {
    const network = token.outcome[0]?.code === unreachableCode ? ({ of: 'network' } as const) : {};
    return { kind: 'deferred', outcome: token.outcome, retryAfterMs: token.retryAfterMs, platformWide: true, ...network };
  }
  try {
    const answer = toAnswer(await request(http, message, { token: token.token, signal }));
    if (answer.status === 401) tokens.drop(message.credential, token.token);
    else tokens.prove(message.credential, token.token);
    return answer;
  } catch (fault) {
    if (isAxiosError(fault)) return lost(message, fault.code ?? 'network');
    throw fault;
  }
}

/** A page in place of an answer: the border of the network, not the platform, refuses, and it refuses everybody. */
function isForeignAddress({ status, body }: Answer): boolean {
  return status === 403 && typeof body === 'string';
}

/** A transaction goes to the base address itself, without a slash behind it (Postman collections). */
async function request(
  http: AxiosInstance,
  message: Message,
  by: { readonly token: string; readonly signal: AbortSignal },
): Promise<AxiosResponse<unknown>> {
  return http.request<unknown>({
    method: message.method,
    url: message.path === '/' ? '' : message.path,
    ...(message.body === undefined ? {} : { data: message.body }),
    headers: { authorization: `Bearer ${by.token}`, 'content-type': contentTypeOf(message) },
    signal: by.signal,
  });
}

/** A change of single elements is refused under any other type (`invalid_headers`; satusehat, PATCH). */
function contentTypeOf({ method }: Message): string {
  return method === 'PATCH' ? 'application/json-patch+json' : 'application/json';
}

function toAnswer(response: AxiosResponse<unknown>): Answer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) if (typeof value === 'string') headers[name.toLowerCase()] = value;
  return { status: response.status, headers, body: response.data };
}

/** Without a token nothing was sent, whatever became of the request for one. */
function toTokenLost(fault: unknown): TokenAnswer {
  if (isAxiosError(fault)) return { ok: false, outcome: [unreachable(fault.code ?? 'network')], retryAfterMs: 0 };
  throw fault;
}

/** A refused connection certainly did nothing; every other loss of an effect may have landed. */
function lost(message: Message, code: string): Delivery {
  const outcome = [unreachable(code)];
  const never = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
  return message.effect && !never
    ? { kind: 'unknown', outcome, quiet: true }
    : { kind: 'deferred', outcome, platformWide: true, of: 'network' };
}

const unreachableCode = 'satusehat-tidak-terjangkau';

function unreachable(code: string): Issue {
  return {
    severity: 'error',
    type: 'transient',
    code: unreachableCode,
    text: `SATUSEHAT tidak terjangkau (${code}). Dicoba lagi sendiri; periksa sambungan internet bila berlangsung lama.`,
    diagnostics: `SATUSEHAT could not be reached (${code}). It is tried again by itself; check the connection if it lasts.`,
  };
}
