import type { Bundle, BundleEntry, Encounter, Resource } from '@medplum/fhirtypes';
import { chooseResources } from './choose-resources.ts';
import type { Identities } from './identities.ts';
import { toSentEncounter } from './to-encounter.ts';
import type { Staying, Visiting } from './visiting.ts';

/** The transaction of one visit with, in order, which resource of ours each entry is, and what stays here. */
export interface Transaction {
  readonly bundle: Bundle;
  readonly resourceIds: readonly string[];
  readonly staying: readonly Staying[];
}

const nothing: ReadonlySet<string> = new Set();

/**
 * Turns a platform-neutral ILP Bundle into SATUSEHAT's transaction: Encounter first, references to what SATUSEHAT already holds found wherever they
 * stand, `urn:uuid` inside, local identifiers on everything so that it can be found again, UTC times. `without`: what SATUSEHAT refused as it is.
 */
export function toTransaction(visiting: Visiting, ids: Identities, without: ReadonlySet<string> = nothing): Transaction {
  const encounter = findEncounter(visiting.bundle);
  const { resources, staying } = chooseResources({ visiting, ids, encounter, without });
  const all = [toSentEncounter(encounter, visiting, { ids, resources }), ...resources];
  return {
    bundle: { resourceType: 'Bundle', type: 'transaction', entry: all.map(toEntry) },
    resourceIds: all.map(({ id }) => id ?? ''),
    staying,
  };
}

function findEncounter(bundle: Bundle): Encounter {
  for (const entry of bundle.entry ?? []) if (entry.resource?.resourceType === 'Encounter') return entry.resource;
  throw new Error('A stored visit bundle has no Encounter');
}

/** The body carries no id: SATUSEHAT gives its own; ours is the fullUrl and the identifier. */
function toEntry(resource: Resource): BundleEntry {
  const { id, ...body } = resource;
  return { fullUrl: `urn:uuid:${id ?? ''}`, resource: body, request: { method: 'POST', url: resource.resourceType } };
}
