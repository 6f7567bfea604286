import { toEntryReference, toPlaceReference } from "../../fhir/reference.js";
import { profiles, systems } from "../../fhir/systems.js";
import { toMeta } from "./to-meta.js";
const RECORDED = { kader: 'dicatat-kader', nakes: 'dicatat-nakes', sistem: 'dicatat-sistem' };
/**
 * The contact as an Encounter: ambulatory as the national collection for posyandu has it (SATUSEHAT Postman collection 16), finished, at the place of jejaring.
 * A closing diagnosis is a platform's demand and a puskesmas's policy, so there is none here (field rule 5).
 */
export function toEncounter(input, context) {
    const { visit, place } = input;
    const profile = place.kind === 'posyandu' ? profiles.encounterPosyandu : undefined;
    return {
        resourceType: 'Encounter',
        id: context.encounterId,
        meta: toMeta(profile, context.environment, toRecording(visit)),
        status: 'finished',
        class: { system: systems.actCode, code: 'AMB', display: 'ambulatory' },
        serviceType: { coding: [{ system: systems.service, code: visit.service }] },
        subject: toEntryReference(context.patientId),
        period: toPeriod(input),
        location: [{ location: toPlaceReference('Location', place) }],
        serviceProvider: toPlaceReference('Organization', place),
    };
}
/** Who wrote it down, and whether a nakes stood by it (field rule 5). */
function toRecording({ verified, recorder }) {
    return { system: systems.recording, code: verified ? 'diverifikasi-nakes' : RECORDED[recorder] };
}
function toPeriod({ visit, hours }) {
    const estimated = visit.dateEstimated ? 'tanggal' : 'jam';
    const marked = visit.dateEstimated || hours.estimated;
    return {
        ...(marked && { extension: [{ url: profiles.estimatedTime, valueCode: estimated }] }),
        start: hours.start,
        end: hours.end,
    };
}
//# sourceMappingURL=to-encounter.js.map