/** Operators between two expressions. */
export type BinaryOperator =
  | 'implies'
  | 'or'
  | 'xor'
  | 'and'
  | 'in'
  | 'contains'
  | '='
  | '!='
  | '~'
  | '!~'
  | '<'
  | '>'
  | '<='
  | '>='
  | '|'
  | '+'
  | '-'
  | '&'
  | '*'
  | '/'
  | 'div'
  | 'mod';

/** A quantity as it is written in an expression: `5 'mg'`, `3 days`. */
export interface QuantityLiteral {
  readonly value: number;
  readonly unit: string;
}

/** A constant and its System type. Dates and times keep the text after the `@`. */
export interface Literal {
  readonly kind: 'literal';
  readonly type: 'String' | 'Integer' | 'Decimal' | 'Boolean' | 'Date' | 'DateTime' | 'Time' | 'Quantity';
  readonly value: string | number | boolean | QuantityLiteral;
}

/** A FHIRPath expression as a tree. `of` undefined means what stands before is `$this`. */
export type Ast =
  | Literal
  | { readonly kind: 'word'; readonly word: 'empty' | 'this' | 'index' | 'total' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Ast | undefined; readonly name: string }
  | { readonly kind: 'call'; readonly of: Ast | undefined; readonly name: string; readonly args: readonly Ast[] }
  | { readonly kind: 'item'; readonly of: Ast; readonly at: Ast }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Ast; readonly right: Ast }
  | { readonly kind: 'type'; readonly operator: 'is' | 'as'; readonly of: Ast; readonly type: string }
  | { readonly kind: 'minus'; readonly of: Ast };
