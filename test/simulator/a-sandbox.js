import axios, {} from 'axios';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from "../../src/simulator/start-simulator.js";
export const nikSystem = 'https://fhir.kemkes.go.id/id/nik';
export const secretOf = (clientId) => clientId.replace('simulasi-', 'simulasi-bukan-rahasia-');
export async function aSandbox(options = {}) {
    const data = options.data ?? (await mkdtemp(join(tmpdir(), 'titian-simulasi-')));
    const clock = { now: new Date('2025-08-15T00:00:00Z') };
    const simulator = await startSimulator({ now: () => clock.now, ...options, data });
    const settings = { baseURL: simulator.url, validateStatus: () => true, proxy: false };
    const http = axios.create(settings);
    const askToken = (clientId, clientSecret = secretOf(clientId)) => http.post('/oauth2/v1/accesstoken?grant_type=client_credentials', new URLSearchParams({ client_id: clientId, client_secret: clientSecret }));
    return {
        data,
        simulator,
        http,
        clock,
        askToken,
        signedIn: async (clientId = 'simulasi-bengkuring') => {
            const token = (await askToken(clientId)).data.access_token;
            return axios.create({ ...settings, baseURL: `${simulator.url}/fhir-r4/v1`, headers: { authorization: `Bearer ${token}` } });
        },
        plan: (...faults) => http.post('/_sandbox/faults', faults),
    };
}
export const issuesOf = (response) => response.data.issue;
export const textsOf = (response) => issuesOf(response).map((issue) => issue.details.text);
export const organization = '100009902';
const subject = { reference: 'Patient/P99000000201' };
const practitioner = { reference: 'Practitioner/N99000003' };
const [start, end] = ['2025-08-12T01:00:00+00:00', '2025-08-12T02:00:00+00:00'];
const coded = (system, code) => ({ coding: [{ system, code }] });
export function anEncounter(changes = {}) {
    return {
        resourceType: 'Encounter',
        identifier: [{ system: `http://sys-ids.kemkes.go.id/encounter/${organization}`, value: 'KUNJUNGAN-1' }],
        status: 'in-progress',
        class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
        subject,
        participant: [{ individual: practitioner }],
        period: { start },
        location: [{ location: { reference: 'Location/3f0c9902-0003-4a00-8000-000000000001' } }],
        statusHistory: [{ status: 'arrived', period: { start, end } }],
        serviceProvider: { reference: `Organization/${organization}` },
        ...changes,
    };
}
/** What changes when a visit is closed, apart from the diagnosis. */
export const closing = {
    status: 'finished',
    period: { start, end },
    statusHistory: ['arrived', 'in-progress', 'finished'].map((status) => ({ status, period: { start, end } })),
};
export function aCondition(encounter, changes = {}) {
    return {
        resourceType: 'Condition',
        clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active'),
        category: [coded('http://terminology.hl7.org/CodeSystem/condition-category', 'encounter-diagnosis')],
        code: coded('http://hl7.org/fhir/sid/icd-10', 'Z00.1'),
        subject,
        encounter: { reference: encounter },
        recordedDate: start,
        ...changes,
    };
}
export function aWeight(encounter, changes = {}) {
    return {
        resourceType: 'Observation',
        identifier: [{ system: `http://sys-ids.kemkes.go.id/observation/${organization}`, value: 'BERAT-1' }],
        status: 'final',
        category: [coded('http://terminology.hl7.org/CodeSystem/observation-category', 'vital-signs')],
        code: coded('http://loinc.org', '29463-7'),
        subject,
        encounter: { reference: encounter },
        performer: [practitioner],
        effectiveDateTime: start,
        valueQuantity: { value: 11.4, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
        ...changes,
    };
}
export function aProcedure(encounter, changes = {}) {
    return {
        resourceType: 'Procedure',
        status: 'completed',
        category: coded('http://snomed.info/sct', '409073007'),
        subject,
        encounter: { reference: encounter },
        performedPeriod: { start, end },
        ...changes,
    };
}
export function aQuestionnaireResponse(encounter, changes = {}) {
    return {
        resourceType: 'QuestionnaireResponse',
        status: 'completed',
        questionnaire: 'https://fhir.kemkes.go.id/Questionnaire/Q0003',
        subject,
        encounter: { reference: encounter },
        author: practitioner,
        source: subject,
        authored: start,
        ...changes,
    };
}
export function anImmunization(encounter, changes = {}) {
    return {
        resourceType: 'Immunization',
        status: 'completed',
        vaccineCode: coded('http://sys-ids.kemkes.go.id/kfa', '93023055'),
        patient: subject,
        encounter: { reference: encounter },
        occurrenceDateTime: start,
        recorded: start,
        primarySource: true,
        lotNumber: 'LOT-1',
        expirationDate: '2026-08-12',
        location: { reference: 'Location/3f0c9902-0003-4a00-8000-000000000001' },
        performer: [{ function: coded('http://terminology.hl7.org/CodeSystem/v2-0443', 'AP'), actor: practitioner }],
        reasonCode: [coded('http://terminology.kemkes.go.id/CodeSystem/immunization-reason', 'IM-Dasar')],
        protocolApplied: [{ doseNumberPositiveInt: 1 }],
        ...changes,
    };
}
export function anEpisode(changes = {}) {
    return {
        resourceType: 'EpisodeOfCare',
        identifier: [{ system: `http://sys-ids.kemkes.go.id/episode-of-care/${organization}`, value: 'KEHAMILAN-1' }],
        status: 'active',
        type: [coded('http://terminology.kemkes.go.id/CodeSystem/episodeofcare-type', 'ANC')],
        patient: { reference: 'Patient/P99000000101' },
        managingOrganization: { reference: `Organization/${organization}` },
        period: { start },
        ...changes,
    };
}
const uuid = (last) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
export const entryUrl = (last) => `urn:uuid:${uuid(last)}`;
/** A transaction of these resources; entry n can be referred to by `entryUrl(n)`. */
export function aBundle(...resources) {
    const entry = resources.map((resource, index) => ({
        fullUrl: entryUrl(index),
        resource,
        request: { method: 'POST', url: String(resource['resourceType']) },
    }));
    return { resourceType: 'Bundle', type: 'transaction', entry };
}
/** A visit as it is sent: closed, with its diagnosis and a weight. */
export function aVisit(name = 'KUNJUNGAN-1') {
    const identifier = [{ system: `http://sys-ids.kemkes.go.id/encounter/${organization}`, value: name }];
    const weight = [{ system: `http://sys-ids.kemkes.go.id/observation/${organization}`, value: `BERAT-${name}` }];
    return aBundle(anEncounter({ ...closing, identifier, diagnosis: [{ condition: { reference: entryUrl(1) } }] }), aCondition(entryUrl(0)), aWeight(entryUrl(0), { identifier: weight }));
}
