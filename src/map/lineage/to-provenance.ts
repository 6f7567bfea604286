import type { Bundle, CodeableConcept, Meta, Provenance, ProvenanceAgent, Reference } from '@medplum/fhirtypes';
import { toPlaceReference } from '../../fhir/reference.ts';
import { profiles, systems } from '../../fhir/systems.ts';
import { toMeta } from '../bundle/to-meta.ts';
import { toRecording } from '../bundle/to-recording.ts';
import type { Place } from '../place.ts';
import type { Recorder, Visit } from '../visit.ts';
import type { VisitLineage } from './element-origin.ts';
import { toOriginExtensions } from './to-origin-extensions.ts';

/** What a Provenance says beside the visit it is about. All of it is given: no clock and no hash is made here. */
export interface ProvenanceInput {
  readonly id: string;
  /** Moment of the reading, as FHIR writes an instant. */
  readonly recorded: string;
  readonly visit: Visit;
  readonly place: Place;
  /** What its Bundle is marked with, so that simulated data stays recognisable (field rule 2). */
  readonly environment: string;
  readonly bundle: Bundle;
  /** Name and version of every set of tables the visit was read with: source, programme, register of places. */
  readonly tables: Readonly<Record<string, string>>;
  /** Keyed hash of the source record: it is found again by it, and tells nobody whose it is (field rule 4). */
  readonly record: string;
  readonly lineage?: VisitLineage;
  /** What the policy of a puskesmas added, and whose policy: administrative, said by nobody who saw the person (field rule 5). */
  readonly administrative?: { readonly id: string; readonly fullUrls: readonly string[]; readonly puskesmas: Place };
}

const participant = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';
const operation = { system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation', code: 'CREATE', display: 'create' };

/**
 * The Provenance of a visit's Bundle (R4 6.3): what was made, out of which record, by which version of the tables; who wrote it down and who stood by
 * it; and, where a lineage is given, the source cells of every element. What a policy added has a Provenance of its own, marked administrative.
 */
export function toProvenance(input: ProvenanceInput): readonly Provenance[] {
  const { id, recorded, bundle, record, lineage, visit, administrative } = input;
  const added = administrative?.fullUrls ?? [];
  const targets = (bundle.entry ?? []).map(({ fullUrl = '' }) => fullUrl);
  const made: Provenance = {
    resourceType: 'Provenance',
    id,
    meta: toProvenanceMeta(input),
    ...(lineage !== undefined && { extension: [...toOriginExtensions(lineage)] }),
    target: toTargets(targets.filter((url) => !added.includes(url))),
    recorded,
    activity: { coding: [operation] },
    agent: [toAssembler(input), ...toAuthors(input), ...toVerifiers(visit)],
    entity: [{ role: 'source', what: { identifier: { system: systems.sourceRecord, value: record } } }],
  };
  return administrative === undefined || added.length === 0 ? [made] : [made, toAdministrative(input, administrative)];
}

function toProvenanceMeta({ environment }: Pick<ProvenanceInput, 'environment'>): Meta {
  return toMeta(profiles.provenance, { system: systems.environment, code: environment });
}

function toTargets(fullUrls: readonly string[]): Reference[] {
  return fullUrls.map((reference) => ({ reference }));
}

function toType(code: string, display: string): CodeableConcept {
  return { coding: [{ system: participant, code, display }] };
}

/** Titian itself, with the versions of its tables: another version may make another Bundle of the same record. */
function toAssembler({ tables }: Pick<ProvenanceInput, 'tables'>): ProvenanceAgent {
  const versions = Object.entries(tables).map(([name, version]) => `${name} ${version}`);
  const who: ProvenanceAgent['who'] = {
    type: 'Device',
    identifier: { system: systems.device, value: 'titian' },
    display: `Titian: ${versions.join(', ')}`,
  };
  return { type: toType('assembler', 'Assembler'), who };
}

const authors: Readonly<Record<Recorder, { readonly type: 'PractitionerRole' | 'Device'; readonly display: string }>> = {
  kader: { type: 'PractitionerRole', display: 'Kader' },
  nakes: { type: 'PractitionerRole', display: 'Tenaga kesehatan' },
  sistem: { type: 'Device', display: 'Sistem pengirim' },
};

/** Everybody who recorded a part of the visit, on behalf of its place; by kind, because files name nobody reliably (field rule 1). */
function toAuthors({ visit, place }: ProvenanceInput): readonly ProvenanceAgent[] {
  const recorders = new Set([visit.recorder, ...visit.elements.flatMap(({ recorder }) => recorder ?? [])]);
  return [...recorders].sort().map((recorder) => {
    const { type, display } = authors[recorder];
    return {
      type: toType('author', 'Author'),
      role: [{ coding: [toRecording(recorder)] }],
      who: { type, display },
      onBehalfOf: toPlaceReference('Organization', place),
    };
  });
}

function toVerifiers({ verified }: Visit): readonly ProvenanceAgent[] {
  if (!verified) return [];
  const role = [{ coding: [toRecording('verified')] }];
  return [{ type: toType('verifier', 'Verifier'), role, who: { type: 'PractitionerRole', display: 'Tenaga kesehatan' } }];
}

function toAdministrative(input: ProvenanceInput, { id, fullUrls, puskesmas }: NonNullable<ProvenanceInput['administrative']>): Provenance {
  return {
    resourceType: 'Provenance',
    id,
    meta: toProvenanceMeta(input),
    target: toTargets(fullUrls),
    recorded: input.recorded,
    activity: { coding: [operation], text: 'Kode penutup administratif menurut kebijakan puskesmas, bukan diagnosis' },
    agent: [toAssembler(input), { type: toType('author', 'Author'), who: toPlaceReference('Organization', puskesmas) }],
  };
}
