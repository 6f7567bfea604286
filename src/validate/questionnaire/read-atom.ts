/** A test of one character, and where the pattern goes on behind it. */
interface Atom {
  readonly test: (character: string) => boolean;
  readonly end: number;
}

const ESCAPE = /^\\(?:[dDwWtnrfv]|[pP]\{[A-Za-z_]{1,20}\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^A-Za-z0-9])/u;
/** Java's `\s`, which is narrower than JavaScript's. */
const BLANK = ' \\t\\n\\v\\f\\r';

/** Reads a literal, `.`, an escape or a class; undefined for what has no meaning in one character, or another in Java than here. */
export function readAtom(pattern: string, at: number): Atom | undefined {
  const first = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
  switch (first) {
    case '.':
      return { test: (character) => !/[\n\r\u0085\u2028\u2029]/.test(character), end: at + 1 };
    case '\\':
      return readEscape(pattern, at);
    case '[':
      return readClass(pattern, at);
    default:
      if ('*+?{'.includes(first)) return undefined;
      return { test: (character) => character === first, end: at + first.length };
  }
}

function readEscape(pattern: string, at: number): Atom | undefined {
  const kind = pattern.charAt(at + 1);
  if (kind === 's' || kind === 'S') return toAtom(kind === 's' ? `[${BLANK}]` : `[^${BLANK}]`, at + 2);
  const [escape] = ESCAPE.exec(pattern.slice(at, at + 30)) ?? [];
  if (escape === undefined) return undefined;
  if (/^\\[^A-Za-z0-9]/u.test(escape)) return { test: (character) => character === escape.slice(1), end: at + escape.length };
  return toAtom(escape, at + escape.length);
}

/** Classes with nested classes or `&&` mean something else in Java and are left undecided. */
function readClass(pattern: string, at: number): Atom | undefined {
  const [source] = /^\[\^?(?:\\.|[^\\\][])+\]/u.exec(pattern.slice(at)) ?? [];
  if (source === undefined || source.includes('&&') || source.includes('\\S')) return undefined;
  return toAtom(source.replaceAll('\\s', BLANK), at + source.length);
}

function toAtom(source: string, end: number): Atom | undefined {
  try {
    const one = new RegExp(`^${source}$`, 'u');
    return { test: (character) => one.test(character), end };
  } catch {
    return undefined;
  }
}
