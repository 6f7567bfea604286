import type { Message, MessageRef } from '../../platform.ts';
import { refOf } from '../refs.ts';
import { localSystemOf, toVisitIdentifier } from '../systems.ts';
import { toQuestion } from '../to-question.ts';
import { unseen } from './change-message.ts';
import { isCompared, isWholeAsSent } from './compared.ts';
import { contentTypes, toContentSearch } from './content-types.ts';
import { continueHistory } from './encounter-history.ts';
import { encounterPart, endOfVisit, goneParts, presentParts, resourceIdsOf, type HeldVisit, type Part } from './held-visit.ts';

/** What has to be known before anything of a visit that SATUSEHAT holds is changed; undefined where all of it is. */
export function findLook(held: HeldVisit): Message | undefined {
  return held.progress.reconcile ? toDoubtLook(held) : findContentsLook(held);
}

/** After a message whose answer was lost, nothing of the visit is believed: its Encounter is read, and its contents are looked up again, type by type. */
function toDoubtLook(held: HeldVisit): Message {
  const { state, upstream } = held;
  const message = toEncounterLook(held, 'periksa-kunjungan');
  const parts = partsByType(held);
  const doubts = [...parts.keys()].map((type): MessageRef => ({ ref: refOf.visitDoubt(state.visit.id, type), hash: '', id: 'ragu' }));
  const blind = [...parts].flatMap(([type, of]) => (toContentSearch(type, of.length) === 'none' ? of : []));
  // What cannot be found again may be there in any version, or in none.
  const lost = blind.map(({ ref }): MessageRef => ({ ref, hash: '', id: upstream.get(ref)?.platformId ?? unseen }));
  return { ...message, refs: [...message.refs, ...doubts, ...lost] };
}

/** Reads the Encounter by its number: under whom it stands there, with which statuses, and whether it says what we would say. */
export function toEncounterLook(held: HeldVisit, plan: string): Message {
  const { state, ids, upstream } = held;
  const { system = '', value = '' } = toVisitIdentifier(state.number, ids.organization);
  const identifier = encodeURIComponent(`${system}|${value}`);
  const ref = refOf.visit(state.visit.id);
  const told = upstream.get(refOf.visitHistory(state.visit.id))?.hash ?? '';
  const ours = encounterPart(held).resource;
  const { id: _ours, ...shown } = continueHistory(ours, told, endOfVisit(state));
  const question = toQuestion(plan, `/Encounter?identifier=${identifier}`, ref, ids.organization);
  return { ...question, compare: new Map<string, unknown>([[ref, told === '' ? ours : shown]]) };
}

function findContentsLook(held: HeldVisit): Message | undefined {
  const { state, upstream } = held;
  for (const [type, parts] of partsByType(held)) {
    if (toContentSearch(type, parts.length) === 'none') continue;
    const looked = upstream.has(refOf.visitContents(state.visit.id, type)) && !upstream.has(refOf.visitDoubt(state.visit.id, type));
    if (!looked && isInDoubt(held, type, parts)) return toContentsLook(held, type, parts);
  }
  return undefined;
}

/** What is new in the visit was not there before: only what may have come with the Encounter, or with a lost message, is looked for. */
function isInDoubt(held: HeldVisit, type: string, parts: readonly Part[]): boolean {
  const { own, state, upstream } = held;
  return isCompared(own) || upstream.has(refOf.visitDoubt(state.visit.id, type)) || parts.some(({ ref }) => !upstream.has(ref));
}

function toContentsLook(held: HeldVisit, type: string, parts: readonly Part[]): Message {
  const { state, ids, own, transaction } = held;
  const asSent = isWholeAsSent(own, transaction.bundle);
  const question = toQuestion(`adopsi-isi:${type}`, toPath(held, type, parts), '', ids.organization);
  const refs = parts.map(({ ref, hash }): MessageRef => ({ ref, hash: asSent ? hash : '', ...toKnown(held, ref) }));
  const looked = { ref: refOf.visitContents(state.visit.id, type), hash: '', id: own.platformId };
  return { ...question, refs: [...refs, looked], compare: new Map(parts.map(({ ref, resource }) => [ref, resource])) };
}

function toKnown({ upstream }: HeldVisit, ref: string): { readonly id?: string } {
  const id = upstream.get(ref)?.platformId;
  return id === undefined || id === unseen ? {} : { id };
}

function toPath({ ids, own, state }: HeldVisit, type: string, parts: readonly Part[]): string {
  const search = toContentSearch(type, parts.length);
  if (search === 'patient') return `/${type}?patient=${ids.patient}`;
  if (search !== 'identifier') return `/${type}?encounter=${own.platformId}`;
  const id = parts[0]?.id ?? '';
  const system = localSystemOf(type, ids.organization) ?? '';
  return `/${type}?identifier=${encodeURIComponent(`${system}|${state.partNumbers.get(id) ?? id}`)}`;
}

/** Resources of the visit by type, those it had before too; of an Encounter that was compared nothing may be overlooked, also of types it has nothing of. */
function partsByType(held: HeldVisit): ReadonlyMap<string, readonly Part[]> {
  const byType = new Map<string, Part[]>(isCompared(held.own) ? alwaysLooked.map((type) => [type, []]) : []);
  for (const part of [...presentParts(held), ...goneParts(held)]) {
    const { resourceType } = part.resource;
    byType.set(resourceType, [...(byType.get(resourceType) ?? []), part]);
  }
  return new Map(contentTypes.flatMap((type) => (byType.has(type) ? [[type, byType.get(type) ?? []] as const] : [])));
}

const alwaysLooked = ['Observation', 'Procedure', 'Condition'];

/** Parts that may be there though nobody can look: they came with an Encounter that was adopted, or were part of an earlier version. */
export function isUncertain({ state, upstream, own }: HeldVisit, { ref, id, resource }: Part): boolean {
  if (upstream.has(ref) || toContentSearch(resource.resourceType, 2) !== 'none') return false;
  return isCompared(own) || (state.former ?? []).some((bundle) => resourceIdsOf(bundle).includes(id));
}
