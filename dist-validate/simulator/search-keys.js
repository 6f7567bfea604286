import { itemsOf, textAt, valueAt } from "./json.js";
/** The words after `sys-ids.kemkes.go.id/` that make an identifier unique for its type; visit numbers such as KF1 are not unique. */
const ownSlugs = {
    Encounter: ['encounter', 'asik', 'sitb'],
    EpisodeOfCare: ['episode-of-care'],
};
/** The system of the identifier that the platform adds by itself: the organisation that wrote the resource. */
export const creatorSystem = 'http://sys-ids.kemkes.go.id/creator';
/** What a resource can be found by, as `parameter=value` texts. */
export function toSearchKeys(resource) {
    return [
        ...identifiersOf(resource)
            .filter((identifier) => !identifier.startsWith(`${creatorSystem}|`))
            .map((identifier) => `identifier=${identifier}`),
        ...references(resource),
        ...codes('code', resource['code']),
        ...codes('type', resource['type']),
        ...codes('vaccine-code', resource['vaccineCode']),
        ...plain('status', textAt(resource, 'status')),
        ...plain('questionnaire', textAt(resource, 'questionnaire')),
        ...plain('name', textAt(resource, 'name')?.toLowerCase()),
    ];
}
/** The identifiers of a resource as `system|value`; QuestionnaireResponse has a single one, the others a list. */
export function identifiersOf(resource) {
    return itemsOf(resource['identifier']).map((item) => `${textAt(item, 'system') ?? ''}|${textAt(item, 'value') ?? ''}`);
}
/** The identifiers that may exist only once per type; a second one is refused by rule 20002. */
export function uniqueIdentifiersOf(resource) {
    const slugs = ownSlugs[textAt(resource, 'resourceType') ?? ''];
    return identifiersOf(resource).filter((identifier) => {
        const slug = /^http:\/\/sys-ids\.kemkes\.go\.id\/([^/|]+)\//.exec(identifier)?.[1];
        return slug !== undefined && (slugs === undefined || slugs.includes(slug));
    });
}
/** The instant a resource is about: start of a visit or episode, time of a measurement, an act or a dose. */
export function instantOf(resource) {
    return (textAt(resource, 'period', 'start') ??
        textAt(resource, 'effectiveDateTime') ??
        textAt(resource, 'performedPeriod', 'start') ??
        textAt(resource, 'performedDateTime') ??
        textAt(resource, 'occurrenceDateTime') ??
        textAt(resource, 'authored') ??
        textAt(resource, 'recordedDate'));
}
function references(resource) {
    const named = [
        ['subject', resource['subject'] ?? resource['patient']],
        ['encounter', resource['encounter']],
        ['service-provider', resource['serviceProvider']],
        ['organization', resource['managingOrganization']],
        ['partof', resource['partOf']],
    ];
    return named.flatMap(([key, value]) => plain(key, textAt(value, 'reference')));
}
function codes(key, value) {
    return itemsOf(value)
        .flatMap((concept) => itemsOf(valueAt(concept, 'coding')))
        .flatMap((coding) => [
        `${key}=${textAt(coding, 'code') ?? ''}`,
        `${key}=${textAt(coding, 'system') ?? ''}|${textAt(coding, 'code') ?? ''}`,
    ]);
}
function plain(key, value) {
    return value === undefined ? [] : [`${key}=${value}`];
}
/** The unique identifiers among the keys of a stored record, as `system|value`; visit numbers such as KF1 may repeat and are left out. */
export function identifierKeysOf(keys) {
    return keys.filter((key) => key.startsWith('identifier=http://sys-ids.kemkes.go.id/')).map((key) => key.slice('identifier='.length));
}
//# sourceMappingURL=search-keys.js.map