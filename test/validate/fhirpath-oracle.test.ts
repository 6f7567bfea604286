import { describe, expect, test } from '@jest/globals';
import { correctRule } from '../../src/validate/fhirpath/corrected-rules.ts';
import { createRuleCompiler } from '../../src/validate/invariants.ts';
import { askRule, createRandom, inventNode, listRules, toCompiled } from './a-rule.ts';
import type { BaseRule } from './a-rule.ts';

const oracle = createRuleCompiler();
const rules = listRules().flatMap((rule): readonly BaseRule[] => {
  const corrected = correctRule({ ...rule, severity: 'error', human: '' });
  return corrected === undefined ? [] : [{ ...rule, expression: corrected.expression }];
});
const TRIES = 60;

interface Held {
  readonly holds: number;
  readonly fails: number;
  readonly differs: readonly unknown[];
}

function compare(rule: BaseRule): Held {
  const compiled = toCompiled(rule.type, rule.expression);
  const random = createRandom(7);
  const held = { holds: 0, fails: 0, differs: [] as unknown[] };
  if (compiled === undefined) return held;
  for (let at = 0; at < TRIES; at++) {
    const { node, resource } = inventNode(rule, random);
    const ours = askRule(compiled, node, resource);
    const theirs = askRule(oracle(rule.type, rule.expression), node, resource);
    if (ours === 'holds') held.holds++;
    else held.fails++;
    if (ours !== theirs) held.differs.push([ours, theirs, JSON.stringify(node).slice(0, 600)]);
  }
  return held;
}

describe('compiled rules', () => {
  test.each(rules.map((rule): [string, BaseRule] => [`${rule.key} at ${rule.type}`, rule]))('%s agrees with fhirpath.js', (_, rule) => {
    expect(compare(rule).differs.slice(0, 2)).toEqual([]);
  });
});
