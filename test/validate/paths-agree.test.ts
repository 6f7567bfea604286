import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packageRoot } from '../../src/root.ts';
import type { Validator } from '../../src/validate/validator.ts';
import { compile, toValidator } from './a-validator.ts';

const compiled = compile();
const validator = toValidator(compiled);
const folder = join(packageRoot, 'profiles', 'examples', 'valid');
const uuid = 'urn:uuid:0a3b5c1e-1111-4222-8333-444455556666';
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const sound: readonly unknown[] = [
  ...examples,
  { resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl: uuid, resource: examples[0] }] },
];

/** The verdict the diagnostic path implies. */
function explain(subject: Validator, resource: unknown): string {
  const { valid, issues } = subject.validate(resource);
  if (!valid) return 'invalid';
  return issues.length > 0 ? 'warnings' : 'ok';
}

/** Every place in a JSON value where something can be changed. */
function places(value: unknown, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, Array.isArray(value) ? Number(key) : key]))];
}

function replace(value: unknown, at: readonly (string | number)[], change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? replace(item, rest, change) : item));
  const object = value as Readonly<Record<string, unknown>>;
  const inner = replace(object[key], rest, change);
  return Object.fromEntries(Object.entries({ ...object, [key]: inner }).filter(([, each]) => each !== undefined));
}

const changes = fc.oneof(
  fc.constant((): unknown => undefined),
  fc.jsonValue({ maxDepth: 2 }).map((value) => (): unknown => value),
  fc
    .constantFrom('', 'x y', '2026-02-30', 'female', 'https://titian.dev/fhir/ilp/x', 'http://x/y', 'Practitioner/1', 'kg')
    .map((text) => () => text),
  fc.constant((old: unknown): unknown => [old]),
  fc.constant((old: unknown): unknown =>
    typeof old === 'object' && old !== null ? { ...old, extension: [{ url: 'http://x', valueCode: 'a' }] } : old,
  ),
  fc.constant((old: unknown): unknown => (typeof old === 'object' && old !== null ? { ...old, _status: { id: 'a' }, tambahan: 1 } : old)),
  fc.constant((old: unknown): unknown => (Array.isArray(old) ? [...(old as readonly unknown[]), ...(old as readonly unknown[])] : old)),
);
const mutations = fc
  .constantFrom(...sound)
  .chain((resource) => fc.tuple(fc.constant(resource), fc.constantFrom(...places(resource)), changes))
  .map(([resource, at, change]) => replace(resource, at, change));

describe('the fast path and the diagnostic path', () => {
  test('agree on sound examples with one change', () => {
    fc.assert(
      fc.property(mutations, (resource) => {
        expect(validator.judge(resource)).toBe(explain(validator, resource));
      }),
      { numRuns: 3000 },
    );
  });

  test('see enough of both kinds for the agreement to mean something', () => {
    const verdicts = fc.sample(mutations, { numRuns: 600, seed: 7 }).map((resource) => validator.isValid(resource));
    expect(verdicts.filter((valid) => valid).length).toBeGreaterThan(60);
    expect(verdicts.filter((valid) => !valid).length).toBeGreaterThan(180);
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
      expect(explain(validator, frozen)).toBe('ok');
      expect(JSON.stringify(frozen)).toBe(before);
    }
  });

  test('a check lost from the fast path is noticed', () => {
    const source = compiled.modules['base-fast'];
    const lost = source.replaceAll("case 'gender': ", "case 'gender': break; ");
    expect(lost).not.toBe(source);
    const broken = toValidator({ ...compiled, modules: { ...compiled.modules, 'base-fast': lost } });
    const found = fc.sample(mutations, { numRuns: 3000, seed: 7 }).some((resource) => broken.judge(resource) !== explain(broken, resource));
    expect(found).toBe(true);
  });
});
