import { checks } from '../checks/checks.ts';
import { emitFault, toLiteral } from './emit.ts';
import type { Place, Scope } from './emit.ts';
import { emitInvariants } from './emit-invariants.ts';
import type { ConstraintIr, ElementIr } from '../ir.ts';

/** One object shape of base R4: a type, or a backbone inside one. */
export interface Node {
  readonly id: string;
  readonly url: string;
  readonly resource: boolean;
  readonly children: readonly ElementIr[];
  readonly constraints: readonly ConstraintIr[];
}

/** The rules no loop over keys shows: ele-1, ext-1, dom-2, definitions of known extensions, invariants, and those that stand in no definition. */
export function emitEnd(scope: Scope, node: Node): readonly string[] {
  const lines: string[] = [];
  if (!node.resource && node.id !== 'Element') {
    lines.push(`if (n === 0) ${emitFault(scope, { code: 'element-empty', path: 'p', expected: `''`, rule: `'ele-1'` })}`);
  }
  if (node.id === 'Extension') {
    const fault = emitFault(scope, { code: 'extension-value', path: 'p', expected: `''`, rule: `'ext-1'` });
    lines.push(`if ((g0 === 0) === (e === 0)) ${fault}`);
  }
  if (node.resource || node.id.includes('.') || node.id === 'Extension') {
    lines.push(emitExtensions(scope, { x: 'o', path: 'p' }, [node.id, node.id.includes('.') ? '' : node.id], true));
  }
  const rules = emitInvariants(scope, node.constraints, node.id, { x: 'o', path: 'p' });
  return [...lines, emitNesting(scope, node), rules, emitChecks(scope, node)];
}

/** Whether the extensions of an element may stand in it: known by its path in R4 and its type. The walk has been through the element before. */
export function emitExtensions(scope: Scope, { x, path }: Place, [place, type]: readonly [string, string], modifiable: boolean): string {
  const seen = `${x}.extension !== undefined${modifiable ? ` || ${x}.modifierExtension !== undefined` : ''}`;
  const holder = `${x}, ${toLiteral(place)}, ${toLiteral(type)}`;
  return scope.mode === 'fast'
    ? `if (W.extended && (${seen}) && !holdsExtensions(${holder})) return false; `
    : `if (${seen}) c.extensions(${holder}, ${path}); `;
}

/** Rules that stand in no definition. */
function emitChecks(scope: Scope, node: Node): string {
  const names = [...(node.resource ? ['Resource'] : []), node.id].filter((name) => checks.has(name));
  return names
    .map((name) =>
      scope.mode === 'fast'
        ? `if (!holds(${scope.constants.intern(`rt.toChecks(${toLiteral(name)})`)}, o)) return false;`
        : `c.check(${toLiteral(name)}, o, p);`,
    )
    .join(' ');
}

function emitNesting(scope: Scope, node: Node): string {
  if (!node.resource || !node.children.some((child) => child.name === 'contained')) return '';
  return `if (nests(o.contained)) ${emitFault(scope, { code: 'contained-nested', path: `p + '.contained'`, expected: `''`, rule: `'dom-2'` })}`;
}
