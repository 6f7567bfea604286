import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** A value found by a path, with the expression SATUSEHAT would print for it (lists with their index). */
export interface Found {
  readonly expression: string;
  readonly value: Json | undefined;
}

/** Finds every value of a path such as `Encounter.location.location`; a missing step gives one entry without value. */
export function elementsAt(resource: JsonObject, path: string): readonly Found[] {
  const [type = '', ...steps] = path.split('.');
  let found: readonly Found[] = [{ expression: type, value: resource }];
  for (const step of steps) found = found.flatMap((parent) => stepInto(parent, step));
  return found;
}

/** Finds only the values that are there. */
export function presentAt(resource: JsonObject, path: string): readonly Found[] {
  return elementsAt(resource, path).filter((found) => found.value !== undefined);
}

function stepInto(parent: Found, step: string): readonly Found[] {
  const value = isJsonObject(parent.value) ? parent.value[step] : undefined;
  const expression = `${parent.expression}.${step}`;
  if (!Array.isArray(value)) return [{ expression, value }];
  if (value.length === 0) return [{ expression, value: undefined }];
  return value.map((item, index) => ({ expression: `${expression}[${String(index)}]`, value: item }));
}
