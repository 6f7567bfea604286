/** What a token is. `name` covers keywords too: whether `contains` is an operator depends on where it stands. */
export type TokenKind = 'name' | 'quoted' | 'string' | 'number' | 'moment' | 'variable' | 'special' | 'symbol' | 'end';

/** One token of a FHIRPath expression, its text already without quotes and escapes. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** The expression is no FHIRPath, or longer or deeper than any rule needs to be. */
export class ExpressionFault extends Error {
  override readonly name = 'ExpressionFault';
}

const BLANK = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
const KINDS: readonly (readonly [TokenKind, RegExp])[] = [
  ['string', /'(?:[^'\\]|\\[^])*'/y],
  ['quoted', /`(?:[^`\\]|\\[^])*`/y],
  ['moment', /@(?:T\d[\d:.]*|\d{4}(?:-\d\d)*(?:T(?:\d[\d:.]*(?:Z|[+-]\d\d:\d\d)?)?)?)/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['special', /\$[a-z]+/y],
  ['variable', /%(?:(?:vs|ext)-[\w-]+|\w+|`[^`]*`|'[^']*')/y],
  ['name', /[A-Za-z_]\w*/y],
  ['symbol', /!=|!~|<=|>=|[-+*/|&=~<>().,[\]{}]/y],
];

/** The longest expression that is read; the longest in R4 has 500 characters. */
const MOST_CHARACTERS = 20_000;

/** Cuts an expression into tokens; the last one is of kind `end`. Throws ExpressionFault. */
export function toTokens(expression: string): readonly Token[] {
  if (expression.length > MOST_CHARACTERS) throw new ExpressionFault('The expression is too long');
  const tokens: Token[] = [];
  for (let at = skip(expression, 0); at < expression.length;) {
    const [token, end] = readToken(expression, at);
    tokens.push(token);
    at = skip(expression, end);
  }
  return [...tokens, { kind: 'end', text: '' }];
}

function skip(expression: string, at: number): number {
  BLANK.lastIndex = at;
  return BLANK.test(expression) ? BLANK.lastIndex : at;
}

function readToken(expression: string, at: number): readonly [Token, number] {
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = at;
    const text = pattern.exec(expression)?.[0];
    if (text !== undefined) return [{ kind, text: toContent(kind, text) }, at + text.length];
  }
  throw new ExpressionFault(`No FHIRPath token begins at character ${String(at)}`);
}

function toContent(kind: TokenKind, text: string): string {
  if (kind === 'string' || kind === 'quoted') return unescape(text.slice(1, -1));
  if (kind === 'moment') return text.slice(1);
  return kind === 'variable' ? text.replaceAll(/[%`']/g, '') : text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };

function unescape(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, hex: string | undefined, one: string) =>
    hex === undefined ? (ESCAPES[one] ?? one) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
