import type { ElementIr, ProfileIr, ValueSetIr } from '../../src/validate/ir.ts';
import type { Random } from './random.ts';

/** What resources are made from: the intermediate form of every type, and the expanded value sets. */
export interface Makings {
  readonly types: ReadonlyMap<string, ProfileIr>;
  readonly sets: ReadonlyMap<string, ValueSetIr>;
}

type Json = Record<string, unknown>;

interface Making extends Makings {
  readonly random: Random;
  /** How likely an element that may be left out is there. */
  readonly fullness: number;
}

const deepest = 5;
const simple: Readonly<Record<string, unknown>> = {
  ...{ boolean: true, integer: 1, positiveInt: 1, unsignedInt: 1, decimal: 1.5, string: 'contoh', markdown: 'contoh', code: 'contoh' },
  ...{ uri: 'http://contoh.example/a', url: 'http://contoh.example/a', canonical: 'http://contoh.example/a', oid: 'urn:oid:1.2.3' },
  ...{ uuid: 'urn:uuid:0a3b5c1e-1111-4222-8333-444455556666', id: 'a1', base64Binary: 'QUJD', time: '09:00:00', date: '2026-08-01' },
  ...{ dateTime: '2026-08-01T09:00:00+07:00', instant: '2026-08-01T09:00:00+07:00' },
  ...{ xhtml: '<div xmlns="http://www.w3.org/1999/xhtml">contoh</div>', 'http://hl7.org/fhirpath/System.String': 'a1' },
  ...{
    CodeableConcept: { text: 'contoh' },
    Reference: { display: 'contoh' },
    Resource: { resourceType: 'Basic', code: { text: 'contoh' } },
  },
};

/** Makes a resource of a type: what it must have, and some of what it may have. It need not keep every invariant. */
export function makeResource(type: string, making: Making): Json {
  const profile = making.types.get(type);
  return { resourceType: type, ...(profile === undefined ? {} : makeChildren(profile.root.children, making, 0)) };
}

function makeChildren(children: readonly ElementIr[], making: Making, depth: number): Json {
  const made: Json = {};
  for (const child of children) {
    if (!isWanted(child, making, depth)) continue;
    const { key, value } = makeElement(child, making, depth);
    if (value !== undefined) made[key] = child.list ? [value] : value;
  }
  return made;
}

const apart: ReadonlySet<string> = new Set(['contained', 'extension', 'modifierExtension', 'id']);

function isWanted({ name, min, max }: ElementIr, { fullness, random }: Making, depth: number): boolean {
  if (apart.has(name) || max === 0) return false;
  return min > 0 || (depth < deepest && random.next() < fullness / (1 + depth));
}

function makeElement(element: ElementIr, making: Making, depth: number): { readonly key: string; readonly value: unknown } {
  if (element.children.length > 0) return { key: element.name, value: makeChildren(element.children, making, depth + 1) };
  const type = element.types.length === 0 ? undefined : making.random.pick(element.types).code;
  if (type === undefined) return { key: element.name, value: undefined };
  const key = element.choice ? `${element.name}${type.charAt(0).toUpperCase()}${type.slice(1)}` : element.name;
  return { key, value: makeValue(type, element, making, depth) };
}

function makeValue(type: string, element: ElementIr, making: Making, depth: number): unknown {
  const coding = element.binding === undefined ? undefined : pickCode(element.binding.valueSet, making);
  const coded: Json = coding === undefined ? {} : { code: coding.code, Coding: coding, CodeableConcept: { coding: [coding] } };
  for (const known of [coded, simple]) if (Object.hasOwn(known, type)) return known[type];
  const profile = making.types.get(type);
  return profile === undefined || depth > deepest ? undefined : makeFilled(profile, making, depth);
}

/** An element without children is a fault, so a datatype that came out empty is left away. */
function makeFilled(profile: ProfileIr, making: Making, depth: number): Json | undefined {
  const made = makeChildren(profile.root.children, making, depth + 1);
  return Object.keys(made).length === 0 ? undefined : made;
}

function pickCode(url: string, { sets, random }: Making): { readonly system: string; readonly code: string } | undefined {
  const set = sets.get(url.replace(/\|.*$/, ''));
  const [system, codes] = Object.entries(set?.codes ?? {})[0] ?? [];
  return system === undefined || codes === undefined || codes.length === 0 ? undefined : { system, code: random.pick(codes) };
}
