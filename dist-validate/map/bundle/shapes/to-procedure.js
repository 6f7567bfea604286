import { toConcept } from "../../../fhir/coding.js";
import { toEntryReference } from "../../../fhir/reference.js";
import { toMeta } from "../to-meta.js";
import { toValueConcept } from "./to-coded.js";
/** Something done, or expressly not done (`false` becomes status not-done); a coded value says what was used, e.g. the colour of a capsule. */
export function toProcedure(fact) {
    const { id, codes, visit, value } = fact;
    if (value.kind !== 'boolean' && value.kind !== 'coded')
        return undefined;
    const used = toValueConcept(fact);
    return {
        resourceType: 'Procedure',
        id,
        meta: toMeta(codes.profile, visit.environment),
        status: value.kind === 'boolean' && !value.boolean ? 'not-done' : 'completed',
        ...(codes.category && { category: toConcept(codes.category) }),
        code: toConcept(codes.code),
        subject: toEntryReference(visit.patientId),
        encounter: toEntryReference(visit.encounterId),
        performedDateTime: visit.at,
        performer: [{ actor: visit.performer }],
        ...(used && { usedCode: [used] }),
    };
}
//# sourceMappingURL=to-procedure.js.map