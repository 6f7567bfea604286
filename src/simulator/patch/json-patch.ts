import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** One operation of a JSON Patch (RFC 6902). */
export interface Operation {
  readonly op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
  /** A JSON Pointer (RFC 6901). */
  readonly path: string;
  readonly from?: string;
  readonly value?: Json;
}

/** A patch that cannot be read or does not fit the document; nothing of it is applied then. */
export class PatchError extends Error {
  override readonly name = 'PatchError';
}

const operations = ['add', 'remove', 'replace', 'move', 'copy', 'test'] as const;

/** Reads a patch from a body; throws PatchError with the number of the first operation that is none. */
export function readPatch(body: unknown): readonly Operation[] {
  if (!Array.isArray(body) || body.length === 0) throw new PatchError('a list of operations was expected');
  return body.map((item: unknown, index) => readOperation(item, index));
}

/** Applies operations one after the other; throws PatchError at the first that fails, and the document stays as it was. */
export function applyPatch(document: Json, patch: readonly Operation[]): Json {
  return patch.reduce<Json>((value, operation, index) => {
    try {
      return applyOne(value, operation);
    } catch (error) {
      if (error instanceof PatchError) throw new PatchError(`operation ${String(index)} (${operation.op}): ${error.message}`);
      throw error;
    }
  }, document);
}

/** Answers whether two JSON values are equal; the order of keys does not count. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameJson(item, other[index]));
  if (isJsonObject(one) && isJsonObject(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => sameJson(own(one, key), own(other, key)));
  }
  return one === other;
}

function readOperation(item: unknown, index: number): Operation {
  const at = `operation ${String(index)}`;
  if (!isJsonObject(item)) throw new PatchError(`${at} is no object`);
  const op = operations.find((each) => each === item['op']);
  if (op === undefined) throw new PatchError(`${at} has no known "op"`);
  const path = readPointer(item, 'path', at);
  if (op === 'move' || op === 'copy') return { op, path, from: readPointer(item, 'from', at) };
  const value = item['value'];
  if (op !== 'remove' && value === undefined) throw new PatchError(`${at} has no "value"`);
  return { op, path, ...(value === undefined ? {} : { value }) };
}

function readPointer(item: JsonObject, key: string, at: string): string {
  const text = item[key];
  if (typeof text === 'string' && (text === '' || text.startsWith('/'))) return text;
  throw new PatchError(`${at} has no "${key}"`);
}

function applyOne(document: Json, { op, path, from = '', value = null }: Operation): Json {
  if (op === 'move' && path.startsWith(`${from}/`)) throw new PatchError('a value cannot move into itself');
  return effects[op](document, { steps: toSteps(path), from: toSteps(from), value });
}

interface Effect {
  readonly steps: readonly string[];
  readonly from: readonly string[];
  readonly value: Json;
}

const effects: Readonly<Record<Operation['op'], (document: Json, effect: Effect) => Json>> = {
  add: (document, { steps, value }) => put(document, steps, { value, insert: true }),
  replace: (document, { steps, value }) => {
    valueUnder(document, steps);
    return put(document, steps, { value, insert: false });
  },
  remove: (document, { steps }) => remove(document, steps),
  test: (document, { steps, value }) => {
    if (!sameJson(valueUnder(document, steps), value)) throw new PatchError('the value is another');
    return document;
  },
  copy: (document, { steps, from }) => put(document, steps, { value: valueUnder(document, from), insert: true }),
  move: (document, { steps, from }) => put(remove(document, from), steps, { value: valueUnder(document, from), insert: true }),
};

function toSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueUnder(document: Json, steps: readonly string[]): Json {
  return steps.reduce<Json>((value, step) => childOf(value, step), document);
}

function childOf(value: Json, step: string): Json {
  const child = Array.isArray(value) ? value[toIndex(step, value.length - 1)] : isJsonObject(value) ? own(value, step) : undefined;
  if (child === undefined) throw new PatchError('the path leads nowhere');
  return child;
}

/** Only what the object itself holds, not what every object inherits. */
function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

interface Placing {
  readonly value: Json;
  /** Into a list: before what stands there, instead of in its place. */
  readonly insert: boolean;
}

function put(document: Json, [step, ...rest]: readonly string[], placing: Placing): Json {
  if (step === undefined) return placing.value;
  if (rest.length > 0) return withChild(document, step, put(childOf(document, step), rest, placing));
  if (!Array.isArray(document) || !placing.insert) return withChild(document, step, placing.value);
  const index = step === '-' ? document.length : toIndex(step, document.length);
  return [...document.slice(0, index), placing.value, ...document.slice(index)];
}

function withChild(document: Json, step: string, child: Json): Json {
  if (Array.isArray(document)) return document.with(toIndex(step, document.length - 1), child);
  if (!isJsonObject(document)) throw new PatchError('the path leads into a value');
  return { ...document, [step]: child };
}

function remove(document: Json, [step, ...rest]: readonly string[]): Json {
  if (step === undefined) throw new PatchError('the whole document cannot be removed');
  const child = childOf(document, step);
  if (rest.length > 0) return withChild(document, step, remove(child, rest));
  if (Array.isArray(document)) return document.toSpliced(toIndex(step, document.length - 1), 1);
  return Object.fromEntries(
    Object.entries(document as JsonObject).filter((pair): pair is [string, Json] => pair[0] !== step && pair[1] !== undefined),
  );
}

function toIndex(step: string, last: number): number {
  if (!/^(0|[1-9]\d{0,8})$/.test(step) || Number(step) > last) throw new PatchError('the list has no such place');
  return Number(step);
}
