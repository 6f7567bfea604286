import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/root.ts';
import type { JsonObject } from '../../../src/validate/json.ts';

/** One of the valid examples of our profiles. */
export function ours(name: string): JsonObject {
  return read('profiles/examples/valid', name);
}

/** One of the resources that validation is timed with. */
export function ofBench(name: string): JsonObject {
  return read('bench/validate/resources', name);
}

/** A copy with another value at one place; without a value, that place is left out. */
export function vary(resource: JsonObject, path: readonly (string | number)[], value?: unknown): JsonObject {
  return change(resource, path, value) as JsonObject;
}

function change(old: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (!Array.isArray(old)) return { ...(old as JsonObject), [key]: change((old as JsonObject | undefined)?.[key], rest, value) };
  const list: unknown[] = [...(old as readonly unknown[])];
  list[Number(key)] = change(list[Number(key)], rest, value);
  return list;
}

function read(folder: string, name: string): JsonObject {
  return JSON.parse(readFileSync(join(packageRoot, folder, `${name}.json`), 'utf8')) as JsonObject;
}
