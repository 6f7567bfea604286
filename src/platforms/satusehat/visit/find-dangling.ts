import type { Bundle } from '@medplum/fhirtypes';

/** A reference of a transaction that leads to none of its entries, and the entry it stands in. */
export interface Dangling {
  readonly fullUrl: string;
  readonly target: string;
}

/**
 * The references of a transaction that SATUSEHAT could not follow: `urn:uuid:` of no entry (such ones stay in its store for ever, SATUSEHAT
 * Postman collection 24), a fragment of nothing contained, or an address that is none of `Type/id`.
 */
export function findDangling(bundle: Bundle): readonly Dangling[] {
  const entries = bundle.entry ?? [];
  const urls = new Set(entries.map(({ fullUrl }) => fullUrl));
  return entries.flatMap(({ fullUrl = '', resource }) => {
    const contained = new Set(containedOf(resource).map((id) => `#${id}`));
    const leads = (target: string): boolean =>
      urls.has(target) || contained.has(target) || /^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.test(target);
    return listTargets(resource)
      .filter((target) => !leads(target))
      .map((target) => ({ fullUrl, target }));
  });
}

function containedOf(resource: object | undefined): readonly string[] {
  const contained: unknown = resource !== undefined && 'contained' in resource ? resource.contained : [];
  return (Array.isArray(contained) ? contained : []).map(({ id }: { readonly id?: string }) => id ?? '');
}

function listTargets(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(listTargets);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'reference' in node && typeof node.reference === 'string' ? [node.reference] : [];
  return [...own, ...Object.values(node).flatMap(listTargets)];
}
