import { toConcept } from "../../fhir/coding.js";
import { toEntryReference } from "../../fhir/reference.js";
import { toMeta } from "./to-meta.js";
/** What an Observation of any shape carries beside its value: whose, when, in which visit, under which codes. */
export function toObservation({ id, codes, visit }) {
    return {
        resourceType: 'Observation',
        id,
        meta: toMeta(codes.profile, visit.environment),
        status: 'final',
        ...(codes.category && { category: [toConcept(codes.category)] }),
        code: toConcept(codes.code),
        subject: toEntryReference(visit.patientId),
        encounter: toEntryReference(visit.encounterId),
        effectiveDateTime: visit.at,
        performer: [visit.performer],
    };
}
//# sourceMappingURL=to-observation.js.map