import { refOf } from "./refs.js";
/** The Location of a place: as jejaring has it, else as SATUSEHAT gave it. */
export function locationIdOf(place, upstream) {
    return place.location ?? upstream.get(refOf.location(place.code))?.platformId;
}
/** The number of a nakes: as jejaring has it, else as it was found. */
export function practitionerIdOf(of, upstream) {
    return of.responsible.ihs ?? upstream.get(refOf.practitioner(of.key))?.platformId;
}
/** The IHS number of a person, only while the NIK it was adopted for is still the person's: another NIK is another record (field rule 3). */
export function patientIdOf(person, upstream) {
    const adopted = upstream.get(refOf.patient(person.id));
    return adopted !== undefined && adopted.hash === person.nikKey ? adopted.platformId : undefined;
}
//# sourceMappingURL=known-ids.js.map