import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBenchProfiles, readSet } from '../../bench/validate/read-set.ts';
import { packageRoot } from '../../src/root.ts';
import { loadCodeLists } from '../../src/validate/load-code-lists.ts';
import type { Validator } from '../../src/validate/validator.ts';
import { base, compileWhole, toValidator } from './a-validator.ts';
import { oneChangeIn } from './one-change.ts';

const compiled = compileWhole(...readBenchProfiles(base));
// The systems of others that our examples use are known by their lists alone.
const validator = toValidator(compiled, undefined, loadCodeLists(join(packageRoot, 'programme', 'terminology', 'kemkes')));
const folder = join(packageRoot, 'profiles', 'examples', 'valid');
const uuid = 'urn:uuid:0a3b5c1e-1111-4222-8333-444455556666';
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const sound: readonly unknown[] = [
  ...readSet().map(({ text }): unknown => JSON.parse(text)),
  { resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl: uuid, resource: examples[0] }] },
];
const mutations = oneChangeIn(sound);

/** The verdict the diagnostic path implies. */
function explain(subject: Validator, resource: unknown): string {
  const { valid, issues } = subject.validate(resource);
  if (!valid) return 'invalid';
  return issues.some(({ severity }) => severity === 'warning') ? 'warnings' : 'ok';
}

describe('the fast path and the diagnostic path', () => {
  test('agree on sound examples with one change', () => {
    fc.assert(
      fc.property(mutations, (resource) => {
        expect(validator.judge(resource)).toBe(explain(validator, resource));
      }),
      { numRuns: 4000 },
    );
  });

  test('see enough of every verdict for the agreement to mean something', () => {
    const verdicts = fc.sample(mutations, { numRuns: 1000, seed: 7 }).map((resource) => validator.judge(resource));
    const share = (verdict: string): number => verdicts.filter((each) => each === verdict).length / verdicts.length;
    expect(share('ok')).toBeGreaterThanOrEqual(0.25);
    expect(share('warnings')).toBeGreaterThanOrEqual(0.25);
    expect(share('invalid')).toBeGreaterThanOrEqual(0.25);
  });

  test('neither throws on any JSON, and they agree', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc
        .tuple(
          fc.constantFrom('Patient', 'Observation', 'Bundle', 'Parameters', 'Questionnaire'),
          fc.dictionary(
            fc.constantFrom('id', 'meta', 'name', 'code', 'value', 'entry', 'item', 'extension', 'contained', '_id', '__proto__', 'status'),
            fc.jsonValue(),
          ),
        )
        .map(([resourceType, fields]) => ({ ...fields, resourceType })),
    );
    fc.assert(
      fc.property(anything, (value) => {
        expect(validator.judge(value)).toBe(explain(validator, value));
      }),
      { numRuns: 1500 },
    );
  });

  test('neither changes the resource', () => {
    for (const resource of sound) {
      const before = JSON.stringify(resource);
      const frozen: unknown = JSON.parse(before, (_, value: unknown) => Object.freeze(value));
      expect(explain(validator, frozen)).not.toBe('invalid');
      expect(validator.judge(frozen)).not.toBe('invalid');
      expect(JSON.stringify(frozen)).toBe(before);
    }
  });
});

describe('a mistake of the generator in one of the paths', () => {
  const changed = fc.sample(mutations, { numRuns: 12000, seed: 7 });

  test.each<[string, keyof typeof compiled.modules, (source: string) => string]>([
    [
      'a required binding that is not asked',
      'base-fast',
      (source) => source.replaceAll(/if \(inCode\((\w+), (\w+)\) === 0\) return false;/g, ''),
    ],
    ['a required element that may be missing', 'base-fast', (source) => source.replaceAll(/if \(\(m0 & 1\) === 0\) return false;/g, '')],
    ['a key that is not known and passes', 'base-fast', (source) => source.replaceAll('default: return false', 'default: break')],
    ['a list that is walked from its second member', 'base-fast', (source) => source.replaceAll('let i = 0; i <', 'let i = 1; i <')],
    ['a doubt that is taken for a defect', 'base-fast', (source) => source.replaceAll('W.warned = true', 'return false')],
    ['a defect that is taken for a doubt', 'base-diagnose', (source) => source.replaceAll('severity: "error"', 'severity: "warning"')],
    [
      'a second type of a choice that passes',
      'base-fast',
      (source) => source.replaceAll(/if \(g\d+ !== 0 && g\d+ !== \d+\) \{[^}]*\}/g, ''),
    ],
    ['a pattern that is not asked', 'profiles-fast', (source) => source.replaceAll('if (!matches(', 'if (false && !matches(')],
    ['a slice that is not counted', 'profiles-fast', (source) => source.replaceAll(/(s\d+_\d+)\+\+;/g, '')],
    ['a profile that explains nothing', 'profiles-diagnose', (source) => source.replaceAll('c.add(', 'void (')],
  ])('%s is noticed', (_, module, plant) => {
    const planted = plant(compiled.modules[module]);
    expect(planted).not.toBe(compiled.modules[module]);
    const broken = toValidator({ ...compiled, modules: { ...compiled.modules, [module]: planted } });
    expect(changed.some((resource) => broken.judge(resource) !== explain(broken, resource))).toBe(true);
  });
});
