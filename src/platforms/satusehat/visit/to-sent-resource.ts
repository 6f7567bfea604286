import type { Observation, Resource } from '@medplum/fhirtypes';
import { toLocalIdentifier } from '../systems.ts';
import { toSentDispense } from './to-dispense.ts';
import { toSentImmunization } from './to-immunization.ts';
import { resolveReferences, type Reach } from './resolve-references.ts';
import { sentTypes, type SentType, type Somebody } from './sent-types.ts';
import type { Identities } from './identities.ts';
import type { Visiting } from './visiting.ts';

/** Where a resource goes along. */
export interface Going {
  readonly visiting: Visiting;
  readonly reach: Reach;
  readonly encounterUrl: string;
}

/** A resource of a visit as SATUSEHAT takes it; undefined where something is missing without which it would be refused. */
export function toSentResource(ours: Resource, type: SentType, { visiting, reach, encounterUrl }: Going): Resource | undefined {
  if (!isFounded(ours, reach)) return undefined;
  const resolved = toShaped(resolveReferences(ours, reach, type.actor), { visiting, reach, encounterUrl });
  const whole = addMissing(resolved, type, reach.ids);
  if (!type.mandatory.every((name) => name in whole)) return undefined;
  const { resourceType } = ours;
  if (resourceType === 'Immunization' && visiting.settings.immunizationIdentifier === 'tidak') return whole;
  const number = visiting.partNumbers.get(ours.id ?? '') ?? ours.id ?? '';
  return { ...whole, ...toLocalIdentifier(resourceType, reach.ids.organization, number) } as Resource;
}

/** True where every concept that must hold a code does, for words alone say nothing to SATUSEHAT, and where what was found is said. */
export function saysSomething(resource: Resource): boolean {
  const named = new Map<string, unknown>(Object.entries(resource));
  if (resource.resourceType === 'Observation' && ![...named.keys()].some(isFinding)) return false;
  return (sentTypes[resource.resourceType]?.coded ?? []).every((name) => {
    const concept = named.get(name);
    const coding: unknown = typeof concept === 'object' && concept !== null && 'coding' in concept ? concept.coding : undefined;
    return Array.isArray(coding) && coding.length > 0;
  });
}

function isFinding(name: string): boolean {
  return name.startsWith('value') || ['dataAbsentReason', 'interpretation', 'component', 'hasMember'].includes(name);
}

/** What was computed goes only with everything it was computed from. */
function isFounded(ours: Resource, { going }: Reach): boolean {
  const from = ours.resourceType === 'Observation' ? (ours.derivedFrom ?? []) : [];
  return from.every(({ reference = '' }) => going.has(reference));
}

/** Says or leaves out what a value was computed from. */
function toSentObservation({ derivedFrom, ...rest }: Observation, { derivedFrom: choice }: Visiting['settings']): Observation {
  return derivedFrom !== undefined && choice === 'disebut' ? { ...rest, derivedFrom } : rest;
}

/** The few types that differ in more than what a table can say. */
function toShaped(resource: Resource, { visiting, reach, encounterUrl }: Going): Resource {
  if (resource.resourceType === 'Immunization')
    return toSentImmunization(resource, { ids: reach.ids, encounterUrl, byKader: visiting.byKader });
  if (resource.resourceType === 'Observation') return toSentObservation(resource, visiting.settings);
  return resource.resourceType === 'MedicationDispense' ? toSentDispense(resource) : resource;
}

function addMissing(resource: Resource, { adds, sameAs, moments }: SentType, ids: Identities): Resource {
  const named = new Map<string, unknown>(Object.entries(resource));
  for (const name of moments) if (named.has(name)) named.set(name, toMoment(named.get(name)));
  for (const [name, other] of Object.entries(sameAs)) if (!named.has(name) && named.has(other)) named.set(name, named.get(other));
  for (const [name, whom] of Object.entries(adds)) if (!named.has(name)) named.set(name, toSomebody(whom, ids));
  return Object.fromEntries(named) as unknown as Resource;
}

function toSomebody(whom: Somebody, ids: Identities): unknown {
  const practitioner = { reference: `Practitioner/${ids.practitioner}` };
  switch (whom) {
    case 'patient':
      return { reference: `Patient/${ids.patient}` };
    case 'practitioner':
      return practitioner;
    case 'practitioners':
      return [practitioner];
    case 'actors':
      return [{ actor: practitioner }];
  }
}

/** A day without hours begins where its UTC date is the same day in WIB, WITA and WIT (field rule 8). */
function toMoment(value: unknown): unknown {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+00:00` : value;
}
