/** Where JSON text stops being JSON, counted from 1, and which token was expected there. */
interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

type State = 'value' | 'key' | 'colon' | 'after';

interface Scan {
  readonly text: string;
  readonly open: string[];
  at: number;
  state: State;
}

// Sticky: one token at the current place. The string rule is RFC 8259, 7: no bare control characters.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;
const BLANK = /[ \t\r\n]*/y;
const EXPECTED: Readonly<Record<State, string>> = {
  value: 'value',
  key: '"name"',
  colon: ':',
  after: ', } ]',
};

/** Finds the first place where text is not JSON; undefined when all of it is. Keeps its own stack, so depth does not matter. */
export function locateJsonFault(text: string): JsonFault | undefined {
  const scan: Scan = { text, open: [], at: 0, state: 'value' };
  for (;;) {
    skip(scan, BLANK);
    if (scan.state === 'after' && scan.open.length === 0) return scan.at === text.length ? undefined : toFault(scan, 'EOF');
    if (!STEPS[scan.state](scan)) return toFault(scan, EXPECTED[scan.state]);
  }
}

/** Each step takes one token and says whether it was there. */
const STEPS: Readonly<Record<State, (scan: Scan) => boolean>> = {
  value: (scan) => {
    const mark = scan.text.charAt(scan.at);
    if (mark === '{' || mark === '[') return openAt(scan, mark);
    if (!skip(scan, STRING) && !skip(scan, SCALAR)) return false;
    scan.state = 'after';
    return true;
  },
  key: (scan) => {
    if (!skip(scan, STRING)) return false;
    scan.state = 'colon';
    return true;
  },
  colon: (scan) => {
    if (scan.text.charAt(scan.at) !== ':') return false;
    return moveTo(scan, 'value');
  },
  after: (scan) => {
    const mark = scan.text.charAt(scan.at);
    const outer = scan.open.at(-1);
    if (mark === ',') return moveTo(scan, outer === '{' ? 'key' : 'value');
    if (mark !== (outer === '{' ? '}' : ']')) return false;
    scan.open.pop();
    return moveTo(scan, 'after');
  },
};

/** Opens an object or a list; an empty one is closed at once. */
function openAt(scan: Scan, mark: '{' | '['): boolean {
  scan.at++;
  skip(scan, BLANK);
  if (scan.text.charAt(scan.at) === (mark === '{' ? '}' : ']')) return moveTo(scan, 'after');
  scan.open.push(mark);
  scan.state = mark === '{' ? 'key' : 'value';
  return true;
}

function moveTo(scan: Scan, state: State): boolean {
  scan.at++;
  scan.state = state;
  return true;
}

function skip(scan: Scan, token: RegExp): boolean {
  token.lastIndex = scan.at;
  if (!token.test(scan.text)) return false;
  scan.at = token.lastIndex;
  return true;
}

function toFault({ text, at }: Scan, expected: string): JsonFault {
  const before = text.slice(0, at);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, expected };
}
