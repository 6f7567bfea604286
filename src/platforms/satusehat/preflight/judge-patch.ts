import { field, text } from '../../answer.ts';
import type { Finding, Surroundings } from './finding.ts';
import type { RuleBook } from './rule-book.ts';
import { ask, walk, type RuleNode } from './rule-tree.ts';

/** A JSON Patch (RFC 6902) of one resource, by its path `/<Type>/<id>`. */
export interface Patch {
  readonly path: string;
  readonly operations: readonly unknown[];
}

/** What can be told of a patch without the resource: the values it brings, by the rules of their place. */
export function judgePatch({ path, operations }: Patch, book: RuleBook, around: Surroundings): readonly Finding[] {
  const type = path.split('/')[1] ?? '';
  const tree = book.trees.get(type);
  if (tree === undefined) return [];
  return operations.flatMap((operation) => {
    const [op, pointer] = [text(field(operation, 'op')), text(field(operation, 'path'))];
    const brought = op === 'add' || op === 'replace' ? field(operation, 'value') : undefined;
    return brought === undefined ? [] : judgeValue({ tree, type, pointer }, brought, around);
  });
}

interface Target {
  readonly tree: RuleNode;
  readonly type: string;
  readonly pointer: string;
}

/** The value is put where it will stand, so that the rules of its element and of what lies below it are asked, and no others. */
function judgeValue({ tree, type, pointer }: Target, value: unknown, around: Surroundings): readonly Finding[] {
  const steps = pointer
    .split('/')
    .slice(1)
    .filter((step) => !/^(?:\d+|-)$/.test(step));
  const last = steps.pop();
  if (last === undefined) return walk(tree, { value, expression: type }, around);
  let node: RuleNode | undefined = tree;
  for (const step of steps) node = node?.steps.get(step);
  const below = node?.steps.get(last);
  if (below === undefined) return [];
  const findings: Finding[] = [];
  ask(below, { step: last, parent: { value: { [last]: value }, expression: [type, ...steps].join('.') } }, { around, findings });
  return findings;
}
