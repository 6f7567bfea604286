import type { BundleEntry, Location, Organization } from '@medplum/fhirtypes';
import { toEntryReference } from '../../fhir/reference.ts';
import { systems } from '../../fhir/systems.ts';
import type { Place } from '../../map/place.ts';
import { toEntryId } from './entry-id.ts';
import { toUpsert } from './to-entry.ts';

/** A place as Organization and Location, and the puskesmas it belongs to, so that its parent is always there. */
export function toPlaceEntries(place: Place, puskesmas: Place): readonly BundleEntry[] {
  const own = place.code === puskesmas.code;
  return [
    ...(own ? [] : [toOrganization(puskesmas)]),
    toOrganization(place, own ? undefined : puskesmas),
    toUpsert(toLocation(place), { system: systems.place, value: place.code }, toEntryId('Location', place.code)),
  ];
}

function toOrganization(place: Place, parent?: Place): BundleEntry {
  const organization: Organization = {
    resourceType: 'Organization',
    active: true,
    name: place.name,
    ...(parent === undefined ? {} : { partOf: toEntryReference<Organization>(toEntryId('Organization', parent.code)) }),
  };
  return toUpsert(organization, { system: systems.place, value: place.code }, toEntryId('Organization', place.code));
}

function toLocation(place: Place): Location {
  return {
    resourceType: 'Location',
    status: 'active',
    name: place.name,
    mode: 'instance',
    managingOrganization: toEntryReference<Organization>(toEntryId('Organization', place.code)),
  };
}
