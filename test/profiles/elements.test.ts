// Longer than 200 lines: what holds for one element holds for all, and listing the ways in which they are sent is half of it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { Bundle, CodeableConcept, ElementDefinition, Observation, StructureDefinition, ValueSet } from '@medplum/fhirtypes';
import { toBundle } from '../../src/map/bundle/to-bundle.ts';
import type { CodedValue, ElementDefinition as Definition, ElementTable } from '../../src/map/element-definition.ts';
import type { Element, ElementValue } from '../../src/map/visit.ts';
import { packageRoot } from '../../src/root.ts';
import { toChoiceKey } from '../../src/validate/ir.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';
import { aVisit, readElements, shipped } from '../map/bundle/a-visit.ts';
import { listOptions } from '../map/bundle/options.ts';
import { listValues } from '../map/bundle/plausible.ts';

/** One way in which an element is sent: under a setting, at a stage of life, beside a sibling. */
interface Way {
  readonly name: string;
  readonly definition: Definition;
  readonly table: ElementTable;
  readonly lifeStage: string;
  readonly siblings: readonly Element[];
}

/** Observation profiles that no element claims, each with the reason. */
const WITHOUT_ELEMENT: Readonly<Record<string, string>> = {};

const definitions = readDefinitions();
const profiles = definitions.filter((each): each is StructureDefinition => each.resourceType === 'StructureDefinition');
const byUrl = new Map(definitions.map((each) => [each.url, each]));
const validator = await loadValidator();
const ways = await listWays();

