import type { Encounter, Resource } from '@medplum/fhirtypes';
import type { Message, MessageRef } from '../../platform.ts';
import { refOf } from '../refs.ts';
import { isEncounter, type Change } from './changes.ts';
import { toLooseHash } from './compared.ts';
import { continueHistory, toStatuses } from './encounter-history.ts';
import { toEnteredInError } from './entered-in-error.ts';
import { encounterPart, endOfVisit, type HeldVisit } from './held-visit.ts';
import { referencesOf, resolveReferences, type RealReference } from './resolve-references.ts';
import { toChangeWay, toNewWay, type Way } from './ways.ts';

/** Where a resource stands that was never found, though it may be there. */
export const unseen = 'tak-tampak';

/** The one message that makes a change, or `tangan` where no machine can make it. */
export function toChangeMessage(held: HeldVisit, change: Change): Message | 'tangan' {
  const { resourceType: type } = change.part.resource;
  const id = held.upstream.get(change.part.ref)?.platformId;
  const way = toWay(held, change, id);
  const body = way === 'tangan' ? undefined : toBody(held, change);
  if (way === 'tangan' || body === undefined) return 'tangan';
  const common = { plan: `koreksi-${change.does}:${type}`, method: way, effect: true, credential: held.ids.organization } as const;
  if (id === undefined) return { ...common, path: `/${type}`, body, refs: toRefs(held, change, { body }) };
  const said = way === 'PATCH' ? toPatch(change, body) : { ...body, id };
  return { ...common, path: `/${type}/${id}`, body: said, refs: toRefs(held, change, { body, id }) };
}

function toWay(held: HeldVisit, change: Change, id: string | undefined): Way {
  const { resourceType: type } = change.part.resource;
  if (id === unseen || isRefused(held, change)) return 'tangan';
  return id === undefined ? toNewWay(held.table, type) : toChangeWay(held.table, type);
}

/** What SATUSEHAT refused as it is goes no second time. */
function isRefused({ progress }: HeldVisit, { part, wanted }: Change): boolean {
  return progress.refused?.get(part.ref) === wanted;
}

/** What a resource is to be there; undefined where it cannot say so, or must refer to what is not there. */
function toBody(held: HeldVisit, change: Change): Resource | undefined {
  const real = toReal(held);
  const { resource } = change.part;
  if (change.does !== 'tarik' && referencesOf(resource).some((id) => real(id) === undefined)) return undefined;
  const said = change.does === 'tarik' ? toEnteredInError(resource) : resource;
  if (said === undefined) return undefined;
  const whole = resolveReferences(said, real);
  return whole.resourceType === 'Encounter' ? withHistory(held, whole) : whole;
}

function withHistory({ state, upstream }: HeldVisit, encounter: Encounter): Encounter {
  return continueHistory(encounter, upstream.get(refOf.visitHistory(state.visit.id))?.hash ?? '', endOfVisit(state));
}

function toReal(held: HeldVisit): RealReference {
  const { state, upstream, own } = held;
  const encounter = encounterPart(held).id;
  const types = new Map(
    [...(held.transaction.bundle.entry ?? [])].map(({ resource }, index) => [
      held.transaction.resourceIds[index] ?? '',
      resource?.resourceType ?? '',
    ]),
  );
  return (id) => {
    if (id === encounter) return `Encounter/${own.platformId}`;
    const known = upstream.get(refOf.resource(state.visit.id, id))?.platformId;
    const type = types.get(id);
    return known === undefined || known === unseen || type === undefined ? undefined : `${type}/${known}`;
  };
}

/** What the answer teaches: the resource itself, its Encounter's statuses, and that the visit is no more as its transaction was. */
function toRefs(held: HeldVisit, change: Change, sent: { readonly body: Resource; readonly id?: string }): readonly MessageRef[] {
  const { own, state } = held;
  const { ref } = change.part;
  const itself = { ref, hash: change.wanted, ...(sent.id === undefined ? {} : { id: sent.id }) };
  const other = isEncounter(held, change)
    ? { ref: refOf.visitHistory(state.visit.id), hash: toStatuses(sent.body), id: 'ada' }
    : { ref: refOf.visit(state.visit.id), hash: toLooseHash(own), id: own.platformId };
  return [itself, other];
}

/** JSON Patch (RFC 6902): `add` puts a member in the place of one that is there. */
function toPatch({ does }: Change, body: Resource): readonly object[] {
  const members = Object.entries(body).filter(([key]) => key !== 'resourceType' && key !== 'id');
  const asked = does === 'tarik' ? members.filter(([key]) => /status$/i.test(key)) : members;
  return asked.map(([key, value]: [string, unknown]) => ({ op: 'add', path: `/${key}`, value }));
}
