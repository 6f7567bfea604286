import type { Ast, BinaryOperator, Literal } from './ast.ts';
import { ExpressionFault, toTokens } from './tokens.ts';
import type { Token, TokenKind } from './tokens.ts';

/** How strongly an operator binds (FHIRPath 2.0, 8): the higher, the closer. */
const POWER: ReadonlyMap<string, number> = new Map(
  [
    ['implies'],
    ['or', 'xor'],
    ['and'],
    ['in', 'contains'],
    ['=', '!=', '~', '!~'],
    ['<', '>', '<=', '>='],
    ['|'],
    ['is', 'as'],
    ['+', '-', '&'],
    ['*', '/', 'div', 'mod'],
  ].flatMap((operators, at) => operators.map((operator) => [operator, at + 1] as const)),
);
const CALENDAR: ReadonlySet<string> = new Set(
  ['year', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond'].flatMap((unit) => [unit, `${unit}s`]),
);

/** Deeper nesting than any rule has; keeps a hostile expression off the stack. */
const DEEPEST = 100;

/** Reads a FHIRPath expression into a tree. Throws ExpressionFault. */
export function parse(expression: string): Ast {
  const reader = new Reader(toTokens(expression));
  const ast = reader.readExpression(0);
  reader.take('end');
  return ast;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  readExpression(power: number): Ast {
    if (++this.#depth > DEEPEST) throw new ExpressionFault('The expression is nested too deeply');
    let left = this.#readUnary();
    for (let mine = this.#power(); mine > power; mine = this.#power()) left = this.#readOperator(left, mine);
    this.#depth--;
    return left;
  }

  take(kind: TokenKind, text?: string): Token {
    const token = this.#next();
    if (!this.#is(kind, text)) throw new ExpressionFault(`Expected ${text ?? kind} instead of «${token.text}»`);
    this.#at++;
    return token;
  }

  #next(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '' };
  }

  #is(kind: TokenKind, text?: string): boolean {
    const token = this.#next();
    return token.kind === kind && (text === undefined || token.text === text);
  }

  #skip(text: string): boolean {
    if (!this.#is('symbol', text)) return false;
    this.#at++;
    return true;
  }

  #power(): number {
    const { kind, text } = this.#next();
    return kind === 'symbol' || kind === 'name' ? (POWER.get(text) ?? 0) : 0;
  }

  #readOperator(left: Ast, power: number): Ast {
    const operator = this.#next().text;
    this.#at++;
    if (operator === 'is' || operator === 'as') return { kind: 'type', operator, of: left, type: this.#readType() };
    return { kind: 'binary', operator: operator as BinaryOperator, left, right: this.readExpression(power) };
  }

  #readType(): string {
    const names = [this.#readName()];
    while (this.#skip('.')) names.push(this.#readName());
    return names.join('.');
  }

  #readName(): string {
    return this.#is('quoted') ? this.take('quoted').text : this.take('name').text;
  }

  #readUnary(): Ast {
    if (this.#skip('-')) return { kind: 'minus', of: this.#readUnary() };
    if (this.#skip('+')) return this.#readUnary();
    let ast = this.#readTerm();
    for (;;) {
      if (this.#skip('.')) ast = this.#readInvocation(ast);
      else if (this.#skip('[')) ast = this.#readItem(ast);
      else return ast;
    }
  }

  #readItem(of: Ast): Ast {
    const at = this.readExpression(0);
    this.take('symbol', ']');
    return { kind: 'item', of, at };
  }

  #readInvocation(of: Ast | undefined): Ast {
    if (this.#is('special')) return this.#readSpecial();
    const quoted = this.#is('quoted');
    const name = this.#readName();
    if (quoted || !this.#skip('(')) return { kind: 'member', of, name };
    const args: Ast[] = [];
    if (this.#skip(')')) return { kind: 'call', of, name, args };
    do args.push(this.readExpression(0));
    while (this.#skip(','));
    this.take('symbol', ')');
    return { kind: 'call', of, name, args };
  }

  #readTerm(): Ast {
    if (this.#skip('(')) {
      const inner = this.readExpression(0);
      this.take('symbol', ')');
      return inner;
    }
    if (this.#skip('{')) {
      this.take('symbol', '}');
      return { kind: 'word', word: 'empty' };
    }
    if (this.#is('variable')) return { kind: 'variable', name: this.take('variable').text };
    return this.#readLiteral() ?? this.#readInvocation(undefined);
  }

  #readSpecial(): Ast {
    const { text } = this.take('special');
    if (text === '$this') return { kind: 'word', word: 'this' };
    if (text === '$index') return { kind: 'word', word: 'index' };
    if (text === '$total') return { kind: 'word', word: 'total' };
    throw new ExpressionFault(`«${text}» is no FHIRPath variable`);
  }

  #readLiteral(): Ast | undefined {
    if (this.#is('string')) return { kind: 'literal', type: 'String', value: this.take('string').text };
    if (this.#is('moment')) return toMoment(this.take('moment').text);
    if (this.#is('number')) return this.#readNumber();
    const { kind, text } = this.#next();
    if (kind !== 'name' || (text !== 'true' && text !== 'false')) return undefined;
    this.#at++;
    return { kind: 'literal', type: 'Boolean', value: text === 'true' };
  }

  #readNumber(): Literal {
    const { text } = this.take('number');
    const value = Number(text);
    if (this.#is('string')) return { kind: 'literal', type: 'Quantity', value: { value, unit: this.take('string').text } };
    if (this.#is('name') && CALENDAR.has(this.#next().text))
      return { kind: 'literal', type: 'Quantity', value: { value, unit: this.take('name').text } };
    return { kind: 'literal', type: text.includes('.') ? 'Decimal' : 'Integer', value };
  }
}

function toMoment(text: string): Literal {
  if (text.startsWith('T')) return { kind: 'literal', type: 'Time', value: text.slice(1) };
  return { kind: 'literal', type: text.includes('T') ? 'DateTime' : 'Date', value: text.endsWith('T') ? text.slice(0, -1) : text };
}
