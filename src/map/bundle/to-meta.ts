import type { Meta } from '@medplum/fhirtypes';
import type { Coding } from '../element-definition.ts';

/** Profile and tags of a resource: simulated data stay recognisable wherever they turn up (field rule 2). */
export function toMeta(profile: string | undefined, ...tags: readonly Coding[]): Meta {
  return { ...(profile !== undefined && { profile: [profile] }), tag: tags.map((tag) => ({ ...tag })) };
}
