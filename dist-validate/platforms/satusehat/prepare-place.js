import { toHold } from "./hold.js";
import { refOf } from "./refs.js";
import { toHash } from "./hash.js";
import { toLocalSystem } from "./systems.js";
/**
 * The next message for a place: an Organization of type team under the puskesmas, then its Location (Postman collection 16).
 * Ids written in jejaring are taken as they are. A create whose answer was lost is looked up by identifier first.
 */
export function preparePlace(state, upstream, progress) {
    const org = state.puskesmas.organization;
    if (org === undefined)
        return toHold('organisasi-belum-ada');
    const own = state.place.code === state.puskesmas.code
        ? org
        : (state.place.organization ?? upstream.get(refOf.organization(state.place.code))?.platformId);
    if (own === undefined)
        return { do: 'send', message: toOrganizationMessage(state.place, org, progress) };
    const location = state.place.location ?? upstream.get(refOf.location(state.place.code))?.platformId;
    if (location === undefined)
        return { do: 'send', message: toLocationMessage(state.place, { org, own }, progress) };
    return { do: 'settled' };
}
function toOrganizationMessage(place, org, progress) {
    const ref = refOf.organization(place.code);
    if (progress.reconcile)
        return toLook('cari-organisasi', place, { ref, org });
    const body = {
        resourceType: 'Organization',
        identifier: [{ use: 'official', system: toLocalSystem('organization', org), value: place.code }],
        active: true,
        type: [
            { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'team', display: 'Organizational team' }] },
        ],
        name: place.name,
        partOf: { reference: `Organization/${org}` },
    };
    return toCreate('buat-organisasi', 'Organization', body, { ref, org });
}
function toLocationMessage(place, ids, progress) {
    const ref = refOf.location(place.code);
    if (progress.reconcile)
        return toLook('cari-lokasi', place, { ref, org: ids.org });
    const body = {
        resourceType: 'Location',
        identifier: [{ use: 'official', system: toLocalSystem('location', ids.org), value: place.code }],
        status: 'active',
        name: place.name,
        description: place.name,
        mode: 'instance',
        physicalType: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/location-physical-type', code: 'ro', display: 'Room' }] },
        managingOrganization: { reference: `Organization/${ids.own}` },
    };
    return toCreate('buat-lokasi', 'Location', body, { ref, org: ids.org });
}
function toCreate(plan, type, body, to) {
    return { plan, method: 'POST', path: `/${type}`, body, effect: true, refs: [{ ref: to.ref, hash: toHash(body) }], credential: to.org };
}
function toLook(plan, place, to) {
    const [type, slug] = plan === 'cari-organisasi' ? ['Organization', 'organization'] : ['Location', 'location'];
    const identifier = encodeURIComponent(`${toLocalSystem(slug, to.org)}|${place.code}`);
    return {
        plan,
        method: 'GET',
        path: `/${type}?identifier=${identifier}`,
        effect: false,
        refs: [{ ref: to.ref, hash: '' }],
        credential: to.org,
    };
}
//# sourceMappingURL=prepare-place.js.map