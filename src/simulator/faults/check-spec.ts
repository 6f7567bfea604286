import { Type, type TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { JsonObject } from '../json.ts';

/** From what to what a number may go, in the words of a teaching error. */
const number = (least: number, most = Number.MAX_SAFE_INTEGER, above = false): TSchema =>
  Type.Number({
    ...(above ? { exclusiveMinimum: least } : { minimum: least }),
    maximum: most,
    title:
      most === Number.MAX_SAFE_INTEGER
        ? `angka / a number ${above ? '>' : '>='} ${String(least)}`
        : `angka / a number ${String(least)}-${String(most)}`,
  });
const text = Type.String({ minLength: 1, title: 'teks / a text' });
const truth = Type.Boolean({ title: 'true | false' });
const oneOf = (...words: readonly string[]): TSchema =>
  Type.Union(
    words.map((word) => Type.Literal(word)),
    { title: words.join(' | ') },
  );

/** Every setting of a disturbance, whatever its kind. */
const settings: Readonly<Record<string, TSchema>> = {
  kind: text,
  times: number(0),
  probability: number(0, 1),
  seed: Type.Number({ title: 'angka / a number' }),
  delayMs: number(0, 600_000),
  status: number(300, 599),
  asOutcome: truth,
  retryAfterSeconds: number(0),
  retryAfterAs: oneOf('seconds', 'date'),
  retryAfter: truth,
  hang: truth,
  realTime: truth,
  afterSeconds: number(0),
  rule: number(0),
  text,
  expression: text,
  entry: Type.Union([number(0), text], { title: 'nomor entri atau jenis resource / the number of an entry or a resource type' }),
  form: text,
  skewSeconds: Type.Number({ title: 'angka / a number' }),
  drop: number(0),
  style: oneOf('window', 'bucket'),
  limit: number(0, undefined, true),
  windowSeconds: number(0, undefined, true),
  burst: number(0, undefined, true),
  perCredential: truth,
  match: Type.Object({}, { title: 'objek / an object {"method", "path", "client", "resource"}' }),
};
const matching: Readonly<Record<string, TSchema>> = { method: text, path: text, client: text, resource: text };

/** What is wrong with the settings of a disturbance, in words that name the setting; undefined where nothing is. */
export function findWrong(spec: JsonObject): string | undefined {
  const match = spec['match'];
  return wrongOf(spec, settings, '') ?? (typeof match === 'object' ? wrongOf(match as JsonObject, matching, 'match.') : undefined);
}

function wrongOf(given: JsonObject, known: Readonly<Record<string, TSchema>>, at: string): string | undefined {
  for (const [key, value] of Object.entries(given)) {
    const schema = Object.hasOwn(known, key) ? known[key] : undefined;
    if (value === undefined) continue;
    if (schema === undefined) return `"${at}${key}" tidak dikenal / is not known; ${Object.keys(known).join(', ')}`;
    if (!Value.Check(schema, value)) return `"${at}${key}" harus / must be: ${schema.title ?? ''}`;
  }
  return undefined;
}
