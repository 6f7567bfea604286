import { createHash } from 'node:crypto';
import { isBlocking } from "../fhir/issue.js";
import { holdBack } from "../map/bundle/hold-back.js";
import { toBundle } from "../map/bundle/to-bundle.js";
import { toUtcText } from "../map/places/local-time.js";
import { toVisitHours } from "../map/places/to-visit-hours.js";
/** Makes the ILP Bundle of a visit and validates every resource; a faulty one is held back with what must refer to it. */
export function bundleVisit(visit, of, parts) {
    const hours = toVisitHours(of.place, visit.date);
    const whole = toBundle({
        visit: withoutExports(visit),
        ...of,
        elements: parts.programme.elements,
        environment: parts.environment,
        hours: { start: toUtcText(hours.startUtc), end: toUtcText(hours.endUtc), estimated: hours.estimated },
        idOf: (element, ordinal) => parts.idOf(visit.id, element, ordinal),
    });
    const cells = new Map(visit.elements.map((element) => [parts.idOf(visit.id, element.key, element.ordinal), element]));
    const faults = new Map();
    for (const { fullUrl = '', resource } of whole.entry ?? [])
        faults.set(fullUrl, parts.validator.validate(resource).issues);
    const { bundle, held } = holdBack(whole, faults);
    const issues = [...faults].flatMap(([url, found]) => found.filter(isBlocking).map((issue) => toRowIssue(issue, cells.get(url.slice('urn:uuid:'.length)))));
    const types = new Set(bundle.entry?.map((entry) => entry.resource?.resourceType));
    return {
        bundle,
        resources: bundle.entry?.length ?? 0,
        hours,
        issues,
        sendable: held.length === 0 || (types.has('Encounter') && types.has('Patient')),
        hash: createHash('sha256').update(JSON.stringify([visit, bundle])).digest('base64url'),
    };
}
/** What came only from a ministry's own export enriches and is compared, but is never sent back (field rule 2). */
function withoutExports(visit) {
    if (visit.recorder === 'sistem')
        return visit;
    return { ...visit, elements: visit.elements.filter(({ recorder }) => recorder !== 'sistem') };
}
/** A fault of one resource holds that resource back, not the row: for its sender it is a warning with the cell it came from. */
function toRowIssue(issue, element) {
    return { ...issue, severity: 'warning', ...(element === undefined ? {} : { cell: element.cell }) };
}
//# sourceMappingURL=bundle-visit.js.map