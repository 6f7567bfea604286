import type { Request } from 'express';
import type { Checked } from '../fhir/checked.ts';
import { toGiven } from '../map/given.ts';
import type { Asker } from '../report/places-asked.ts';
import { Refusal } from './refusal.ts';
import type { KeyHolder } from './require-key.ts';

/** An address whose lists stand with commas, or are said again and again: `?state=terbuka,selesai`. */
export function withLists(query: Request['query'], names: readonly string[]): Readonly<Record<string, unknown>> {
  const lists = names.flatMap((name) => {
    if (query[name] === undefined) return [];
    const texts: readonly unknown[] = [query[name]].flat();
    return [[name, texts.flatMap((text) => (typeof text === 'string' ? text.split(',') : [text]))] as const];
  });
  return { ...query, ...Object.fromEntries(lists) };
}

/** True of a flag that stands there alone (`?names`), or as yes. */
export function isSet(text: string | undefined): boolean {
  return text !== undefined && text !== 'false' && text !== '0';
}

/** Who asks, by their key. */
export function toAsker({ submitter, within }: KeyHolder): Asker {
  return { by: submitter, ...toGiven({ within }) };
}

const statuses: Readonly<Record<string, number>> = { security: 403, 'not-found': 404 };

/** The value, or a refusal that says why: 403 for who may not, 404 for what is not, else 400. */
export function unlessRefused<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Refusal(statuses[checked.issues[0]?.type ?? ''] ?? 400, checked.issues);
}
