import { toFullUrl, toPlaceReference } from "../../fhir/reference.js";
import { systems } from "../../fhir/systems.js";
import { toEncounter } from "./to-encounter.js";
import { toFacts } from "./to-facts.js";
import { toPatient } from "./to-patient.js";
/**
 * Turns a visit into platform-neutral ILP FHIR: a collection of Patient, Encounter and one resource for each coded element.
 * The same input gives the same Bundle, byte for byte. Elements without a code stay local: see `listLocalElements`.
 */
export function toBundle(input) {
    const context = toContext(input);
    const patient = toPatient(input.person, context.patientId, context.environment);
    const resources = [patient, toEncounter(input, context), ...toFacts(input, context).resources];
    return { resourceType: 'Bundle', type: 'collection', entry: resources.map(toEntry) };
}
/** The elements of a visit that its Bundle leaves out, each with the reason. */
export function listLocalElements(input) {
    return toFacts(input, toContext(input)).local;
}
function toContext({ idOf, hours, environment, place }) {
    return {
        patientId: idOf('patient', 1),
        encounterId: idOf('encounter', 1),
        at: hours.start,
        environment: { system: systems.environment, code: environment },
        performer: toPlaceReference('Organization', place),
    };
}
function toEntry(resource) {
    return { fullUrl: toFullUrl(resource.id ?? ''), resource };
}
//# sourceMappingURL=to-bundle.js.map