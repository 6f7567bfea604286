import { isObject } from '../json.ts';
import { losesDigits } from './loses-digits.ts';

/** The way to a value from the root: names of properties and positions in lists. */
export type JsonPath = readonly (string | number)[];

/** What JSON text says that is lost once it is parsed. */
interface TextFacts {
  /** Properties that stand more than once in their object: JSON.parse keeps the last and is silent. */
  readonly duplicates: readonly JsonPath[];
  /** Whole numbers written as `1.0` or `1e2`: fine for a decimal, wrong for an integer. */
  readonly wholes: readonly JsonPath[];
  /** Numbers with more digits than a double keeps: JSON.parse rounds them and is silent. */
  readonly rounded: readonly JsonPath[];
}

interface Frame {
  readonly keys: Set<string> | undefined;
  at: string | number;
}

const WHOLE_LITERAL = /[0-9](?:\.0|[eE])/;
const TOKEN = /-?[0-9][0-9.eE+-]*|["{}[\],]/g;
const LONG_LITERAL = /[0-9](?:\.?[0-9]){15}/;
const NOTHING: TextFacts = { duplicates: [], wholes: [], rounded: [] };

/** Reads what parsing loses, from text that is JSON and the value it was parsed to. Text without such things costs one pass over its strings. */
export function scanJsonText(text: string, value: unknown): TextFacts {
  const worth = WHOLE_LITERAL.test(text) || LONG_LITERAL.test(text) || countNames(text) !== countKeys(value);
  return worth ? scan(text) : NOTHING;
}

function scan(text: string): TextFacts {
  const facts = { duplicates: new Array<JsonPath>(), wholes: new Array<JsonPath>(), rounded: new Array<JsonPath>() };
  const stack: Frame[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [token] = found;
    if (token === '"') TOKEN.lastIndex = readString(text, found.index, stack, facts.duplicates);
    else if (!moveFrame(token, stack)) takeNumber(token, stack, facts);
  }
  return facts;
}

function takeNumber(
  token: string,
  stack: readonly Frame[],
  { wholes, rounded }: { readonly wholes: JsonPath[]; readonly rounded: JsonPath[] },
): void {
  if (isWhole(token)) wholes.push(stack.map((frame) => frame.at));
  if (losesDigits(token)) rounded.push(stack.map((frame) => frame.at));
}

/** Opens, closes or goes on in a list or object; false where the token is none of its marks. */
function moveFrame(token: string, stack: Frame[]): boolean {
  const top = stack.at(-1);
  if (token === '{') stack.push({ keys: new Set(), at: '' });
  else if (token === '[') stack.push({ keys: undefined, at: 0 });
  else if (token === '}' || token === ']') stack.pop();
  else if (token !== ',') return false;
  else if (typeof top?.at === 'number') top.at++;
  return true;
}

/** Takes a string; if it names a property, the frame moves there. Answers where the string ends. */
function readString(text: string, from: number, stack: readonly Frame[], duplicates: JsonPath[]): number {
  const end = toEnd(text, from);
  const top = stack.at(-1);
  if (top?.keys === undefined || !isName(text, end)) return end;
  const name = String(JSON.parse(text.slice(from, end)));
  top.at = name;
  if (top.keys.has(name)) duplicates.push(stack.map((frame) => frame.at));
  top.keys.add(name);
  return end;
}

function isWhole(token: string): boolean {
  return /[.eE]/.test(token) && Number.isInteger(Number(token));
}

/** Where the string beginning at a quote ends: behind the next quote that no odd number of backslashes escapes. */
export function toEnd(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at > 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote;
  while (text.charCodeAt(at - 1) === 92) at--;
  return (quote - at) % 2 === 1;
}

/** In JSON only the name of a property is followed by a colon. */
export function isName(text: string, end: number): boolean {
  let at = end;
  while (text.charCodeAt(at) <= 32) at++;
  return text.charAt(at) === ':';
}

function countNames(text: string): number {
  let names = 0;
  for (let at = text.indexOf('"'); at >= 0;) {
    const end = toEnd(text, at);
    if (isName(text, end)) names++;
    at = text.indexOf('"', end);
  }
  return names;
}

function countKeys(value: unknown): number {
  let keys = 0;
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const inner: readonly unknown[] = Array.isArray(next) ? next : isObject(next) ? Object.values(next) : [];
    if (isObject(next)) keys += inner.length;
    for (const each of inner) if (typeof each === 'object' && each !== null) open.push(each);
  }
  return keys;
}
