import type { Condition, Encounter, Period, Resource } from '@medplum/fhirtypes';
import { toEntryReference, toPlaceReference } from '../../fhir/reference.ts';
import { profiles, systems } from '../../fhir/systems.ts';
import type { BundleInput } from './bundle-input.ts';
import type { VisitContext } from './shape.ts';
import { toMeta } from './to-meta.ts';
import { toRecording } from './to-recording.ts';

/**
 * The contact as an Encounter, finished, at the place of jejaring: ambulatory as the national collection for posyandu has it (SATUSEHAT
 * Postman collection 16), or at home. It names the diagnoses that a nakes wrote; a closing diagnosis is a platform's demand and a
 * puskesmas's policy, so none is added here (field rule 5).
 */
export function toEncounter(input: BundleInput, context: VisitContext, facts: readonly Resource[] = []): Encounter {
  const { visit, place } = input;
  const atHome = visit.service === 'kunjungan-rumah';
  const diagnosis = facts.filter(isDiagnosis).map(({ id = '' }) => ({ condition: toEntryReference<Condition>(id) }));
  return {
    resourceType: 'Encounter',
    id: context.encounterId,
    meta: toMeta(toEncounterProfile(input, atHome), context.environment, toRecording(visit.verified ? 'verified' : visit.recorder)),
    status: 'finished',
    class: { system: systems.actCode, ...(atHome ? { code: 'HH', display: 'home health' } : { code: 'AMB', display: 'ambulatory' }) },
    serviceType: { coding: [{ system: systems.service, code: visit.service }] },
    subject: toEntryReference(context.patientId),
    period: toPeriod(input),
    ...(diagnosis.length > 0 && { diagnosis }),
    location: [{ location: toPlaceReference('Location', place) }],
    serviceProvider: toPlaceReference('Organization', place),
  };
}

function toEncounterProfile({ place }: BundleInput, atHome: boolean): string {
  if (atHome) return profiles.encounterHome;
  return place.kind === 'posyandu' ? profiles.encounterPosyandu : profiles.encounterFacility;
}

/** A diagnosis of this very contact, not one of the history. */
function isDiagnosis(resource: Resource): resource is Condition {
  const codes = resource.resourceType === 'Condition' ? resource.category?.flatMap(({ coding = [] }) => coding) : undefined;
  return codes?.some(({ code }) => code === 'encounter-diagnosis') === true;
}

function toPeriod({ visit, hours }: BundleInput): Period {
  const estimated = visit.dateEstimated ? 'tanggal' : 'jam';
  const marked = visit.dateEstimated || hours.estimated;
  return {
    ...(marked && { extension: [{ url: profiles.estimatedTime, valueCode: estimated }] }),
    start: hours.start,
    end: hours.end,
  };
}
