import { isObject } from './json.ts';

/** The code inside a bound value, for the message: of a concept the first coding's. */
export function toCode(value: unknown): unknown {
  if (!isObject(value)) return value;
  const first: unknown = Array.isArray(value['coding']) ? value['coding'][0] : value;
  return isObject(first) ? first['code'] : undefined;
}
