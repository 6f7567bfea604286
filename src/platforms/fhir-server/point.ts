import type { Resource } from '@medplum/fhirtypes';
import { systems } from '../../fhir/systems.ts';
import { toIdentifierQuery } from './systems.ts';

/**
 * A copy of a resource whose references lead where the server knows something: places, which our Bundles name by their code alone, become
 * conditional references, and so does whatever `targets` says of a fullUrl (R4 3.2.0.9: resolved by the server within the transaction).
 */
export function pointAtServer<T extends Resource>(resource: T, targets: ReadonlyMap<string, string>): T {
  return pointWithin(resource, targets) as T;
}

function pointWithin(node: unknown, targets: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node)) return node.map((item) => pointWithin(item, targets));
  if (typeof node !== 'object' || node === null) return node;
  const fields = Object.entries(node).map(([key, value]) => [key, pointWithin(value, targets)] as const);
  return { ...Object.fromEntries(fields), ...toTarget(node, targets) };
}

interface ReferenceLike {
  readonly reference?: unknown;
  readonly type?: unknown;
  readonly identifier?: { readonly system?: unknown; readonly value?: unknown };
}

function toTarget(node: ReferenceLike, targets: ReadonlyMap<string, string>): { readonly reference?: string } {
  const { reference, type, identifier } = node;
  if (typeof reference === 'string') {
    const target = targets.get(reference);
    return target === undefined ? {} : { reference: target };
  }
  const isPlace = typeof type === 'string' && identifier?.system === systems.place && typeof identifier.value === 'string';
  return isPlace ? { reference: `${type}?${toIdentifierQuery(systems.place, identifier.value)}` } : {};
}
