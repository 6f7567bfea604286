import type { Bundle, BundleEntry } from '@medplum/fhirtypes';
import { isBlocking } from '../../fhir/issue.ts';
import type { Issue } from '../../fhir/issue.ts';
import { dropReferences } from './drop-references.ts';

/** A resource that does not go on: for its own faults, or because it must refer to `because`, which does not. */
export interface HeldResource {
  readonly fullUrl: string;
  readonly issues: readonly Issue[];
  readonly because?: string;
}

/** An optional reference that was taken out of a resource which goes on without it. */
export interface DroppedReference {
  readonly fullUrl: string;
  readonly expression: string;
}

/** What goes on, and what does not. */
export interface Closure {
  readonly bundle: Bundle;
  readonly held: readonly HeldResource[];
  readonly dropped: readonly DroppedReference[];
}

/** Root elements without which an ILP resource says nothing: whose it is, and in which visit; of a computed one also what it was computed from. All other references are optional, but see `lostWhole`. */
const MANDATORY = ['subject', 'patient', 'encounter', 'context'] as const;

/**
 * Holds back exactly the faulty resources and those that must refer to them; optional references to them are dropped, the rest stays as it is.
 * `faults` are the validator's issues by fullUrl; warnings hold nothing back.
 */
export function holdBack(bundle: Bundle, faults: ReadonlyMap<string, readonly Issue[]>): Closure {
  const entries = bundle.entry ?? [];
  const held = findHeld(entries, faults);
  if (held.size === 0) return { bundle, held: [], dropped: [] };
  const dropped: DroppedReference[] = [];
  const kept = entries.filter(({ fullUrl }) => !held.has(fullUrl ?? '')).map((entry) => dropFrom(entry, held, dropped));
  return { bundle: { ...bundle, entry: kept }, held: [...held.values()], dropped };
}

function findHeld(entries: readonly BundleEntry[], faults: ReadonlyMap<string, readonly Issue[]>): ReadonlyMap<string, HeldResource> {
  const held = new Map<string, HeldResource>();
  for (const { fullUrl = '' } of entries) {
    const issues = (faults.get(fullUrl) ?? []).filter(isBlocking);
    if (issues.length > 0) held.set(fullUrl, { fullUrl, issues });
  }
  while (holdDependants(entries, held));
  return held;
}

/** One round: true when somebody was added, so that those who depend on them are looked for again. */
function holdDependants(entries: readonly BundleEntry[], held: Map<string, HeldResource>): boolean {
  const before = held.size;
  for (const entry of entries) {
    const { fullUrl = '' } = entry;
    const because = held.has(fullUrl) ? undefined : (listMandatory(entry).find((target) => held.has(target)) ?? lostWhole(entry, held));
    if (because !== undefined) held.set(fullUrl, { fullUrl, issues: [], because });
  }
  return held.size > before;
}

function listMandatory({ resource }: BundleEntry): readonly string[] {
  if (resource === undefined) return [];
  const named = new Map<string, unknown>(Object.entries(resource));
  const from = resource.resourceType === 'Observation' ? (resource.derivedFrom ?? []) : [];
  return [...MANDATORY.map((name) => named.get(name)), ...from].map(toTarget).filter((target) => target !== '');
}

/** A report all of whose results are held reports nothing; with one of them left it goes on without the others. */
function lostWhole({ resource }: BundleEntry, held: ReadonlyMap<string, HeldResource>): string | undefined {
  if (resource?.resourceType !== 'DiagnosticReport') return undefined;
  const targets = (resource.result ?? []).map(toTarget);
  return targets.every((target) => held.has(target)) ? targets[0] : undefined;
}

function toTarget(reference: unknown): string {
  if (typeof reference !== 'object' || reference === null || !('reference' in reference)) return '';
  return typeof reference.reference === 'string' ? reference.reference : '';
}

function dropFrom(entry: BundleEntry, held: ReadonlyMap<string, HeldResource>, dropped: DroppedReference[]): BundleEntry {
  const { resource, fullUrl = '' } = entry;
  if (resource === undefined) return entry;
  const { resource: rest, expressions } = dropReferences(resource, (target) => held.has(target));
  dropped.push(...expressions.map((expression) => ({ fullUrl, expression })));
  return expressions.length === 0 ? entry : { ...entry, resource: rest };
}
