import { readAtom } from './read-atom.ts';

/** One step of a pattern; `one` takes a character and goes on to the next step, the end of the list is a match. */
export type Step =
  | { readonly kind: 'one'; readonly test: (character: string) => boolean }
  | { readonly kind: 'either'; readonly first: number; readonly second: number }
  | { readonly kind: 'start' | 'end' };

type Tree =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'all'; readonly parts: readonly Tree[] }
  | { readonly kind: 'any'; readonly parts: readonly Tree[] }
  | Times;

interface Times {
  readonly kind: 'times';
  readonly part: Tree;
  readonly least: number;
  readonly most: number;
}

/** Reading goes no further than this; larger patterns are not decided. */
const LONGEST = 2_000;
const MOST_STEPS = 10_000;

/** Steps beyond the limit, or a construct that has no steps. */
class NotDecided extends Error {}

interface Reader {
  readonly pattern: string;
  at: number;
}

/** Turns a regex into steps; undefined for what is not a plain regular expression, or is too large. */
export function parsePattern(pattern: string): readonly Step[] | undefined {
  if (pattern.length > LONGEST) return undefined;
  const reader = { pattern, at: 0 };
  const steps: Step[] = [];
  try {
    const tree = readAny(reader);
    if (reader.at < pattern.length) return undefined;
    write(tree, { steps, left: MOST_STEPS });
  } catch (error) {
    if (error instanceof NotDecided) return undefined;
    throw error;
  }
  return steps;
}

function readAny(reader: Reader): Tree {
  const parts = [readAll(reader)];
  while (reader.pattern.charAt(reader.at) === '|') {
    reader.at++;
    parts.push(readAll(reader));
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'any', parts };
}

function readAll(reader: Reader): Tree {
  const parts: Tree[] = [];
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern.charAt(reader.at))) parts.push(readTimes(reader));
  return { kind: 'all', parts };
}

function readTimes(reader: Reader): Tree {
  const part = readOne(reader);
  const found = /^(?:[*+?]|\{([0-9]{1,4})(,?)([0-9]{0,4})\})/.exec(reader.pattern.slice(reader.at, reader.at + 12));
  if (found === null) return part;
  const [mark, least, comma, most] = found;
  reader.at += mark.length;
  // Lazy or greedy is the same to a whole match; `++` is not, and a second quantifier is an error.
  if (reader.pattern.charAt(reader.at) === '?') reader.at++;
  if ('*+{'.includes(reader.pattern.charAt(reader.at) || ' ')) throw new NotDecided();
  if (least !== undefined) return { kind: 'times', part, least: Number(least), most: toMost(least, comma, most) };
  return { kind: 'times', part, least: mark === '+' ? 1 : 0, most: mark === '?' ? 1 : Infinity };
}

function toMost(least: string, comma: string | undefined, most: string | undefined): number {
  if (comma !== ',') return Number(least);
  return most === undefined || most === '' ? Infinity : Number(most);
}

function readOne(reader: Reader): Tree {
  const { pattern } = reader;
  switch (pattern.charAt(reader.at)) {
    case '(':
      return readGroup(reader);
    case '^':
      reader.at++;
      return { kind: 'step', step: { kind: 'start' } };
    case '$':
      reader.at++;
      return { kind: 'step', step: { kind: 'end' } };
    default: {
      const atom = readAtom(pattern, reader.at);
      if (atom === undefined) throw new NotDecided();
      reader.at = atom.end;
      return { kind: 'step', step: { kind: 'one', test: atom.test } };
    }
  }
}

function readGroup(reader: Reader): Tree {
  reader.at++;
  if (reader.pattern.startsWith('?:', reader.at)) reader.at += 2;
  else if (reader.pattern.charAt(reader.at) === '?') throw new NotDecided();
  const inner = readAny(reader);
  if (reader.pattern.charAt(reader.at) !== ')') throw new NotDecided();
  reader.at++;
  return inner;
}

/** What is being written, and how much more may be: an empty group a thousand times a thousand times writes nothing and takes for ever. */
interface Writer {
  readonly steps: Step[];
  left: number;
}

function write(tree: Tree, writer: Writer): void {
  if (--writer.left < 0) throw new NotDecided();
  switch (tree.kind) {
    case 'step':
      writer.steps.push(tree.step);
      return;
    case 'all':
      for (const part of tree.parts) write(part, writer);
      return;
    case 'any':
      writeAny(tree.parts, writer);
      return;
    case 'times':
      writeTimes(tree, writer);
  }
}

/** Each alternative but the last stands behind a fork and before a jump over the rest. */
function writeAny(parts: readonly Tree[], writer: Writer): void {
  const { steps } = writer;
  const jumps: number[] = [];
  parts.forEach((part, i) => {
    const fork = i < parts.length - 1 ? hold(steps) : -1;
    write(part, writer);
    if (fork < 0) return;
    jumps.push(hold(steps));
    steps[fork] = { kind: 'either', first: fork + 1, second: steps.length };
  });
  for (const jump of jumps) steps[jump] = { kind: 'either', first: steps.length, second: steps.length };
}

/** Keeps a place for a fork that is known later. */
function hold(steps: Step[]): number {
  return steps.push({ kind: 'either', first: 0, second: 0 }) - 1;
}

function writeTimes({ part, least, most }: Times, writer: Writer): void {
  const { steps } = writer;
  for (let i = 0; i < least; i++) write(part, writer);
  const forks: number[] = [];
  for (let i = least; i < (most === Infinity ? least + 1 : most); i++) {
    forks.push(hold(steps));
    write(part, writer);
  }
  const [again] = forks;
  if (most === Infinity && again !== undefined) steps.push({ kind: 'either', first: again, second: again });
  for (const fork of forks) steps[fork] = { kind: 'either', first: fork + 1, second: steps.length };
}
