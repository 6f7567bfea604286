import { ilpCanonical } from '../../fhir/systems.ts';

/** Identifiers by which what we send is found again on any FHIR server: ours alone, random or keyed, so that none leads back to a NIK. */
export const serverSystems = {
  person: `${ilpCanonical}/sid/orang`,
  /** Each resource of a visit, and the Encounter itself. */
  record: `${ilpCanonical}/sid/catatan`,
  /** A course of care. */
  care: `${ilpCanonical}/sid/episode`,
  /** The visit a resource belongs to, as a tag. */
  visit: `${ilpCanonical}/sid/kunjungan`,
} as const;

/** A search by identifier, as it stands behind `?` in conditional updates and references (R4 3.1.0.4.3, 3.2.0.9). */
export function toIdentifierQuery(system: string, value: string): string {
  return `identifier=${encodeURIComponent(`${system}|${value}`)}`;
}
