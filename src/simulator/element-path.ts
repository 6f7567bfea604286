import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** A value found by a path, with the expression SATUSEHAT would print for it (lists with their index). */
export interface Found {
  readonly expression: string;
  readonly value: Json | undefined;
}

/**
 * Finds every value of a path such as `Encounter.location.location`; a missing step gives one entry without value.
 * A step `medication[x]` means each of its typed forms; a step `item*` also the same step inside what it finds and inside its answers.
 */
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
  if (step.endsWith('*')) return nested(parent, step.slice(0, -1));
  if (step.endsWith('[x]')) return typedForms(parent, step.slice(0, -'[x]'.length));
  const value = isJsonObject(parent.value) ? parent.value[step] : undefined;
  const expression = `${parent.expression}.${step}`;
  if (!Array.isArray(value)) return [{ expression, value }];
  if (value.length === 0) return [{ expression, value: undefined }];
  return value.map((item, index) => ({ expression: `${expression}[${String(index)}]`, value: item }));
}

function typedForms(parent: Found, stem: string): readonly Found[] {
  const given = isJsonObject(parent.value) ? Object.keys(parent.value) : [];
  const forms = given.filter((key) => key.startsWith(stem) && /^[A-Z]/.test(key.slice(stem.length)));
  if (forms.length === 0) return [{ expression: `${parent.expression}.${stem}`, value: undefined }];
  return forms.flatMap((form) => stepInto(parent, form));
}

function nested(parent: Found, step: string): readonly Found[] {
  const here = stepInto(parent, step).filter((found) => found.value !== undefined);
  const within = here.flatMap((found) => [found, ...stepInto(found, 'answer').filter((answer) => answer.value !== undefined)]);
  return [...here, ...within.flatMap((found) => nested(found, step))];
}
