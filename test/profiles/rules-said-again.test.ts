import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ElementDefinition, ElementDefinitionConstraint, StructureDefinition, ValueSet } from '@medplum/fhirtypes';
import { packageRoot } from '../../src/root.ts';

interface Writer {
  readonly createInvariantWriter: (artefacts: readonly unknown[]) => (structure: StructureDefinition) => StructureDefinition;
}

interface Expander {
  readonly expandValueSet: (valueSet: unknown, codeSystems: ReadonlyMap<string, unknown>) => readonly unknown[];
}

const tools = join(packageRoot, 'tools', 'profiles');
const { createInvariantWriter } = (await import(join(tools, 'add-invariants.mjs'))) as Writer;
const { expandValueSet } = (await import(join(tools, 'expand-value-set.mjs'))) as Expander;

const folder = join(packageRoot, 'profiles', 'definitions');
const profiles = readAll('StructureDefinition')
  .map((each) => each as StructureDefinition)
  .filter(({ type }) => type !== 'Extension');
const own = profiles.flatMap(({ id, snapshot }) => (snapshot?.element ?? []).map((element) => ({ profile: id ?? '', element })));

describe('the invariants of the guide', () => {
  const rules = own.flatMap(({ element }) => element.constraint ?? []).filter(({ key }) => key.startsWith('ilp-'));

  test('speak Indonesian, and English beside', () => {
    const silent = rules.filter((rule) => rule.human === '' || toEnglish(rule) === undefined);

    expect(rules.length).toBeGreaterThan(100);
    expect(silent.map(({ key }) => key)).toEqual([]);
  });

  test('say every required binding to a set of the guide again, naming each of its codes', () => {
    const sets = new Map(readAll('ValueSet').map((each) => [(each as ValueSet).url, each as ValueSet]));
    const bound = own.filter(({ element }) => element.binding?.strength === 'required' && sets.has(element.binding.valueSet));
    const unsaid = bound.filter(({ profile, element }) => {
      const said = rulesAt(profile, toSliced(element)).map(({ expression }) => expression ?? '');
      const codes = (sets.get(element.binding?.valueSet)?.compose?.include ?? []).flatMap(({ concept = [] }) =>
        concept.map(({ code }) => code),
      );
      return !said.some((expression) => codes.every((code) => expression.includes(`'${code}'`)));
    });

    expect(bound.length).toBeGreaterThan(100);
    expect(unsaid.map(({ profile, element }) => `${profile} ${element.id ?? ''}`)).toEqual([]);
  });

  test('say every type that a profile leaves of a choice again', () => {
    const chosen = profiles.flatMap(({ id, differential }) =>
      (differential?.element ?? [])
        .filter(({ path, type }) => path.endsWith('[x]') && type)
        .map((element) => ({ profile: id ?? '', element })),
    );
    const unsaid = chosen.filter(({ profile, element }) => {
      const type = element.type?.[0]?.code ?? '';
      const whole = (element.id ?? '').replace(/\.[^.]+$/, '');
      const said = [...rulesAt(profile, element.id ?? ''), ...rulesAt(profile, whole)];
      return !said.some(({ expression }) => expression?.includes(`is ${type}`));
    });

    expect(chosen.length).toBeGreaterThan(10);
    expect(unsaid.map(({ profile, element }) => `${profile} ${element.id ?? ''}`)).toEqual([]);
  });
});

describe('writing a binding as an invariant', () => {
  const valueSet = { resourceType: 'ValueSet', id: 'warna-vs', url: 'urn:warna', title: 'Warna', compose: { include: [] as unknown[] } };
  const write = (include: readonly unknown[], element: ElementDefinition): readonly ElementDefinitionConstraint[] => {
    const structure = {
      resourceType: 'StructureDefinition',
      id: 'p',
      url: 'urn:p',
      type: 'Observation',
      ...unfold([element]),
    } as StructureDefinition;
    const writer = createInvariantWriter([structure, { ...valueSet, compose: { include } }]);
    return writer(structure).snapshot?.element.flatMap(({ constraint }) => constraint ?? []) ?? [];
  };
  const binding = { strength: 'required', valueSet: 'urn:warna' } as const;
  const red = { system: 'urn:a', concept: [{ code: 'merah', display: 'Merah' }] };
  const blue = { system: 'urn:b', concept: [{ code: 'biru' }, { code: 'nila' }] };

  test('asks for one coding of the set, whichever system it is of', () => {
    expect(write([red, blue], { id: 'Observation.value[x]', path: 'Observation.value[x]', binding })).toEqual([
      expect.objectContaining({
        key: 'ilp-daftar-warna',
        human: 'Warna adalah salah satu dari: Merah; biru; nila.',
        expression:
          "coding.where((system = 'urn:a' and code = 'merah') or (system = 'urn:b' and (code = 'biru' or code = 'nila'))).exists()",
      }),
    ]);
  });

  test('asks a slice only for what has its system', () => {
    const [rule] = write([blue], { id: 'Observation.meta.tag:warna', path: 'Observation.meta.tag', sliceName: 'warna', binding });

    expect(rule?.expression).toBe("system = 'urn:b' implies (code = 'biru' or code = 'nila')");
  });

  test.each([
    { what: 'a slice of several systems', include: [red, blue], id: 'Observation.meta.tag:warna' },
    { what: 'a filter', include: [{ system: 'urn:a', filter: [{ property: 'concept', op: 'is-a', value: 'x' }] }], id: 'Observation.code' },
    { what: 'another set', include: [{ valueSet: ['urn:c'] }], id: 'Observation.code' },
    { what: 'all of a system of others', include: [{ system: 'http://loinc.org' }], id: 'Observation.code' },
  ])('stops at $what, which it cannot say', ({ include, id }) => {
    expect(() => write(include, { id, path: id.replace(/:.*/, ''), binding })).toThrow();
  });

  test('leaves alone what is only recommended', () => {
    expect(write([red], { id: 'Observation.code', path: 'Observation.code', binding: { ...binding, strength: 'preferred' } })).toEqual([]);
  });

  test('does not expand a set that leaves codes out', () => {
    expect(() => expandValueSet({ id: 'x', compose: { include: [red], exclude: [red] } }, new Map())).toThrow('leaves out');
  });
});

function unfold(element: readonly ElementDefinition[]): object {
  return { snapshot: { element: [...element] }, differential: { element: [...element] } };
}

function rulesAt(profile: string, id: string): readonly ElementDefinitionConstraint[] {
  return own.filter((each) => each.profile === profile && each.element.id === id).flatMap(({ element }) => element.constraint ?? []);
}

function toSliced({ id = '' }: ElementDefinition): string {
  return id.replace(/:[^.:]+$/, '');
}

function toEnglish(rule: ElementDefinitionConstraint): string | undefined {
  const [translation] =
    (rule as { _human?: { extension?: { extension?: { url: string; valueString?: string }[] }[] } })._human?.extension ?? [];
  return translation?.extension?.find(({ url }) => url === 'content')?.valueString;
}

function readAll(type: string): readonly unknown[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(`${type}-`));
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown);
}
