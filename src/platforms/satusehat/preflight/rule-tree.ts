import { field, list } from '../../answer.ts';
import { toAskings, type Asking, type CodeLists } from './ask-value.ts';
import type { Finding, Place, Surroundings } from './finding.ts';
import type { RuleRow } from './rule-row.ts';

/** The rules of one resource type along its elements: one walk over a resource asks them all. */
export interface RuleNode {
  readonly askings: Asking[];
  readonly steps: Map<string, RuleNode>;
  /** Something below has to be there: the walk goes on even where nothing is found. */
  demands: boolean;
}

/** Plants every row that is carried out by its kind into the tree of its type. */
export function toRuleTrees(rows: readonly RuleRow[], lists: CodeLists): ReadonlyMap<string, RuleNode> {
  const trees = new Map<string, RuleNode>();
  for (const row of rows.filter(({ byKind }) => byKind)) {
    const [type = '', ...steps] = row.steps;
    let node = grow(trees, type);
    for (const step of steps) {
      node.demands ||= row.asks.has('wajib');
      node = grow(node.steps, step);
    }
    node.demands ||= row.asks.has('wajib');
    node.askings.push(...toAskings(row, lists));
  }
  return trees;
}

function grow(nodes: Map<string, RuleNode>, name: string): RuleNode {
  const node = nodes.get(name) ?? { askings: [], steps: new Map<string, RuleNode>(), demands: false };
  nodes.set(name, node);
  return node;
}

/** Asks everything the tree asks of a value and what lies below it. */
export function walk(node: RuleNode, place: Place, around: Surroundings): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [step, below] of node.steps) ask(below, { step, parent: place }, { around, findings });
  return findings;
}

interface Gathering {
  readonly around: Surroundings;
  readonly findings: Finding[];
}

/** What one element of a parent is asked; each value found is then walked on. */
export function ask(node: RuleNode, at: { readonly step: string; readonly parent: Place }, gathering: Gathering): void {
  const found = find(at.step, at.parent);
  if (found.length === 0 && !node.demands) return;
  const expression = `${at.parent.expression}.${at.step.replace(/\[x\]$|\*$/, '')}`;
  for (const asking of node.askings) gathering.findings.push(...asking(found, expression, gathering.around));
  const parents = found.length === 0 ? [{ value: undefined, expression }] : found;
  for (const [step, below] of node.steps) for (const parent of parents) ask(below, { step, parent }, gathering);
}

/** The values of a step: `name`, `name[x]` for each of its typed forms, `name*` also inside itself and inside its answers. */
function find(step: string, parent: Place): readonly Place[] {
  if (step.endsWith('[x]')) return typedForms(step.slice(0, -3), parent);
  return step.endsWith('*') ? nested(step.slice(0, -1), parent) : named(step, parent);
}

function named(step: string, { value, expression }: Place): readonly Place[] {
  const found = field(value, step);
  if (found === undefined || found === null) return [];
  if (!Array.isArray(found)) return [{ value: found, expression: `${expression}.${step}` }];
  return list(found).map((item, at) => ({ value: item, expression: `${expression}.${step}[${String(at)}]` }));
}

function typedForms(stem: string, parent: Place): readonly Place[] {
  const given = typeof parent.value === 'object' && parent.value !== null ? Object.keys(parent.value) : [];
  return given.filter((key) => key.startsWith(stem) && /^[A-Z]/.test(key.slice(stem.length))).flatMap((key) => named(key, parent));
}

function nested(step: string, parent: Place): readonly Place[] {
  return named(step, parent).flatMap((item) => [
    item,
    ...nested(step, item),
    ...named('answer', item).flatMap((answer) => nested(step, answer)),
  ]);
}
