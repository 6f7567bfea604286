import type { CheckWorld } from './check.ts';
import type { Entry, EntryIndex } from './entry-index.ts';
import { isAbsoluteUri, toRestfulAddress } from './reference-forms.ts';

/** What a document or message holds for a reference. `near` is an entry of that type and id whose fullUrl says otherwise. */
export type LookUp =
  | { readonly kind: 'found'; readonly entry: Entry }
  | { readonly kind: 'many' | 'near' | 'missing' }
  /** Nothing that has to be in the Bundle: a definition, or no reference to a resource at all. */
  | { readonly kind: 'elsewhere' };

/** Types with canonical addresses: what they define may lie anywhere. */
const DEFINING: ReadonlySet<string> = new Set(
  (
    'ActivityDefinition CapabilityStatement ChargeItemDefinition CodeSystem CompartmentDefinition ConceptMap EffectEvidenceSynthesis ' +
    'EventDefinition Evidence EvidenceVariable ExampleScenario GraphDefinition ImplementationGuide Library Measure MessageDefinition ' +
    'NamingSystem OperationDefinition PlanDefinition Questionnaire ResearchDefinition ResearchElementDefinition RiskEvidenceSynthesis ' +
    'SearchParameter StructureDefinition StructureMap TerminologyCapabilities TestScript ValueSet'
  ).split(' '),
);
const HISTORY = '/_history/';

/** Looks a reference up in a document or message, where everything referred to is expected inside (R4 documents.html, messaging.html). */
export function lookUpEntry(reference: string, source: Entry, index: EntryIndex, world: CheckWorld): LookUp {
  const hash = reference.indexOf('#');
  const plain = hash < 0 ? reference : reference.slice(0, hash);
  if (isAbsoluteUri(plain)) return lookUpAbsolute(plain, index, world);
  const beside = toBeside(source, plain, world);
  const found = beside === undefined ? [] : toMatches(beside, index);
  const [only] = found;
  if (only !== undefined) return found.length === 1 ? { kind: 'found', entry: only } : { kind: 'many' };
  return lookUpByName(plain, index, world);
}

function lookUpAbsolute(reference: string, index: EntryIndex, world: CheckWorld): LookUp {
  const matches = toMatches(reference, index);
  const [entry] = matches;
  if (entry !== undefined) return matches.length === 1 ? { kind: 'found', entry } : { kind: 'many' };
  const type = toRestfulAddress(reference, world.resourceTypes)?.type ?? '';
  return { kind: DEFINING.has(type) ? 'elsewhere' : 'missing' };
}

/** A fullUrl may be followed by the version of its resource. */
function toMatches(url: string, index: EntryIndex): readonly Entry[] {
  const history = url.indexOf(HISTORY);
  const plain = index.byFullUrl.get(url);
  if (history < 0 || plain !== undefined) return plain ?? [];
  const version = url.slice(history + HISTORY.length);
  return (index.byFullUrl.get(url.slice(0, history)) ?? []).filter((entry) => entry.version === version);
}

/** The fullUrl of a resource on the same server as the one that refers to it. */
function toBeside({ fullUrl, type, id }: Entry, reference: string, world: CheckWorld): string | undefined {
  const name = `${type}/${id}`;
  if (id === '' || !fullUrl.endsWith(name) || toRestfulAddress(fullUrl, world.resourceTypes) === undefined) return undefined;
  return fullUrl.slice(0, -name.length) + reference;
}

function lookUpByName(reference: string, index: EntryIndex, world: CheckWorld): LookUp {
  const [type = '', id] = reference.split('/');
  if (id === undefined || !world.resourceTypes.has(type)) return { kind: 'elsewhere' };
  return { kind: index.byName.has(`${type}/${id}`) ? 'near' : 'missing' };
}
