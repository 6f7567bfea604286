import { readSpan, spanBetween, type Span } from './date-range.ts';
import { itemsOf, textAt, valueAt, type Json, type JsonObject } from './json.ts';

/** The words after `sys-ids.kemkes.go.id/` that make an identifier unique for its type; visit numbers such as KF1 are not unique. */
const ownSlugs: Readonly<Record<string, readonly string[]>> = {
  Encounter: ['encounter', 'asik', 'sitb'],
  EpisodeOfCare: ['episode-of-care'],
  // Several drugs of one prescription share its number; an item may be handed out in parts.
  MedicationRequest: ['prescription-item'],
  MedicationDispense: [],
};

/** The system of the identifier that the platform adds by itself: the organisation that wrote the resource. */
export const creatorSystem = 'http://sys-ids.kemkes.go.id/creator';

/** What a resource can be found by, as `parameter=value` texts. */
export function toSearchKeys(resource: JsonObject): readonly string[] {
  return [
    ...identifiersOf(resource)
      .filter((identifier) => !identifier.startsWith(`${creatorSystem}|`))
      .map((identifier) => `identifier=${identifier}`),
    ...references(resource),
    ...codes('code', resource['code']),
    ...codes('type', resource['type']),
    ...codes('vaccine-code', resource['vaccineCode']),
    ...(searchedByCategory.has(textAt(resource, 'resourceType') ?? '') ? codes('category', resource['category']) : []),
    ...plain('status', textAt(resource, 'status')),
    ...plain('questionnaire', textAt(resource, 'questionnaire')),
    ...plain('name', textAt(resource, 'name')?.toLowerCase()),
  ];
}

/** The identifiers of a resource as `system|value`; QuestionnaireResponse has a single one, the others a list. */
export function identifiersOf(resource: JsonObject): readonly string[] {
  return itemsOf(resource['identifier']).map((item) => `${textAt(item, 'system') ?? ''}|${textAt(item, 'value') ?? ''}`);
}

/** The identifiers that may exist only once per type; a second one is refused by rule 20002. */
export function uniqueIdentifiersOf(resource: JsonObject): readonly string[] {
  const slugs = ownSlugs[textAt(resource, 'resourceType') ?? ''];
  return identifiersOf(resource).filter((identifier) => {
    const slug = /^http:\/\/sys-ids\.kemkes\.go\.id\/([^/|]+)\//.exec(identifier)?.[1];
    return slug !== undefined && (slugs === undefined || slugs.includes(slug));
  });
}

/** The instant a resource is about: start of a visit or episode, time of a measurement, an act or a dose. */
export function instantOf(resource: JsonObject): string | undefined {
  return (
    textAt(resource, 'period', 'start') ??
    textAt(resource, 'effectiveDateTime') ??
    textAt(resource, 'performedPeriod', 'start') ??
    textAt(resource, 'performedDateTime') ??
    textAt(resource, 'occurrenceDateTime') ??
    textAt(resource, 'authored') ??
    textAt(resource, 'recordedDate')
  );
}

/** The stretch of time a resource is about: a visit or episode from its start to its end, open while it lasts, anything else its moment. */
export function spanOf(resource: JsonObject): Span | undefined {
  const start = textAt(resource, 'period', 'start');
  if (start !== undefined) return spanBetween(start, textAt(resource, 'period', 'end'));
  const instant = instantOf(resource);
  return instant === undefined ? undefined : readSpan(instant);
}

function references(resource: JsonObject): readonly string[] {
  const named: readonly (readonly [string, Json | undefined])[] = [
    ['subject', resource['subject'] ?? resource['patient']],
    ['encounter', resource['encounter']],
    ['service-provider', resource['serviceProvider']],
    ['organization', resource['managingOrganization']],
    ['partof', resource['partOf']],
    ['context', resource['context']],
    ['prescription', resource['authorizingPrescription']],
    ['request', resource['request']],
    ...(resource['resourceType'] === 'ServiceRequest' ? asked(resource) : []),
  ];
  return named.flatMap(([key, value]) => itemsOf(value).flatMap((item) => plain(key, textAt(item, 'reference'))));
}

function asked(resource: JsonObject): readonly (readonly [string, Json | undefined])[] {
  return [
    ['performer', resource['performer']],
    ['requester', resource['requester']],
  ];
}

const searchedByCategory = new Set(['ServiceRequest', 'CarePlan', 'Goal']);

function codes(key: string, value: Json | undefined): readonly string[] {
  return itemsOf(value)
    .flatMap((concept) => itemsOf(valueAt(concept, 'coding')))
    .flatMap((coding) => [
      `${key}=${textAt(coding, 'code') ?? ''}`,
      `${key}=${textAt(coding, 'system') ?? ''}|${textAt(coding, 'code') ?? ''}`,
    ]);
}

function plain(key: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`${key}=${value}`];
}

/** The unique identifiers among the keys of a stored record, as `system|value`; visit numbers such as KF1 may repeat and are left out. */
export function identifierKeysOf(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => key.startsWith('identifier=http://sys-ids.kemkes.go.id/')).map((key) => key.slice('identifier='.length));
}
