import type { CheckWorld } from '../checks/check.ts';
import { toBareCanonical } from '../ir.ts';
import { toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { inCode, inCoding } from '../terminology/value-sets.ts';
import type { Membership, ValueSet } from '../terminology/value-sets.ts';
import type { Lookup } from './review.ts';

/** Where codes can be looked up. */
export type Sources = Pick<CheckWorld, 'find' | 'terminology' | 'resourceTypes'>;

/** Looks codings and bare codes up in value sets: those inside the form (`#id`), those loaded, those of R4. */
export function createLookup(questionnaire: JsonObject, sources: Sources | undefined): Lookup {
  return (canonical, code) => {
    const set = sources && findSet(questionnaire, canonical, sources);
    return set && toMembership(set, code);
  };
}

/** An answer needs both its system and its code: without one it is none of the options, while a binding would only wonder. */
function toMembership(set: ValueSet, code: JsonObject | string): Membership {
  if (typeof code === 'string') return inCode(set, code);
  const named = typeof code['system'] === 'string' && typeof code['code'] === 'string';
  return named || !set.known ? inCoding(set, code) : 0;
}

/** A value set that is there but cannot be expanded is not decided; one that is not there is unknown. */
function findSet(questionnaire: JsonObject, canonical: string, sources: Sources): ValueSet | undefined {
  if (canonical.startsWith('#')) {
    const contained = toObjects(questionnaire['contained']).find(
      (each) => each['id'] === canonical.slice(1) && each['resourceType'] === 'ValueSet',
    );
    return contained && sources.terminology.expand(contained);
  }
  // R4's own value sets are those of 4.0.1, whatever version of R4 is named.
  const set = sources.terminology.toValueSet(/\|4\.0(?:\.[01])?$/.test(canonical) ? toBareCanonical(canonical) : canonical);
  return set.known || sources.find('ValueSet', canonical) !== undefined ? set : undefined;
}
