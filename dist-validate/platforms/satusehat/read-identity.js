import { readNik } from "../../map/nik.js";
import { field, list, resourcesOf, text } from "./answer.js";
import { toHeld } from "./hold.js";
import { isMaskedNameOf } from "./masked-name.js";
import { refOf } from "./refs.js";
/**
 * Decides whether an IHS number may be adopted (field rule 3): NIK, name and birth date answered together,
 * or the masked name agrees and the NIK's own date and sex agree with the row. Everything else goes to a person.
 */
export function readPatients(message, person, body) {
    const found = resourcesOf(body, 'Patient');
    const [patient] = found;
    const full = message.plan === 'cari-nik-nama-lahir';
    if (found.length > 1)
        return toHeld('ihs-ganda');
    const id = text(field(patient, 'id'));
    if (id === '')
        return toHeld(full ? 'nik-tidak-cocok' : 'nik-tidak-dikenal');
    if (!isMaskedNameOf(nameOf(patient), person.name))
        return toHeld('nik-tidak-cocok');
    // A server that ignored a criterion would answer with somebody else: what was asked for must stand in the answer.
    if (full && !isBornOn(patient, person))
        return toHeld('nik-tidak-cocok');
    const hash = message.refs[0]?.hash ?? '';
    if (full || nikAgrees(person))
        return { kind: 'accepted', upstream: [{ ref: refOf.patient(person.id), platformId: id, hash }], then: { do: 'settle' } };
    return { kind: 'accepted', upstream: [{ ref: refOf.patientNameSeen(person.id), platformId: id, hash }], then: { do: 'continue' } };
}
/** Adopts a practitioner's number only where exactly one answers and the name agrees. */
export function readPractitioners(message, responsible, body) {
    const found = resourcesOf(body, 'Practitioner');
    const [practitioner] = found;
    const [ref] = message.refs;
    const id = text(field(practitioner, 'id'));
    const agrees = found.length === 1 && id !== '' && isMaskedNameOf(nameOf(practitioner), responsible.name);
    if (!agrees || ref === undefined)
        return toHeld('nakes-tidak-cocok');
    return { kind: 'accepted', upstream: [{ ref: ref.ref, platformId: id, hash: '' }], then: { do: 'settle' } };
}
function isBornOn(patient, person) {
    return person.birthDate !== undefined && field(patient, 'birthDate') === person.birthDate;
}
function nikAgrees(person) {
    if (person.nik === undefined || person.birthDate === undefined)
        return false;
    // The row's own birth date decides the century: only day, month and two digits of the year stand in a NIK.
    const facts = readNik(person.nik, person.birthDate);
    return facts?.birthDate === person.birthDate && facts.sex === person.sex;
}
function nameOf(resource) {
    return text(field(list(field(resource, 'name'))[0], 'text'));
}
//# sourceMappingURL=read-identity.js.map