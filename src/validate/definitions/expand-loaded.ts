import { expandValueSet } from '../expand-value-set.ts';
import type { JsonObject } from '../json.ts';
import type { Lookup } from '../registry.ts';
import type { Runtime } from '../runtime.ts';
import { toValueSet } from '../value-sets.ts';
import type { DefinitionIndex } from './definition-index.ts';
import type { Library } from './library.ts';

type ToValueSet = Runtime['toValueSet'];

/** Finds value sets: those handed in first, then those the base binds, then any other of R4, expanded when first asked for. */
export function expandLoaded(known: ToValueSet, index: DefinitionIndex, library: Library): ToValueSet {
  const toTerms = (type: string): Lookup<JsonObject> => ({ get: (url) => index.find(type, url) ?? library(type, url) });
  const terminology = { valueSets: toTerms('ValueSet'), codeSystems: toTerms('CodeSystem') };
  const made = new Map<string, ReturnType<ToValueSet>>();
  const make = (url: string): ReturnType<ToValueSet> => {
    const base = known(url);
    if (base.known && index.find('ValueSet', url) === undefined) return base;
    return toValueSet(url, expandValueSet(url, terminology));
  };
  return (url) => {
    const set = made.get(url) ?? make(url);
    made.set(url, set);
    return set;
  };
}
