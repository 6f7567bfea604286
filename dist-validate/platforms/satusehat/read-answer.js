import { field, list, resourcesOf, text } from "./answer.js";
import { toReasonIssue } from "./hold.js";
import { readPatients, readPractitioners } from "./read-identity.js";
import { readRefusal } from "./read-refusal.js";
import { isOurVisitNumber, toLocalSystem } from "./systems.js";
/** Understands SATUSEHAT's answer to one of our messages: what was learned and what follows. Pure. */
export function readAnswer(message, subject, answer) {
    if (answer.status < 200 || answer.status > 299)
        return readRefusal(answer, message);
    if (typeof answer.body !== 'object' || answer.body === null)
        return unreadable(message);
    const plan = message.plan.split(':')[0] ?? '';
    if (subject.kind === 'patient')
        return readPatients(message, subject.person, answer.body);
    if (plan === 'cari-nakes' && subject.kind === 'practitioner')
        return readPractitioners(message, subject.responsible, answer.body);
    if (plan === 'cari-organisasi' || plan === 'cari-lokasi' || plan === 'cari-kunjungan')
        return readLook(message, answer.body);
    if (plan === 'buat-organisasi' || plan === 'buat-lokasi')
        return readCreated(message, answer.body);
    if (plan === 'cari-pengirim-lain')
        return readOtherSender(message, answer.body);
    if (plan === 'adopsi-isi')
        return readContents(message, answer.body);
    return readTransaction(message, answer.body);
}
/** A success whose body cannot be read may have had its effect: look upstream before sending again. */
function unreadable(message) {
    const outcome = [
        {
            severity: 'error',
            type: 'transient',
            code: 'satusehat-jawaban-rusak',
            text: 'Jawaban SATUSEHAT tidak terbaca; dicari kembali sebelum dikirim ulang.',
            diagnostics: 'The answer of SATUSEHAT could not be read; it is looked up before sending again.',
        },
    ];
    return message.effect ? { kind: 'unknown', outcome, quiet: true } : { kind: 'deferred', outcome };
}
/** Found by our own identifier = ours: adopted. Not found = the lost message never arrived: sent again. */
function readLook(message, body) {
    const type = message.path.slice(1).split('?')[0] ?? '';
    const found = resourcesOf(body, type);
    const [ref] = message.refs;
    const id = text(field(found[0], 'id'));
    if (found.length > 1)
        return {
            kind: 'accepted',
            upstream: [],
            then: { do: 'hold', reason: 'mungkin-sudah-dikirim', issues: [toReasonIssue('mungkin-sudah-dikirim')] },
        };
    if (ref === undefined || id === '')
        return { kind: 'accepted', upstream: [], then: { do: 'continue' } };
    return { kind: 'accepted', upstream: [{ ref: ref.ref, platformId: id, hash: ref.hash }], then: { do: 'continue' } };
}
function readCreated(message, body) {
    const id = text(field(body, 'id'));
    const [ref] = message.refs;
    if (id === '' || ref === undefined)
        return unreadable(message);
    return { kind: 'accepted', upstream: [{ ref: ref.ref, platformId: id, hash: ref.hash }], then: { do: 'continue' } };
}
/** An Encounter of that person, day and organization which is not ours holds the visit (field rule 2). */
function readOtherSender(message, body) {
    const own = toLocalSystem('encounter', message.credential);
    const others = resourcesOf(body, 'Encounter').filter((encounter) => !isOurs(encounter, own));
    const [ref] = message.refs;
    const upstream = ref === undefined ? [] : [{ ref: ref.ref, platformId: 'tidak-ada', hash: '' }];
    if (others.length === 0)
        return { kind: 'accepted', upstream, then: { do: 'continue' } };
    return {
        kind: 'accepted',
        upstream: [],
        then: { do: 'hold', reason: 'mungkin-sudah-dikirim', issues: [toReasonIssue('mungkin-sudah-dikirim')] },
    };
}
/** Two visits of one day are two visits: what carries a number that Titian gave is no other sender's. */
function isOurs(encounter, system) {
    return list(field(encounter, 'identifier')).some((identifier) => field(identifier, 'system') === system && isOurVisitNumber(text(field(identifier, 'value'))));
}
function readContents(message, body) {
    const type = message.plan.split(':')[1] ?? '';
    const idByValue = new Map();
    for (const resource of resourcesOf(body, type)) {
        for (const identifier of list(field(resource, 'identifier')))
            idByValue.set(text(field(identifier, 'value')), text(field(resource, 'id')));
    }
    const upstream = message.refs.flatMap(({ ref }) => {
        const ours = ref.split('/')[2] ?? '';
        const platformId = ours === `isi-${type}` ? 'dicari' : idByValue.get(ours);
        return platformId === undefined ? [] : [{ ref, platformId, hash: '' }];
    });
    return { kind: 'accepted', upstream, then: { do: 'continue' } };
}
/** The answer to a transaction names each entry in the order of the request, in fields of its own besides FHIR's location. */
function readTransaction(message, body) {
    const ids = list(field(body, 'entry')).map((entry) => idOfResponse(field(entry, 'response')));
    if (ids.length !== message.refs.length || ids.some((id) => id === ''))
        return unreadable(message);
    const upstream = message.refs.map(({ ref, hash }, index) => ({ ref, platformId: ids[index] ?? '', hash }));
    return { kind: 'accepted', upstream, then: { do: 'settle' } };
}
function idOfResponse(response) {
    const named = text(field(response, 'resourceID'));
    if (named !== '')
        return named;
    return /\/[A-Za-z]+\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/.*)?$/.exec(text(field(response, 'location')))?.[1] ?? '';
}
//# sourceMappingURL=read-answer.js.map