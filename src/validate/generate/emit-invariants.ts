import type { Place, Scope } from './emit.ts';
import { toLiteral } from './emit.ts';
import { compileRule } from '../fhirpath/compile.ts';
import { correctRule } from '../fhirpath/corrected-rules.ts';
import type { ConstraintIr } from '../ir.ts';

/** Writes the rules that stand on an element, asked of its value. Those that are not compiled are left to fhirpath.js. */
export function emitInvariants(scope: Scope, constraints: readonly ConstraintIr[], type: string, place: Place): string {
  return constraints
    .flatMap((published) => correctRule(published) ?? [])
    .map((rule) => emitOne(scope, rule, type, place))
    .join(' ');
}

function emitOne(scope: Scope, rule: ConstraintIr, type: string, { x, path }: Place): string {
  const { expression, severity, key, human, bestPractice } = rule;
  const compiled = compileRule({ expression, type }, scope.table, (js) => scope.constants.intern(js));
  const name = compiled?.name ?? scope.constants.intern(`rt.toRule(${toLiteral(type)}, ${toLiteral(expression)})`);
  const asked = bestPractice === true ? `if (W.options.bestPractice === 'warned') ` : '';
  const level = bestPractice === true ? 'warning' : severity;
  if (scope.mode === 'fast')
    return `${asked}if (${toFailing(compiled, name, x)}) ${level === 'error' ? 'return false' : 'W.warned = true'};`;
  const told = `{ severity: ${toLiteral(level)}, path: ${path}, key: ${toLiteral(key)}, human: ${toLiteral(human)}, source: ${scope.rule} }`;
  return `${asked}c.rule(rules.judge(${name}, ${x}), ${told});`;
}

/** What cannot fail is called directly; for the rest a cheap test comes first that most data pass. */
function toFailing(compiled: ReturnType<typeof compileRule>, name: string, x: string): string {
  if (compiled?.plain === true) return `!${name}(${x}, 0, W)`;
  const quick = compiled?.quick === undefined ? '' : `!${compiled.quick}(${x}, 0, W) && `;
  return `${quick}!rules.holds(${name}, ${x})`;
}
