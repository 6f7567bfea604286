import type { Organization, Location } from '@medplum/fhirtypes';
import type { Place } from '../../../map/place.ts';
import type { Message, Preparation, Progress, SubjectState, Upstream } from '../../platform.ts';
import { toHold } from '../holds/hold.ts';
import { toHash } from '../hash.ts';
import { locationIdOf } from '../known-ids.ts';
import { refOf } from '../refs.ts';
import { toLocalSystem } from '../systems.ts';

type PlaceState = Extract<SubjectState, { kind: 'place' }>;

/**
 * The next message for a place: an Organization under the puskesmas, of type team for a posyandu, then its Location (Postman collection 16).
 * Ids written in jejaring are taken as they are. A create whose answer was lost is looked up by identifier first.
 */
export function preparePlace(state: PlaceState, upstream: Upstream, progress: Progress): Preparation {
  const org = state.puskesmas.organization;
  if (org === undefined) return toHold('organisasi-belum-ada');
  const own =
    state.place.code === state.puskesmas.code
      ? org
      : (state.place.organization ?? upstream.get(refOf.organization(state.place.code))?.platformId);
  if (own === undefined) return { do: 'send', message: toOrganizationMessage(state.place, org, progress) };
  if (locationIdOf(state.place, upstream) === undefined)
    return { do: 'send', message: toLocationMessage(state.place, { org, own }, progress) };
  return { do: 'settled' };
}

const organizationType = 'http://terminology.hl7.org/CodeSystem/organization-type';
const team = { system: organizationType, code: 'team', display: 'Organizational team' };
const unit = { system: organizationType, code: 'dept', display: 'Hospital Department' };

function toOrganizationMessage(place: Place, org: string, progress: Progress): Message {
  const ref = refOf.organization(place.code);
  if (progress.reconcile) return toLook('cari-organisasi', place, { ref, org });
  const body: Organization = {
    resourceType: 'Organization',
    identifier: [{ use: 'official', system: toLocalSystem('organization', org), value: place.code }],
    active: true,
    type: [{ coding: [place.kind === 'posyandu' ? team : unit] }],
    name: place.name,
    partOf: { reference: `Organization/${org}` },
  };
  return toCreate('buat-organisasi', 'Organization', body, { ref, org });
}

function toLocationMessage(place: Place, ids: { readonly org: string; readonly own: string }, progress: Progress): Message {
  const ref = refOf.location(place.code);
  if (progress.reconcile) return toLook('cari-lokasi', place, { ref, org: ids.org });
  const body: Location = {
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

function toCreate(plan: string, type: string, body: unknown, to: { readonly ref: string; readonly org: string }): Message {
  return { plan, method: 'POST', path: `/${type}`, body, effect: true, refs: [{ ref: to.ref, hash: toHash(body) }], credential: to.org };
}

function toLook(plan: string, place: Place, to: { readonly ref: string; readonly org: string }): Message {
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
