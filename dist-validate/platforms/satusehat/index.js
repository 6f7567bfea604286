import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios from 'axios';
import { preparePatient, preparePractitioner } from "./prepare-patient.js";
import { preparePlace } from "./prepare-place.js";
import { contentTypes, prepareVisit } from "./prepare-visit.js";
import { refOf } from "./refs.js";
import { sendMessage } from "./send.js";
import { createTokenSource } from "./token.js";
/** SATUSEHAT, the ministry's FHIR platform, behind the platform port. */
export function createSatusehat(options) {
    const http = axios.create({
        baseURL: options.fhirUrl,
        timeout: options.timeoutMs,
        validateStatus: () => true,
        maxRedirects: 0,
        httpAgent: new HttpAgent({ keepAlive: true }),
        httpsAgent: new HttpsAgent({ keepAlive: true }),
    });
    const tokens = createTokenSource(http, `${options.tokenUrl}/accesstoken`, { credentials: options.credentials, now: options.now });
    return {
        name: 'satusehat',
        refsOf,
        prepare(subject, upstream, progress, now) {
            switch (subject.kind) {
                case 'place':
                    return preparePlace(subject, upstream, progress);
                case 'practitioner':
                    return preparePractitioner(subject, upstream);
                case 'patient':
                    return preparePatient(subject, upstream);
                case 'visit':
                    return prepareVisit(subject, upstream, progress, now);
            }
        },
        send: (message, subject, signal) => sendMessage({ http, tokens }, message, subject, signal),
    };
}
function refsOf(subject) {
    switch (subject.kind) {
        case 'place':
            return [refOf.organization(subject.place.code), refOf.location(subject.place.code)];
        case 'practitioner':
            return [refOf.practitioner(subject.key)];
        case 'patient':
            return [refOf.patient(subject.person.id), refOf.patientNameSeen(subject.person.id)];
        case 'visit':
            return refsOfVisit(subject);
    }
}
/** What a visit leans on, the visit itself, and every resource of its transaction. */
function refsOfVisit(subject) {
    const { visit, person, place, responsible, closingId } = subject;
    const bundle = subject.bundle;
    const ids = [closingId, ...(bundle.entry ?? []).map((entry) => entry.resource?.id ?? '')];
    return [
        refOf.patient(person.id),
        refOf.location(place.code),
        refOf.practitioner(responsible?.key ?? ''),
        refOf.visit(visit.id),
        refOf.visitAlone(visit.id),
        ...contentTypes.map((type) => refOf.visitContents(visit.id, type)),
        ...ids.map((id) => refOf.resource(visit.id, id)),
    ];
}
//# sourceMappingURL=index.js.map