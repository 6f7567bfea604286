import { readFileSync } from 'node:fs';
import { isJsonObject, itemsOf, parseJson, textAt, valueAt } from "./json.js";
import { simulationTag } from "./refusal.js";
import { SimulatorDataError } from "./read-people.js";
const seededAt = '2024-01-02T03:04:05.000000+00:00';
/** Reads the organisations of a simulated district; their credentials are written in the open because they open nothing but the simulator. */
export function readOrganizations(path) {
    const whole = parseJson(readFileSync(path, 'utf8'));
    const facilities = itemsOf(valueAt(whole, 'faskes'));
    if (facilities.length === 0)
        throw new SimulatorDataError(`${path}: "faskes" kosong / no "faskes" in it`);
    return {
        clients: facilities.flatMap((facility) => itemsOf(valueAt(facility, 'klien')).map((client) => toClient(path, need(path, facility, 'ihs'), client))),
        resources: facilities.flatMap((facility) => toResources(path, facility)),
    };
}
function toClient(path, organization, client) {
    const clientSecret = need(path, client, 'client_secret');
    if (!clientSecret.startsWith('simulasi-'))
        throw new SimulatorDataError(`${path}: client_secret simulator harus diawali "simulasi-" / must begin with "simulasi-", a real secret has no place here`);
    return { clientId: need(path, client, 'client_id'), clientSecret, application: textAt(client, 'aplikasi') ?? 'simulasi', organization };
}
function toResources(path, facility) {
    const ihs = need(path, facility, 'ihs');
    const units = itemsOf(valueAt(facility, 'unit'));
    const places = [...itemsOf(valueAt(facility, 'lokasi')), ...units.flatMap((unit) => itemsOf(valueAt(unit, 'lokasi')))];
    const resources = [
        toOrganization(path, facility, { kind: 'prov', owner: ihs, slugValue: ihs }),
        ...units.map((unit) => toOrganization(path, unit, { kind: 'team', owner: ihs, slugValue: need(path, unit, 'kode'), parent: ihs })),
        ...places.map((place) => toLocation(path, place, ihs)),
    ];
    return resources.map((resource) => ({ owner: ihs, resource }));
}
function toOrganization(path, entry, standing) {
    const { kind, owner, slugValue, parent } = standing;
    return {
        resourceType: 'Organization',
        id: need(path, entry, 'ihs'),
        meta: seedMeta(),
        active: true,
        identifier: [{ use: 'official', system: `http://sys-ids.kemkes.go.id/organization/${owner}`, value: slugValue }],
        type: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: kind }] }],
        name: need(path, entry, 'nama'),
        ...(parent === undefined ? {} : { partOf: { reference: `Organization/${parent}` } }),
    };
}
function toLocation(path, place, owner) {
    return {
        resourceType: 'Location',
        id: need(path, place, 'ihs'),
        meta: seedMeta(),
        identifier: [{ system: `http://sys-ids.kemkes.go.id/location/${owner}`, value: need(path, place, 'kode') }],
        status: 'active',
        name: need(path, place, 'nama'),
        mode: 'instance',
        physicalType: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/location-physical-type', code: 'ro', display: 'Room' }] },
        managingOrganization: { reference: `Organization/${textAt(place, 'pengelola') ?? owner}` },
    };
}
function seedMeta() {
    return { versionId: 'c2ltdWxhc2k', lastUpdated: seededAt, tag: [simulationTag] };
}
function need(path, entry, key) {
    const text = textAt(isJsonObject(entry) ? entry : undefined, key);
    if (text === undefined)
        throw new SimulatorDataError(`${path}: "${key}" harus ada / "${key}" is needed`);
    return text;
}
//# sourceMappingURL=organizations.js.map