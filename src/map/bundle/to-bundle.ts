import type { Bundle, Resource } from '@medplum/fhirtypes';
import { toFullUrl, toPlaceReference } from '../../fhir/reference.ts';
import { systems } from '../../fhir/systems.ts';
import type { BundleInput } from './bundle-input.ts';
import type { FurtherResource, VisitContext } from './shape.ts';
import { toEncounter } from './to-encounter.ts';
import { toFacts } from './to-facts.ts';
import type { LocalElement } from './to-facts.ts';
import { toPatient } from './to-patient.ts';

const FURTHER: readonly FurtherResource[] = ['specimen', 'laporan'];

/**
 * Turns a visit into platform-neutral ILP FHIR: a collection of Patient, Encounter and what each coded element becomes.
 * The same input gives the same Bundle, byte for byte. Elements without a code stay local: see `listLocalElements`.
 */
export function toBundle(input: BundleInput): Bundle {
  const context = toContext(input);
  const patient = toPatient(input.person, context.patientId, context.environment);
  const facts = toFacts(input, context).resources;
  const resources = [patient, toEncounter(input, context, facts), ...facts];
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map(toEntry) };
}

/** The elements of a visit that its Bundle leaves out, each with the reason: the facts alone decide, wherever and about whomever they are. */
export function listLocalElements({ visit, elements }: Pick<BundleInput, 'visit' | 'elements'>): readonly LocalElement[] {
  const anywhere = { patientId: '', encounterId: '', at: '', environment: { system: '', code: '' }, performer: {} };
  return toFacts({ visit, elements, idOf: () => '' }, { ...anywhere, date: visit.date }).local;
}

/** The keys under which an element has resources of its own: itself and, of a laboratory's result, what was examined and the report. */
export function toResourceKeys(key: string): readonly string[] {
  return [key, ...FURTHER.map((part) => `${key}.${part}`)];
}

function toContext({ visit, idOf, hours, environment, place }: BundleInput): VisitContext {
  return {
    patientId: idOf('patient', 1),
    encounterId: idOf('encounter', 1),
    date: visit.date,
    at: hours.start,
    environment: { system: systems.environment, code: environment },
    performer: toPlaceReference('Organization', place),
  };
}

function toEntry(resource: Resource): { fullUrl: string; resource: Resource } {
  return { fullUrl: toFullUrl(resource.id ?? ''), resource };
}
