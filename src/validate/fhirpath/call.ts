import type { Ast } from './ast.ts';
import type { Code, Scope } from './code.ts';
import { NotCompiled } from './code.ts';

/** A function call being compiled: what it is called on, and with what. */
export interface Call {
  readonly scope: Scope;
  readonly name: string;
  readonly base: Code;
  readonly args: readonly Ast[];
}

/** Writes the JavaScript of one FHIRPath function. */
export type Compile = (call: Call) => Code;

/** The argument at a place; a call without it is left to fhirpath.js, whose message tells. */
export function toArgument({ name, args }: Call, at = 0): Ast {
  const arg = args[at];
  if (arg === undefined) throw new NotCompiled(`${name}() without its argument`);
  return arg;
}

/** Compiles an argument that is no criterion: it starts from `$this`, as the call does. */
export function compileArgument(call: Call, at = 0): Code {
  return call.scope.compile(toArgument(call, at), call.scope);
}
