import { responsibleOn } from "./places/ask-site.js";
/**
 * Says whether a visit is owed to a platform, never owed, or held and why. Identity goes first: a wrong NIK writes into a
 * stranger's record (field rule 3). A missing closing policy holds nothing: the Encounter then stays in progress (field rule 5).
 */
export function sendingOf({ visit, person, duty, policy, place }) {
    if (duty !== 'kirim')
        return 'tidak';
    if (person.nik === undefined)
        return `hold:${person.nikFault ?? 'tanpa-nik'}`;
    if (person.nikFault !== undefined)
        return `hold:${person.nikFault}`;
    if (person.birthDate === undefined)
        return 'hold:tanggal-lahir';
    if (place === undefined)
        return 'hold:tempat-tidak-dikenal';
    if (policy?.verificationRequired === true && !visit.verified)
        return 'hold:belum-diverifikasi';
    // SATUSEHAT wants a Practitioner on Encounter and Observation (rules 10119, 10383).
    if (policy?.namedPerformer !== true || responsibleOn(place, visit.date) === undefined)
        return 'hold:pelaksana-belum-ditetapkan';
    return 'kirim';
}
const waitingReasons = new Set(['tanpa-nik', 'nik-rusak', 'nik-tidak-sah', 'nik-tersamar', 'induk', 'waktu']);
/** True for a reason that ends by itself when a NIK, a parent or the time comes; false where a person has to act. */
export function isWaiting(reason) {
    return waitingReasons.has(reason.replace(/^hold:/, ''));
}
//# sourceMappingURL=sending-of.js.map