describe('an element that is sent as an Observation', () => {
  test.each(ways)('$name has a profile that says what the Bundle makes of it', (way) => {
    const seen = listValues(way.definition).map((value) => describeBoth(observe(way, value), listStageCodings(way)));

    expect(seen).not.toEqual([]);
    for (const { made, asked } of seen) expect(made).toEqual(asked);
  });

  test.each(ways)('$name holds the rules of its profile with every value of a form', (way) => {
    const faults = listValues(way.definition).flatMap((value) => validator.validate(observe(way, value)).issues.filter(isError));

    expect(faults.map(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  test.each(ways.filter(({ definition }) => definition.fhir?.values !== undefined))(
    '$name may be answered by exactly the codes that the table knows, and by others only where the table has words without a code',
    ({ definition: { codes = ['ya', 'tidak'], fhir } }) => {
      const values = new Map(Object.entries(fhir?.values ?? {}));
      const strength = codes.every((code) => values.has(code)) ? 'required' : 'extensible';

      expect(describeBinding(fhir?.profile)).toEqual({ strength, codes: listTokens(values.values()) });
    },
  );

  test.each(ways.filter(({ definition }) => definition.unit !== undefined && definition.computed === undefined))(
    '$name goes without a number where a meter had none',
    (way) => {
      const beyond = { value: { kind: 'coded', code: 'HH' }, fields: { interpretasi: { kind: 'coded', code: 'HH' } } } as const;
      const observation = observe(way, beyond.value, beyond.fields);

      expect(observation.dataAbsentReason).toBeDefined();
      const isCount = way.definition.fhir?.as === 'integer';
      expect(validator.validate(observation).issues.filter(isError).length > 0).toBe(isCount);
    },
  );
});

describe('the profiles of Observations', () => {
  test('are each claimed by an element, or say why not', () => {
    const claimed = new Set(ways.flatMap((way) => listValues(way.definition).map((value) => observe(way, value).meta?.profile?.[0])));
    const unclaimed = profiles.filter(({ type, abstract, url }) => type === 'Observation' && !abstract && !claimed.has(url));

    expect(unclaimed.map(({ id }) => id)).toEqual(Object.keys(WITHOUT_ELEMENT));
  });

  test('have no parent of which nothing is derived', () => {
    const parents = new Set(profiles.map(({ baseDefinition }) => baseDefinition));

    expect(profiles.filter(({ type, abstract, url }) => type === 'Observation' && abstract && !parents.has(url))).toEqual([]);
  });

  test('mark what every receiver needs', () => {
    const needed = ['status', 'code', 'subject', 'encounter', 'effective[x]', 'performer', 'value[x]'];
    for (const { url, type } of profiles) {
      const marked = needed.filter((path) => find(url, `Observation.${path}`)?.mustSupport === true);
      if (type === 'Observation') expect(marked).toEqual(needed);
    }
  });

  test('have rules that are compiled, none of them left to an interpreter', () => {
    for (const way of ways) for (const value of listValues(way.definition)) validator.validate(observe(way, value));

    expect(validator.fallbacks).toEqual([]);
  });
});

async function listWays(): Promise<readonly Way[]> {
  const others = await Promise.all((await listOptions()).map(toWaysUnder));
  return [...[...shipped.elements.values()].flatMap((definition) => toWays(definition, shipped, '')), ...others.flat()];
}

/** The ways of the elements that a setting changes. */
async function toWaysUnder([slug, option]: readonly [string, string]): Promise<readonly Way[]> {
  const table = await readElements(`settings: { ${slug}: { title: x, is: ${option}, citation: x } }`);
  const changed = [...table.elements.values()].filter(({ key, fhir }) => !isDeepStrictEqual(fhir, shipped.elements.get(key)?.fhir));
  return changed.flatMap((definition) => toWays(definition, table, ` with ${slug} as ${option}`));
}

function toWays(definition: Definition, table: ElementTable, suffix: string): readonly Way[] {
  const { fhir, kirim, key } = definition;
  if (fhir?.resource !== 'Observation' || kirim['satusehat'] !== true) return [];
  const plain = { definition, table, lifeStage: 'lain', siblings: [] };
  const codes = fhir.when?.codes ?? {};
  return [
    { ...plain, name: `${key}${suffix}` },
    ...Object.keys(fhir.during ?? {}).map((lifeStage) => ({ ...plain, name: `${key} during ${lifeStage}${suffix}`, lifeStage })),
    ...Object.keys(codes).map((code) => ({
      ...plain,
      name: `${key} beside ${code}${suffix}`,
      siblings: [{ key: fhir.when?.element ?? '', ordinal: 1, value: { kind: 'coded', code } as const, cell: 'sibling' }],
    })),
  ];
}

/** The Observation of an element in a visit of its own. */
function observe({ definition: { key }, table, lifeStage, siblings }: Way, value: ElementValue, fields?: Element['fields']): Observation {
  const element: Element = { key, ordinal: 1, value, cell: key, ...(fields && { fields }) };
  const bundle: Bundle = toBundle(aVisit({ table, elements: [element, ...siblings], visit: { lifeStage, recorder: 'nakes' } }));
  const made = (bundle.entry ?? []).flatMap(({ resource }) => (resource?.resourceType === 'Observation' ? [resource] : []));
  const [observation] = made;
  if (observation === undefined || made.length > 1) throw new Error(`${key} makes ${String(made.length)} Observations`);
  return observation;
}

/** Codings that are added at a stage of life, where no profile of that stage asks for them. */
function listStageCodings({ definition: { fhir }, lifeStage }: Way): readonly string[] {
  const stage = fhir?.during?.[lifeStage];
  return stage?.profile === undefined ? (stage?.also ?? []).map(toToken) : [];
}

/** The same of an Observation, but for some codings, and of the profile it claims. */
function describeBoth(observation: Observation, but: readonly string[]): { readonly made: unknown; readonly asked: unknown } {
  const url = observation.meta?.profile?.[0];
  return {
    made: { profile: url, ...describeMade(observation, but) },
    asked: { profile: byUrl.get(url ?? '')?.url, ...describeAsked(url) },
  };
}

function describeMade({ category, code, valueQuantity, ...rest }: Observation, but: readonly string[]): object {
  const value = valueQuantity ? 'valueQuantity' : Object.keys(rest).find((key) => key.startsWith('value'));
  const codes = toTokens(code).filter((token) => !but.includes(token));
  return { category: category?.flatMap(toTokens), code: codes, value, unit: valueQuantity?.code };
}

function describeAsked(url: string | undefined): object {
  const types = find(url, 'Observation.value[x]')?.type?.map(({ code }) => toChoiceKey('value', code));
  return {
    category: toTokens(find(url, 'Observation.category:jenis')?.patternCodeableConcept),
    code: toTokens(find(url, 'Observation.code')?.patternCodeableConcept),
    value: types?.join(' '),
    unit: find(url, 'Observation.value[x].code')?.patternCode,
  };
}

function find(url: string | undefined, id: string): ElementDefinition | undefined {
  const profile = byUrl.get(url ?? '');
  return profile?.resourceType === 'StructureDefinition' ? profile.snapshot?.element.find((each) => each.id === id) : undefined;
}

function describeBinding(url: string | undefined): object {
  const binding = find(url, 'Observation.value[x]')?.binding;
  return { strength: binding?.strength, codes: listCodes(binding?.valueSet) };
}

function listCodes(url: string | undefined): readonly string[] {
  const set = byUrl.get(url ?? '');
  if (set?.resourceType !== 'ValueSet') return [];
  const included = set.compose?.include ?? [];
  return included.flatMap(({ system, concept = [] }) => concept.map(({ code }) => toToken({ system, code }))).sort();
}

function listTokens(values: Iterable<CodedValue>): readonly string[] {
  return [...values].flatMap(({ also = [], ...first }) => [first, ...also].map(toToken)).sort();
}

function toTokens(concept: CodeableConcept | undefined): readonly string[] {
  return (concept?.coding ?? []).map(toToken);
}

function toToken({ system, code }: { readonly system?: string | undefined; readonly code?: string | undefined }): string {
  return `${system ?? ''}|${code ?? ''}`;
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error' || severity === 'fatal';
}

function readDefinitions(): readonly (StructureDefinition | ValueSet)[] {
  const folder = join(packageRoot, 'profiles', 'definitions');
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as StructureDefinition | ValueSet);
}
