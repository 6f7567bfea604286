import { toReasonIssue, toHold } from "./hold.js";
import { refOf } from "./refs.js";
import { nikSystem } from "./systems.js";
/**
 * The next look for a person's IHS number: by NIK first (masked answer), then by NIK, name and birth date together
 * where the NIK's own date leaves a doubt. Nothing is created here. A wrong number would write into a stranger's record (field rule 3).
 */
export function preparePatient(state, upstream) {
    const { person, puskesmas } = state;
    const ref = refOf.patient(person.id);
    if (upstream.has(ref))
        return { do: 'settled' };
    if (puskesmas.organization === undefined)
        return toHold('organisasi-belum-ada');
    if (person.nikFault === 'nik-tidak-cocok')
        return toHold('nik-tidak-cocok');
    if (person.nik === undefined)
        return { do: 'wait', reason: person.nikFault ?? 'tanpa-nik' };
    const nik = `identifier=${encodeURIComponent(`${nikSystem}|${person.nik}`)}`;
    const look = { method: 'GET', effect: false, refs: [{ ref, hash: '' }], credential: puskesmas.organization };
    if (!upstream.has(refOf.patientNameSeen(person.id)))
        return { do: 'send', message: { plan: 'cari-nik', path: `/Patient?${nik}`, ...look } };
    const full = `name=${encodeURIComponent(person.name)}&birthdate=${person.birthDate ?? ''}&${nik}`;
    return { do: 'send', message: { plan: 'cari-nik-nama-lahir', path: `/Patient?${full}`, ...look } };
}
/** The next look for a practitioner's number; a number written in jejaring is taken as it is. Practitioners are never created. */
export function preparePractitioner(state, upstream) {
    const { key, responsible, puskesmas } = state;
    const ref = refOf.practitioner(key);
    if (responsible.ihs !== undefined || upstream.has(ref))
        return { do: 'settled' };
    if (puskesmas.organization === undefined)
        return toHold('organisasi-belum-ada');
    if (responsible.nik === undefined)
        return { do: 'hold', reason: 'nakes-tidak-cocok', issues: [toReasonIssue('nakes-tidak-cocok')] };
    const identifier = encodeURIComponent(`${nikSystem}|${responsible.nik}`);
    const message = {
        plan: 'cari-nakes',
        method: 'GET',
        path: `/Practitioner?identifier=${identifier}`,
        effect: false,
        refs: [{ ref, hash: '' }],
        credential: puskesmas.organization,
    };
    return { do: 'send', message };
}
//# sourceMappingURL=prepare-patient.js.map