import type { CheckWorld } from '../checks/check.ts';
import { expandValueSet } from '../expand-value-set.ts';
import type { Terminology } from '../expand-value-set.ts';
import type { JsonObject } from '../json.ts';
import type { Lookup } from '../registry.ts';
import type { Runtime } from '../runtime.ts';
import { toValueSet } from '../value-sets.ts';
import type { DefinitionIndex } from './definition-index.ts';
import type { Library } from './library.ts';

type ToValueSet = Runtime['toValueSet'];

/** Finds value sets: those handed in first, then those the base binds, then any other of R4, expanded when first asked for. */
export function expandLoaded(known: ToValueSet, index: DefinitionIndex, library: Library): ToValueSet {
  const terminology = toTerminology(index, library);
  const made = new Map<string, ReturnType<ToValueSet>>();
  const make = (url: string): ReturnType<ToValueSet> => {
    const base = known(url);
    if (base.known && index.find('ValueSet', url) === undefined) return base;
    return toValueSet(url, expandValueSet(url, terminology));
  };
  return (url) => {
    const set = made.get(url) ?? make(url);
    // Names of nothing are not remembered: a form inside a response may bring them without end.
    if (set.known) made.set(url, set);
    return set;
  };
}

function toTerminology(index: DefinitionIndex, library: Library): Terminology {
  const toTerms = (type: string): Lookup<JsonObject> => ({ get: (url) => index.find(type, url) ?? library(type, url) });
  return { valueSets: toTerms('ValueSet'), codeSystems: toTerms('CodeSystem') };
}

/** The url a value set without a canonical is found by while it is expanded. */
const SELF = 'urn:self';

/** Expands value sets that stand inside other resources and have no canonical, each once. */
export function createExpander(index: DefinitionIndex, library: Library): CheckWorld['expand'] {
  const { valueSets, codeSystems } = toTerminology(index, library);
  const made = new WeakMap<JsonObject, ReturnType<ToValueSet>>();
  return (definition) => {
    const known = made.get(definition);
    if (known !== undefined) return known;
    const own = { get: (url: string) => (url === SELF ? definition : valueSets.get(url)) };
    const set = toValueSet(SELF, expandValueSet(SELF, { valueSets: own, codeSystems }));
    made.set(definition, set);
    return set;
  };
}
