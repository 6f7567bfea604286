import { readDictionary, type DictionaryRule } from '../../src/simulator/rules/dictionary.ts';
import type { JsonObject } from '../../src/simulator/json.ts';
import { anEncounter, anImmunization, aQuestionnaireResponse, organization, type Resource } from './a-sandbox.ts';

export const dictionary = readDictionary();
/** The rules that are carried out by their kind alone. */
export const byKind: readonly DictionaryRule[] = dictionary.rules.filter(({ by }) => by === 'jenis');

/** An element of a resource put where a rule looks: into the first item of a list that is there, else into a plain object. */
export function plant(resource: JsonObject, path: string, value: unknown): JsonObject {
  const [, ...steps] = path.split('.');
  return grow(resource, steps.map(toName), value) as JsonObject;
}

/** A value the rule takes, and one it refuses; `undefined` takes the element away. */
export function valuesOf(rule: DictionaryRule): { readonly taken: unknown; readonly refused: unknown } {
  const { kinds, slugs } = rule;
  const [slug] = slugs;
  if (slug !== undefined) return { taken: toIdentifier(slug, organization), refused: toIdentifier(slug, '100009901') };
  if (kinds.has('acuan'))
    return { taken: { reference: `${rule.targets.join('+').replace(/[+].*/, '')}/a1` }, refused: { reference: 'Basic/a1' } };
  if (kinds.has('sistem')) return ofCode(rule);
  const kind = [...kinds].find((each) => each in ofKind);
  return ofInstant(rule, ofKind[kind ?? ''] ?? { taken: start, refused: undefined });
}

/** The smallest resource of a type that no rule refuses. */
export function soundOf(type: string): JsonObject {
  const start = (starts[type] ?? { resourceType: type }) as JsonObject;
  const demanded = byKind.filter((rule) => rule.type === type && rule.kinds.has('wajib'));
  return demanded.reduce((whole, rule) => (isThere(whole, rule.path) ? whole : plant(whole, rule.path, valuesOf(rule).taken)), start);
}

const start = '2025-08-12T01:00:00+00:00';
const ucum = 'http://unitsofmeasure.org';

const starts: Readonly<Record<string, Resource>> = {
  Encounter: anEncounter(),
  Immunization: anImmunization('Encounter/e1'),
  QuestionnaireResponse: aQuestionnaireResponse('Encounter/e1'),
  Patient: { resourceType: 'Patient', birthDate: '1990-01-01', address: [{ city: 'Sawo' }], multipleBirthInteger: 0 },
};

const ofKind: Readonly<Record<string, { readonly taken: unknown; readonly refused: unknown }>> = {
  saat: { taken: start, refused: '2025-08-12' },
  tanggal: { taken: '2025-08-12', refused: '12-08-2025' },
  jam: { taken: '08:00:00', refused: '8' },
  desimal: { taken: 1.5, refused: '1.5' },
  bulat: { taken: 3, refused: '3' },
  teks: { taken: 'tertulis', refused: 5 },
  boolean: { taken: true, refused: 'true' },
  umur: { taken: { value: 3, unit: 'a', system: ucum, code: 'a' }, refused: { value: '3', system: ucum, code: 'a' } },
};

/** Where a date alone will do too, no date at all is what is refused. */
function ofInstant({ kinds }: DictionaryRule, values: { readonly taken: unknown; readonly refused: unknown }): ReturnType<typeof valuesOf> {
  return kinds.has('saat') && kinds.has('tanggal') ? { ...values, refused: 'kemarin' } : values;
}

/** Codes of HL7's required lists stand plain in their element, all others in a Coding. */
function ofCode(rule: DictionaryRule): ReturnType<typeof valuesOf> {
  const system = rule.systems[0] ?? '';
  const known = [...rule.codes, ...rule.systems.flatMap((each) => [...(dictionary.codesOf.get(each) ?? [])])];
  if (isPlain(rule)) return { taken: known[0], refused: 'bukan-kode' };
  const code = [...(dictionary.codesOf.get(system) ?? [])].find((each) => !rule.refusedCodes.includes(each)) ?? 'a1';
  const wrap = (coding: object): unknown => (isBare(rule.path) ? coding : { coding: [coding] });
  return { taken: wrap({ system, code }), refused: wrap({ system: 'http://contoh.example/kode', code: 'x' }) };
}

const plainBeside = new Set([10049, 10755]);

function isPlain({ rule, codes, systems }: DictionaryRule): boolean {
  const isRequired = systems[0]?.startsWith('http://hl7.org/fhir/') === true && !systems[0].includes('/sid/');
  return codes.length > 0 || plainBeside.has(rule) || (isRequired && !dispositions.has(rule));
}

// CodeableConcepts whose first system is a value set of HL7.
const dispositions = new Set([10318]);

/** Amounts and Codings carry system and code themselves. */
function isBare(path: string): boolean {
  return /(Quantity|quantity|daysSupply|numerator|denominator|[dD]uration|dispenseInterval|valueCoding|length|onsetAge|\.dose)$/.test(path);
}

function toIdentifier(slug: string, owner: string): unknown {
  return { system: `http://sys-ids.kemkes.go.id/${slug}/${owner}`, value: 'nomor-1' };
}

function toName(step: string, at: number, steps: readonly string[]): string {
  const form =
    steps.length === at + 1 && step.startsWith('medication') ? 'Reference' : step.startsWith('multipleBirth') ? 'Integer' : 'DateTime';
  return step.endsWith('[x]') ? `${step.slice(0, -3)}${form}` : step.replace(/\*$/, '');
}

function grow(here: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(here)) return [grow(here[0] ?? {}, steps, value), ...(here.slice(1) as unknown[])];
  const given = typeof here === 'object' && here !== null ? (here as Record<string, unknown>) : {};
  const { [step]: below, ...others } = given;
  const grown = grow(rest.length === 0 ? undefined : below, rest, value);
  return grown === undefined ? others : { ...given, [step]: grown };
}

function isThere(resource: JsonObject, path: string): boolean {
  const steps = path
    .split('.')
    .slice(1)
    .map((step) => step.replace(/\[x\]$|\*$/, ''));
  let here: unknown = resource;
  for (const step of steps) {
    const first: unknown = Array.isArray(here) ? here[0] : here;
    const key = typeof first === 'object' && first !== null ? Object.keys(first).find((each) => each.startsWith(step)) : undefined;
    here = key === undefined ? undefined : (first as Record<string, unknown>)[key];
  }
  return here !== undefined;
}
