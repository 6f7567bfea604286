import type { Resource } from '@medplum/fhirtypes';
import { ilpCanonical } from '../../../fhir/systems.ts';

/** Where a resource may hold words of its recorder. */
const wordy = new Set(['text', 'valueString', 'display']);

/**
 * A resource without what is ours alone: its profile and tags, our extensions and codes, and every free text of the visit wherever it got to,
 * because what people write may hold anything (field rule 6).
 */
export function withoutLocal<T extends Resource>(resource: T, freeTexts: ReadonlySet<string>): T {
  const { meta: _meta, ...rest } = resource;
  return toKept(rest, freeTexts) as T;
}

function toKept(node: unknown, freeTexts: ReadonlySet<string>): unknown {
  if (Array.isArray(node)) return node.filter((item) => !isOurs(item)).flatMap((item) => toSaying(toKept(item, freeTexts)));
  if (typeof node !== 'object' || node === null) return node;
  const isLocal = (key: string, value: unknown): boolean => (wordy.has(key) && freeTexts.has(value as string)) || isOurs(value);
  const kept = Object.entries(node).filter(([key, value]) => !isLocal(key, value));
  return Object.fromEntries(kept.flatMap(([key, value]) => toSaying(toKept(value, freeTexts)).map((each) => [key, each])));
}

function isOurs(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const [url, system] = ['url' in node ? node.url : '', 'code' in node && 'system' in node ? node.system : ''];
  return [url, system].some((each) => typeof each === 'string' && each.startsWith(ilpCanonical));
}

/** What had only ours in it says nothing any more; FHIR knows no empty element. */
function toSaying(node: unknown): readonly unknown[] {
  return typeof node === 'object' && node !== null && Object.keys(node).length === 0 ? [] : [node];
}
