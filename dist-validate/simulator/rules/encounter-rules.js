import { elementsAt } from "../element-path.js";
import { itemsOf, printed, textAt, valueAt } from "../json.js";
import { refusal } from "../refusal.js";
import { dateTime, readInstant } from "./date-time.js";
import { identifierSystem } from "./identifier-system.js";
import { codingSystem, mandatory, mandatoryReference, numbered, optionalReference, storeDemands } from "./rule.js";
const actCode = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const episodeSystem = 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare';
// HL7 v3 ActCode, the codes under ActEncounterCode.
const encounterClasses = ['AMB', 'EMER', 'FLD', 'HH', 'IMP', 'ACUTE', 'NONAC', 'OBSENC', 'PRENC', 'SS', 'VR'];
/** What SATUSEHAT asks of an Encounter (Kamus Validasi, and field reports of 2026 for closing one). */
export const encounterRules = [
    mandatory(10117, 'Encounter.identifier'),
    identifierSystem('Encounter', {
        rule: 10117,
        slugs: ['encounter', 'episode-of-care', 'asik', 'sitb'],
        visitNumbers: {
            [`${episodeSystem}/ANC`]: [],
            [`${episodeSystem}/puerperium`]: ['KF1', 'KF2', 'KF3', 'KF4'],
            [`${episodeSystem}/neonate`]: ['KN1', 'KN2', 'KN3'],
        },
    }),
    knownClass,
    mandatoryReference(10118, 'Encounter.subject', ['Patient']),
    mandatoryReference(10119, 'Encounter.participant.individual', ['Practitioner']),
    mandatoryReference(10120, 'Encounter.location.location', ['Location']),
    mandatory(10123, 'Encounter.period.start'),
    dateTime(10123, 'Encounter.period.start'),
    dateTime(10173, 'Encounter.period.end'),
    dateTime(10290, 'Encounter.location.period.start'),
    dateTime(10291, 'Encounter.location.period.end'),
    mandatory(10122, 'Encounter.statusHistory'),
    dateTime(10122, 'Encounter.statusHistory.period.start'),
    dateTime(10122, 'Encounter.statusHistory.period.end'),
    mandatoryReference(10124, 'Encounter.serviceProvider', ['Organization']),
    optionalReference(10430, 'Encounter.episodeOfCare', ['EpisodeOfCare']),
    codingSystem(10317, 'Encounter.diagnosis.use', ['http://terminology.hl7.org/CodeSystem/diagnosis-role']),
    optionalReference(10457, 'Encounter.diagnosis.condition', ['Condition', 'Procedure']),
    closedWhole,
];
/** What the FHIR store itself asks of an Encounter once the rules are satisfied. */
export const encounterStoreDemands = [storeDemands('status'), storeDemands('class')];
function knownClass(resource) {
    const code = textAt(resource, 'class', 'code');
    if (code === undefined)
        return [];
    const system = textAt(resource, 'class', 'system') ?? '';
    if (system !== actCode)
        return [refusal('value', numbered(`Invalid coding system: ${system}`, 10002), 'Encounter.class.system')];
    if (encounterClasses.includes(code))
        return [];
    return [refusal('value', numbered(`Code not found: '${code}' in system: ${system}`, 10001), 'Encounter.class.code')];
}
/** A finished visit needs its whole history, an end after its start, and a diagnosis. */
function closedWhole(resource, context) {
    if (resource['status'] !== 'finished')
        return [];
    return [...endAfterStart(resource), ...wholeHistory(resource), ...mandatory(10457, 'Encounter.diagnosis')(resource, context)];
}
function endAfterStart(resource) {
    const end = valueAt(resource, 'period', 'end');
    const text = numbered('Element not found: Encounter.period.end', 10121);
    if (end === undefined)
        return [refusal('value', text, 'Encounter.period.end')];
    const [startTime, endTime] = [readInstant(valueAt(resource, 'period', 'start')), readInstant(end)];
    if (startTime === undefined || endTime === undefined || endTime > startTime)
        return [];
    return [
        refusal('value', `${numbered(`Invalid date time value : ${printed(end)}`, 10121)} Not Allowed : period.end must be later than period.start`, 'Encounter.period.end'),
    ];
}
function wholeHistory(resource) {
    const history = itemsOf(resource['statusHistory']);
    if (history.length === 0)
        return [];
    const statuses = new Set(history.map((entry) => textAt(entry, 'status')));
    const dated = elementsAt(resource, 'Encounter.statusHistory.period').every(({ value }) => textAt(value, 'start') !== undefined && textAt(value, 'end') !== undefined);
    if (dated && ['arrived', 'in-progress', 'finished'].every((status) => statuses.has(status)))
        return [];
    return [refusal('value', 'every statusHistory period start and end must be filled (Rule 10122)', 'Encounter.statusHistory')];
}
//# sourceMappingURL=encounter-rules.js.map