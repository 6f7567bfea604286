import type { Address, CodeableConcept, Location, Organization } from '@medplum/fhirtypes';
import type { Place, PlaceKind, Policy } from '../../../map/place.ts';
import { toLocalSystem } from '../systems.ts';

/** What a place is told with: the facility's number, the Organization above it, its own, whether it is open, and what was decided. */
export interface PlaceFacts {
  readonly place: Place;
  readonly org: string;
  readonly parent: string;
  readonly own: string;
  readonly isOpen: boolean;
  readonly policy: Policy | undefined;
}

const hl7Types = 'http://terminology.hl7.org/CodeSystem/organization-type';
const kemkesTypes = 'http://terminology.kemkes.go.id/CodeSystem/organization-type';
const team: CodeableConcept = { coding: [{ system: hl7Types, code: 'team', display: 'Organizational team' }] };
const unit: CodeableConcept = { coding: [{ system: hl7Types, code: 'dept', display: 'Hospital Department' }] };
/** IDCore, CodeSystem organization-type; for other kinds it names no code that fits. */
const kemkesKinds: Readonly<Partial<Record<PlaceKind, CodeableConcept>>> = {
  posyandu: { coding: [{ system: kemkesTypes, code: '131', display: 'Posyandu' }] },
  pustu: { coding: [{ system: kemkesTypes, code: 'OT000002', display: 'Pustu' }] },
};
const administrativeCode = 'https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode';
/** Digits of Kemendagri's codes, by the part of the address. */
const areaParts = [
  ['province', 2],
  ['city', 4],
  ['district', 6],
  ['village', 10],
] as const;

/** An Organization under the puskesmas: of type team for a posyandu (SATUSEHAT Postman collection 16), or of the ministry's own type where that was chosen. */
export function toOrganization({ place, org, parent, isOpen, policy }: PlaceFacts): Organization {
  const address = toAddress(place);
  return {
    resourceType: 'Organization',
    identifier: [{ use: 'official', system: toLocalSystem('organization', org), value: place.code }],
    active: isOpen,
    type: [toType(place.kind, policy)],
    name: place.name,
    ...(address === undefined ? {} : { address: [address] }),
    partOf: { reference: `Organization/${parent}` },
  };
}

/** The place itself. Without coordinates it goes without `position`: staging takes it (field report 2026-09-13), and nothing is invented. */
export function toLocation({ place, org, own, isOpen }: PlaceFacts): Location {
  const address = toAddress(place);
  return {
    resourceType: 'Location',
    identifier: [{ use: 'official', system: toLocalSystem('location', org), value: place.code }],
    status: isOpen ? 'active' : 'inactive',
    name: place.name,
    description: place.name,
    mode: 'instance',
    physicalType: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/location-physical-type', code: 'ro', display: 'Room' }] },
    ...(address === undefined ? {} : { address }),
    ...(place.position === undefined ? {} : { position: place.position }),
    managingOrganization: { reference: `Organization/${own}` },
  };
}

function toType(kind: PlaceKind, policy: Policy | undefined): CodeableConcept {
  const ministry = policy?.organizationTypes === 'kemkes' ? kemkesKinds[kind] : undefined;
  return ministry ?? (kind === 'posyandu' ? team : unit);
}

/** Where the place lies, by the codes of Kemendagri (SATUSEHAT Postman collections 01 and 16); nothing where no code is known. */
function toAddress({ area, kelurahan }: Place): Address | undefined {
  if (area === undefined) return undefined;
  const extension = areaParts
    .filter(([, digits]) => area.length >= digits)
    .map(([url, digits]) => ({ url, valueCode: area.slice(0, digits) }));
  return {
    use: 'work',
    type: 'physical',
    ...(kelurahan === undefined ? {} : { line: [kelurahan] }),
    country: 'ID',
    extension: [{ url: administrativeCode, extension }],
  };
}
