import type { BundleEntry, EpisodeOfCare } from '@medplum/fhirtypes';
import { systems } from '../../fhir/systems.ts';
import type { Care } from '../subject.ts';
import { serverSystems, toIdentifierQuery } from './systems.ts';
import { toUpsert } from './to-entry.ts';

/** The ministry's code system of kinds of care (Postman collections 06, 08, 09). */
const careTypes = 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare-type';

/** A course of care of a person, open or ended. */
export function toCareEntry(care: Care, of: { readonly person: string; readonly puskesmas: string; readonly gone: boolean }): BundleEntry {
  const ended = care.to === undefined ? 'active' : 'finished';
  const resource: EpisodeOfCare = {
    resourceType: 'EpisodeOfCare',
    status: of.gone ? 'entered-in-error' : ended,
    type: [{ coding: [{ system: careTypes, code: care.type }] }],
    patient: { reference: `Patient?${toIdentifierQuery(serverSystems.person, of.person)}` },
    managingOrganization: { reference: `Organization?${toIdentifierQuery(systems.place, of.puskesmas)}` },
    period: { start: care.from, ...(care.to === undefined ? {} : { end: care.to }) },
  };
  return toUpsert(resource, { system: serverSystems.care, value: care.id });
}
