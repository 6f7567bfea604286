import type { RequestHandler, Response } from 'express';
import type { Issue } from '../fhir/issue.ts';
import { Refusal } from './refusal.ts';

/** Who a key belongs to: its name, the puskesmas inside which its places resolve, and what else it may be used for. */
export interface KeyHolder {
  readonly submitter: string;
  readonly within?: string;
  /** Words of its scope, such as `operasi`. */
  readonly scope?: readonly string[];
}

/** Tells whose key a text is; undefined for no key of ours. */
export type KeyCheck = (key: string) => Promise<KeyHolder | undefined>;

/** Lets a request through that carries a known key in `Authorization: Bearer`, and notes its holder. */
export function requireKey(check: KeyCheck): RequestHandler {
  return async (request, response, next) => {
    const [scheme, key] = (request.headers.authorization ?? '').split(' ');
    const holder = scheme?.toLowerCase() === 'bearer' && key !== undefined ? await check(key) : undefined;
    if (holder === undefined) throw new Refusal(401, [noKey], { 'www-authenticate': 'Bearer realm="titian"' });
    response.locals['holder'] = holder;
    next();
  };
}

/** Lets a request through whose key, known by `requireKey` before, may be used for this: one of the words is enough, the first is asked for. */
export function requireScope(word: string, ...others: readonly string[]): RequestHandler {
  return (_request, response, next) => {
    if (![word, ...others].some((each) => holderOf(response).scope?.includes(each))) throw new Refusal(403, [toMissingScope(word)]);
    next();
  };
}

/** Whose key the request carries; only behind `requireKey`. */
export function holderOf(response: Response): KeyHolder {
  return response.locals['holder'] as KeyHolder;
}

/** What is said to a key that lacks a scope. */
export function toMissingScope(word: string): Issue {
  return {
    severity: 'error',
    type: 'security',
    code: 'kunci-tanpa-hak',
    text: `Kunci ini tidak mempunyai hak "${word}". Mintalah pengelola Titian membuat kunci baru: titian keys create --name NAMA --scope ${word}.`,
    diagnostics: `This key lacks the scope "${word}". Ask whoever runs Titian to make another: titian keys create --name NAME --scope ${word}.`,
  };
}

const noKey = {
  severity: 'error',
  type: 'security',
  code: 'kunci-api-ditolak',
  text: 'Permintaan ini memerlukan kunci API pada kepala Authorization: Bearer <kunci>. Kunci pertama ditampilkan sekali saat Titian pertama dijalankan; kunci baru dibuat dengan perintah titian keys create.',
  diagnostics:
    'This request needs an API key in the header Authorization: Bearer <key>. The first key was shown once at the first start; make another with titian keys create.',
} as const;
