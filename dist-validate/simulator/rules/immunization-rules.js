import { itemsOf, textAt, valueAt } from "../json.js";
import { refusal } from "../refusal.js";
import { dateTime, readInstant } from "./date-time.js";
import { identifierSystem } from "./identifier-system.js";
import { codingSystem, mandatory, mandatoryReference, numbered, storeDemands } from "./rule.js";
const hl7 = 'http://terminology.hl7.org/CodeSystem';
const kemkes = 'http://terminology.kemkes.go.id/CodeSystem';
/** What SATUSEHAT asks of an Immunization, as staging enforced it in September 2026. */
export const immunizationRules = [
    identifierSystem('Immunization', { slugs: ['immunization'] }),
    mandatory(10103, 'Immunization.vaccineCode'),
    codingSystem(10103, 'Immunization.vaccineCode', ['http://hl7.org/fhir/sid/cvx', 'http://sys-ids.kemkes.go.id/kfa']),
    mandatoryReference(10155, 'Immunization.patient', ['Patient']),
    mandatoryReference(10293, 'Immunization.encounter', ['Encounter']),
    occurrenceGiven,
    dateTime(10156, 'Immunization.occurrenceDateTime'),
    mandatory(10451, 'Immunization.recorded'),
    dateTime(10451, 'Immunization.recorded'),
    mandatory(10292, 'Immunization.primarySource'),
    mandatory(10105, 'Immunization.reasonCode'),
    codingSystem(10105, 'Immunization.reasonCode', [
        'http://snomed.info/sct',
        `${kemkes}/immunization-reason`,
        `${kemkes}/immunization-routine-timing`,
    ]),
    codingSystem(10106, 'Immunization.reportOrigin', [`${hl7}/immunization-origin`]),
    mandatoryReference(10294, 'Immunization.performer.actor', ['Practitioner', 'Organization']),
    mandatory(10450, 'Immunization.protocolApplied'),
    countedDose,
    placeWhenCompleted,
    primarySourceWhole,
];
/** What the FHIR store itself asks of an Immunization. */
export const immunizationStoreDemands = [storeDemands('status')];
function occurrenceGiven(resource) {
    if (resource['occurrenceDateTime'] !== undefined || resource['occurrenceString'] !== undefined)
        return [];
    return [refusal('value', numbered('Element not found: Immunization.occurrence', 10156), 'Immunization.occurrence')];
}
function countedDose(resource) {
    return itemsOf(resource['protocolApplied']).flatMap((protocol, index) => {
        const dose = valueAt(protocol, 'doseNumberPositiveInt');
        const expression = `Immunization.protocolApplied[${String(index)}].doseNumberPositiveInt`;
        if (typeof dose === 'string')
            return [refusal('value', numbered(`Integer formated as a string: '${dose}'`, 10456), expression)];
        return typeof dose === 'number' && Number.isInteger(dose) && dose > 0
            ? []
            : [refusal('value', numbered(`Element not found: ${expression}`, 10456), expression)];
    });
}
function placeWhenCompleted(resource, context) {
    return resource['status'] === 'completed' ? mandatoryReference(10305, 'Immunization.location', ['Location'])(resource, context) : [];
}
/** A dose given here names its lot, its expiry and who gave it (AP, OP); a reported dose is entered by EP. */
function primarySourceWhole(resource, context) {
    const given = resource['primarySource'];
    if (typeof given !== 'boolean')
        return [];
    const allowed = given ? ['AP', 'OP'] : ['EP'];
    const strange = itemsOf(resource['performer'])
        .flatMap((performer) => itemsOf(valueAt(performer, 'function', 'coding')))
        .map((coding) => textAt(coding, 'code') ?? '')
        .filter((code) => !allowed.includes(code))
        .map((code) => refusal('value', numbered(`Code not found: '${code}' in system: ${hl7}/v2-0443`, 10307), 'Immunization.performer[0].function'));
    if (!given)
        return strange;
    return [
        ...strange,
        ...mandatory(10306, 'Immunization.lotNumber')(resource, context),
        ...mandatory(10307, 'Immunization.expirationDate')(resource, context),
        ...freshDose(resource),
    ];
}
function freshDose(resource) {
    const expiry = textAt(resource, 'expirationDate');
    const given = readInstant(resource['occurrenceDateTime']);
    if (expiry === undefined || given === undefined || expiry > new Date(given).toISOString().slice(0, 10))
        return [];
    const text = `${numbered(`Invalid date time value : ${expiry}`, 10307)} Not Allowed : must be later than occurrenceDateTime`;
    return [refusal('value', text, 'Immunization.expirationDate')];
}
//# sourceMappingURL=immunization-rules.js.map