import type { IncomingMessage } from 'node:http';
import type { Static, TSchema } from '@sinclair/typebox';
import { Ajv, type ErrorObject } from 'ajv';
import type { Issue } from '../fhir/issue.ts';
import { isLocalDate } from '../map/days.ts';
import { readBody } from './read-body.ts';
import { Refusal } from './refusal.ts';

/** What each part of a request should have been, in both languages. */
export type Expected = Readonly<Record<string, readonly [id: string, en: string]>>;

const longestBody = 1_048_576;

/** Compiles what a request must look like. The check gives the value, or refuses it with one sentence a fault; what came is never repeated, for it may name a person. */
export function createCheck<S extends TSchema>(schema: S, expected: Expected): (value: unknown) => Static<S> {
  const check = new Ajv({ allErrors: true, formats: { tanggal: isLocalDate } }).compile<Static<S>>(schema);
  return (value) => {
    if (check(value)) return value;
    const faulty = (check.errors ?? []).map(toPart);
    throw new Refusal(
      400,
      [...new Set(faulty)].map((part) => toFault(part, expected)),
    );
  };
}

/** The part of the request a fault is about; empty for the whole, such as a part that nobody knows. */
function toPart({ instancePath, keyword, params }: ErrorObject): string {
  return keyword === 'required' ? String(params['missingProperty']) : (instancePath.split('/')[1] ?? '');
}

/** Reads a body of JSON; none counts as an empty object. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = (await readBody(request, { bodyBytes: longestBody, lineBytes: longestBody })).toString('utf8');
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, [toFault('', { '': ['objek JSON yang sah', 'a valid JSON object'] })]);
  }
}

function toFault(part: string, expected: Expected): Issue {
  const names = Object.keys(expected).filter((name) => name !== '');
  const [id, en] = expected[part] ?? [`hanya ${names.join(', ')}`, `only ${names.join(', ')}`];
  const where = part === '' ? ['Isi permintaan', 'The request'] : [`"${part}"`, `"${part}"`];
  return {
    severity: 'error',
    type: 'value',
    code: 'permintaan-tidak-sah',
    text: `${where[0] ?? ''} tidak sah: seharusnya ${id}.`,
    diagnostics: `${where[1] ?? ''} is not valid: expected ${en}.`,
  };
}
