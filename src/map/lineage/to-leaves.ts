import type { Resource } from '@medplum/fhirtypes';

/** A primitive value of a resource: where it stands, and what it says. */
export interface Leaf {
  /** FHIRPath with indexes, without the type of a choice, as the validator writes it: `Observation.value.value`. */
  readonly path: string;
  readonly value: string | number | boolean;
}

/** Elements of ILP resources that may hold one of several types (R4 2.1.28.0.1): in FHIRPath their names have no type. */
const choice = /^(value|effective|performed|occurrence|onset|multipleBirth|medication|deceased|abatement|authored|reported)(?=[A-Z])/;

/**
 * Lays a resource out as its primitive values by a key that stays the same wherever an item stands: answers go by their linkId. Ids are left out,
 * because they are keyed hashes and come from no cell.
 */
export function toLeaves(resource: Resource): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const [name, value] of Object.entries(resource)) {
    if (name === 'resourceType' || name === 'id') continue;
    collect(value, { key: toName(name), path: `${resource.resourceType}.${toName(name)}` }, leaves);
  }
  return leaves;
}

interface At {
  readonly key: string;
  readonly path: string;
}

function collect(value: unknown, at: At, leaves: Map<string, Leaf>): void {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    leaves.set(at.key, { path: at.path, value });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Array.isArray(value) ? toItems(value) : toFields(value)) {
    collect(inner, { key: `${at.key}${name.key}`, path: `${at.path}${name.path}` }, leaves);
  }
}

function toFields(value: object): readonly (readonly [At, unknown])[] {
  return Object.entries(value).map(([name, inner]: [string, unknown]) => [{ key: `.${toName(name)}`, path: `.${toName(name)}` }, inner]);
}

function toItems(values: readonly unknown[]): readonly (readonly [At, unknown])[] {
  return values.map((inner, index) => {
    const path = `[${String(index)}]`;
    return [{ key: toItemKey(inner) ?? path, path }, inner];
  });
}

function toItemKey(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'linkId' in item ? `[${String(item.linkId)}]` : undefined;
}

function toName(name: string): string {
  return choice.exec(name)?.[1] ?? name;
}
