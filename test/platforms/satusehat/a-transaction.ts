import type { Bundle, Resource } from '@medplum/fhirtypes';
import type { BundleInput } from '../../../src/map/bundle/bundle-input.ts';
import { toBundle } from '../../../src/map/bundle/to-bundle.ts';
import { createAnswerOf, listComputedKeys, createMaySend } from '../../../src/map/may-send.ts';
import type { Policy } from '../../../src/map/place.ts';
import type { CountedContact } from '../../../src/platforms/subject.ts';
import { prepareTransaction, type PreparedTransaction } from '../../../src/platforms/satusehat/visit/prepare-transaction.ts';
import { visitSettings, type VisitSettings } from '../../../src/platforms/satusehat/visit/visit-settings.ts';
import { checkResource } from '../../../src/simulator/rules/check-resource.ts';
import { isJsonObject, parseJson } from '../../../src/simulator/json.ts';
import { namePartsOf } from '../../../src/store/subjects/visit-parts.ts';
import { aVisit, shipped, type Given } from '../../map/bundle/a-visit.ts';
import { later, openPolicy, visitState, type VisitState } from './a-subject.ts';

export const organization = '100009902';
export const identities = {
  organization,
  location: { id: 'L1', name: 'Posyandu Sawo' },
  patient: 'P1',
  practitioner: 'N1',
};

/** What a test cares about beside the visit itself. */
export interface Choices {
  readonly policy?: Policy;
  readonly settings?: VisitSettings;
  readonly refused?: ReadonlyMap<string, string>;
  readonly contact?: CountedContact;
  readonly episode?: string;
}

/** The state of a visit as the store loads it, with the names of its parts and what of it may go by the programme and the head's choice. */
export function stateOf(input: BundleInput, { policy = openPolicy, contact }: Choices = {}): VisitState {
  const bundle = toBundle(input);
  const idOf = (of: string, key: string, ordinal: number): string =>
    of === 'nomor-1' ? `nomor-${key}-${String(ordinal)}` : input.idOf(key, ordinal);
  const telling = { maySend: createMaySend(shipped, 'satusehat'), answerOf: createAnswerOf(shipped), computed: listComputedKeys(shipped) };
  const { visit, person, place } = input;
  const parts = namePartsOf({ idOf }, { versions: [{ visit, bundle }], number: 'nomor-1', alsoSend: policy.alsoSend ?? [] }, telling);
  return visitState({ visit, person, place, bundle, policy, ...parts, contact });
}

/** The transaction of a visit. */
export function transactionOf(given: Given | BundleInput, choices: Choices = {}): PreparedTransaction {
  const input = 'idOf' in given ? given : aVisit(given);
  const ids = choices.episode === undefined ? identities : { ...identities, episode: choices.episode };
  return prepareTransaction(stateOf(input, choices), ids, choices.refused ?? new Map(), choices.settings ?? visitSettings);
}

export function resourcesOf({ bundle }: { readonly bundle: Bundle }): Resource[] {
  return (bundle.entry ?? []).flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
}

/** Every resource of a type in a transaction. */
export function allOf(transaction: PreparedTransaction, type: string): Resource[] {
  return resourcesOf(transaction).filter(({ resourceType }) => resourceType === type);
}

/** What the simulated SATUSEHAT says against a transaction, resource by resource; it knows the person, the place, the nakes and what goes along. */
export function refusalsOf({ bundle }: { readonly bundle: Bundle }): readonly string[] {
  const urls = new Map((bundle.entry ?? []).map(({ fullUrl = '', resource }) => [fullUrl, resource?.resourceType ?? '']));
  const reach = (reference: string, targets: readonly string[]): 'known' | 'unknown' => {
    const type = urls.get(reference) ?? reference.split('/')[0] ?? '';
    return targets.includes(type) ? 'known' : 'unknown';
  };
  return resourcesOf({ bundle }).flatMap((resource) => {
    const json = parseJson(JSON.stringify(resource));
    if (!isJsonObject(json)) throw new Error('a resource is an object');
    return checkResource(json, { now: later, organization, reach }).map((refusal) => JSON.stringify(refusal));
  });
}
