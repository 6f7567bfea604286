import { isName, toEnd } from './scan-json-text.ts';

/** A place in text, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A step of the ways that are looked for; `from` is where its value begins once it was met. */
interface Wanted {
  readonly next: Map<string, Wanted>;
  from: number | undefined;
}

/** An open object or list: what is looked for in it, and the name or index of the value that comes next. */
interface Frame {
  readonly wanted: Wanted | undefined;
  readonly isList: boolean;
  at: string;
}

const TOKEN = /["{}[\],]|[-0-9a-z][^\s,\]}]*/g;

/**
 * Says where FHIRPaths with indexes begin in the JSON text they were found in. A path that ends beyond what the text has is placed
 * where its last present part begins. One pass, with a stack of its own.
 */
export function locateExpressions(text: string, expressions: Iterable<string>): ReadonlyMap<string, Place> {
  const root: Wanted = { next: new Map(), from: undefined };
  const ways = new Map([...expressions].map((expression) => [expression, toWay(root, expression)]));
  scan(text, root);
  const offsets = [...ways].map(([expression, way]) => [expression, way.findLast((step) => step.from !== undefined)?.from ?? 0] as const);
  return toPlaces(text, offsets);
}

/** The steps from the root to what an expression names; `Patient.name[0].given[1]` goes by name, 0, given, 1. */
function toWay(root: Wanted, expression: string): readonly Wanted[] {
  const way = [root];
  const steps = expression.match(/(?<=\.)\w+(?![\w(])|(?<=\[)\d+(?=\])/g) ?? [];
  for (const step of steps) {
    const last = way.at(-1) ?? root;
    const next = last.next.get(step) ?? { next: new Map(), from: undefined };
    last.next.set(step, next);
    way.push(next);
  }
  return way;
}

function scan(text: string, root: Wanted): void {
  const stack: Frame[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [token] = found;
    if (token === '}' || token === ']') stack.pop();
    else if (token === ',') countOn(stack.at(-1));
    else TOKEN.lastIndex = takeValue(text, found.index, { stack, root, token });
  }
}

function countOn(top: Frame | undefined): void {
  if (top?.isList === true) top.at = String(Number(top.at) + 1);
}

interface Taking {
  readonly stack: Frame[];
  readonly root: Wanted;
  readonly token: string;
}

/** Takes a value or a name; answers where the scan goes on. */
function takeValue(text: string, from: number, { stack, root, token }: Taking): number {
  const top = stack.at(-1);
  const end = token === '"' ? toEnd(text, from) : from + token.length;
  if (top?.isList === false && token === '"' && isName(text, end)) {
    top.at = text.slice(from + 1, end - 1);
    return end;
  }
  take(top === undefined ? root : step(top.wanted, top.at), from, token, stack);
  return end;
}

function take(wanted: Wanted | undefined, from: number, token: string, stack: Frame[]): void {
  if (wanted !== undefined) wanted.from ??= from;
  if (token === '{' || token === '[') stack.push({ wanted, isList: token === '[', at: '0' });
}

/** A choice is looked for without its type, and what `_name` holds under `name`. */
function step(wanted: Wanted | undefined, name: string): Wanted | undefined {
  if (wanted === undefined) return undefined;
  const bare = name.startsWith('_') ? name.slice(1) : name;
  const exact = wanted.next.get(bare);
  if (exact !== undefined || !/[A-Z]/.test(bare)) return exact;
  for (const [key, next] of wanted.next) if (bare.startsWith(key) && /[A-Z]/.test(bare.charAt(key.length))) return next;
  return undefined;
}

/** Lines are counted once over the text, from the first offset to the last. */
function toPlaces(text: string, offsets: readonly (readonly [string, number])[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let line = 1;
  let begin = 0;
  for (const [expression, offset] of [...offsets].sort(([, a], [, b]) => a - b)) {
    for (let next = text.indexOf('\n', begin); next >= 0 && next < offset; next = text.indexOf('\n', begin)) {
      line += 1;
      begin = next + 1;
    }
    places.set(expression, { line, column: offset - begin + 1 });
  }
  return places;
}
