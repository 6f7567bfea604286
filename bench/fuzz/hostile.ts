import type { Random } from './random.ts';

/** Inputs that want the validator to crash, to hang, or to fill the memory. Each is made anew, for some are large. */
export const hostile: readonly ((random: Random) => unknown)[] = [
  (random) => nest('contained', 50 + random.below(20_000)),
  (random) => nest('extension', 50 + random.below(20_000)),
  (random) => nest('item', 50 + random.below(5_000)),
  (random) => nestLists(50 + random.below(20_000)),
  (random) => ({ resourceType: 'Patient', name: many(random.below(20_000), () => ({})) }),
  (random) => ({ resourceType: 'Patient', ...Object.fromEntries(many(random.below(20_000), (at) => [`k${String(at)}`, at])) }),
  (random) => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: many(random.below(3_000), (at) => ({ fullUrl: `urn:uuid:${String(at)}` })),
  }),
  (random) => withText('a'.repeat(random.below(2_000_000))),
  (random) => withText(`${'A'.repeat(random.below(200_000))}!`),
  (random) => withText(' '.repeat(random.below(200_000))),
  (random) => withText(`${' a'.repeat(random.below(100_000))} `),
  (random) => withText('\ud800'.repeat(random.below(100_000))),
  (random) => withText(`${'.'.repeat(random.below(100_000))}@`),
  (random) => withText(`${'1'.repeat(random.below(100_000))}T`),
  (random) => withText(`http://${'a/'.repeat(random.below(100_000))}|`),
  (random) => withText('<b'.repeat(random.below(100_000))),
  (random) => withText(`<div xmlns="http://www.w3.org/1999/xhtml">${'<p>'.repeat(random.below(20_000))}</div>`),
  (random) => withText(`<div xmlns="http://www.w3.org/1999/xhtml">${'<p a="'.repeat(random.below(20_000))}</div>`),
  (random) => withText(`<div xmlns="http://www.w3.org/1999/xhtml">${'&'.repeat(random.below(100_000))}</div>`),
  (random) => withText('%'.repeat(random.below(100_000))),
  (random) => withText('{a}'.repeat(random.below(20_000))),
  (random) => withText('m/'.repeat(random.below(20_000))),
  (random) => withText('('.repeat(random.below(20_000))),
  (random) => ringOfContained(2 + random.below(500)),
  (random) => bundleOfRings(2 + random.below(300)),
  (random) => questionnaireResponse(random.below(2_000)),
  () =>
    JSON.parse(
      '{"resourceType":"Patient","__proto__":{"resourceType":"Observation","toString":1},"constructor":{"prototype":1}}',
    ) as unknown,
  () => ({ resourceType: '__proto__' }),
  () => ({ resourceType: 'constructor', id: 'a' }),
  () => ({ resourceType: 'Patient', meta: { profile: many(500, (at) => `http://x/${String(at)}`) } }),
  () => ({
    resourceType: 'Patient',
    meta: { profile: ['__proto__', 'constructor', 'http://hl7.org/fhir/StructureDefinition/', '|', '|1'] },
  }),
  () => ({ resourceType: 'StructureDefinition', url: 'x', differential: { element: [{ id: 'a', path: '..' }] } }),
  () => 1,
  () => 'text',
  () => null,
  () => [],
];

function many<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function nest(key: string, depth: number): unknown {
  let inner: Record<string, unknown> = { resourceType: 'Patient', url: 'http://x', linkId: 'a' };
  for (let at = 0; at < depth; at++) inner = { resourceType: 'Patient', url: 'http://x', linkId: 'a', [key]: [inner] };
  return inner;
}

function nestLists(depth: number): unknown {
  let inner: unknown = [];
  for (let at = 0; at < depth; at++) inner = [inner];
  return { resourceType: 'Patient', name: inner };
}

/** The same text wherever syntax is looked at: every pattern sees it. */
function withText(text: string): unknown {
  return {
    ...{ resourceType: 'Observation', id: text, language: text, implicitRules: text, status: text, issued: text, effectiveDateTime: text },
    meta: { versionId: text, lastUpdated: text, profile: [text], source: text, tag: [{ system: text, code: text, version: text }] },
    text: { status: 'generated', div: text },
    identifier: [{ system: text, value: text }],
    code: { coding: [{ system: 'http://loinc.org', code: text }, { system: 'http://snomed.info/sct', code: text }, { system: text }] },
    subject: { reference: text, type: text, display: text },
    valueQuantity: { value: 1, system: 'http://unitsofmeasure.org', code: text, unit: text },
    note: [{ text, time: text }],
    extension: [
      { url: text, valueBase64Binary: text },
      { url: 'http://x', valueTime: text },
      { url: 'http://x', valueOid: text },
    ],
    contained: [{ resourceType: 'Media', status: 'completed', content: { contentType: text, data: text, url: text, hash: text } }],
  };
}

/** Contained resources that refer to each other in a ring. */
function ringOfContained(count: number): unknown {
  const contained = many(count, (at) => ({
    ...{ resourceType: 'Organization', id: `o${String(at)}`, name: 'x', partOf: { reference: `#o${String((at + 1) % count)}` } },
  }));
  return { resourceType: 'Patient', contained, managingOrganization: { reference: '#o0' } };
}

function bundleOfRings(count: number): unknown {
  const url = (at: number): string => `http://x/Organization/${String(at % count)}`;
  const entry = many(count, (at) => ({
    fullUrl: url(at),
    resource: { resourceType: 'Organization', id: String(at), name: 'x', partOf: { reference: url(at + 1) } },
  }));
  return { resourceType: 'Bundle', type: 'collection', entry };
}

function questionnaireResponse(count: number): unknown {
  const item = many(count, (at) => ({ linkId: String(at % 7), answer: [{ valueString: 'x', item: [{ linkId: String(at) }] }] }));
  return { resourceType: 'QuestionnaireResponse', status: 'completed', questionnaire: 'http://contoh.example/q', item };
}
