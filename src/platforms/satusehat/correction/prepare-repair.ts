import type { IncidentPart, Message, MessageRef, Preparation } from '../../platform.ts';
import { refOf } from '../refs.ts';
import { toName } from './by-hand.ts';
import { toChangeMessage } from './change-message.ts';
import { toRetraction, type Change } from './changes.ts';
import { takenBack } from './entered-in-error.ts';
import { contentTypes } from './content-types.ts';
import { findLook, toEncounterLook } from './held-looks.ts';
import { encounterPart, goneParts, isSayable, presentParts, type HeldVisit } from './held-visit.ts';

/** Begins to take a visit back from somebody else's record: whether it really stands there is read first, and an incident is opened for people. */
export function beginRepair(held: HeldVisit, wrong: string, right: string | undefined): Preparation {
  const { state } = held;
  const message = toEncounterLook(held, 'mulai-pembetulan');
  const mark = { ref: refOf.visitRepair(state.visit.id), hash: '', id: wrong };
  const incident = { kind: 'catatan-orang-lain', wrong, ...(right === undefined ? {} : { right }) } as const;
  return { do: 'send', message: { ...message, refs: [...message.refs, mark], incident } };
}

/**
 * A visit that stands under somebody else's record (field rule 3): everything in it is marked there as entered in error, the Encounter last; then it is
 * forgotten here, bears another number, and goes anew as if it had never been sent. What no machine can take back there is named in the incident
 * and keeps the visit with a person, while the rest goes on.
 */
export function prepareRepair(held: HeldVisit): Preparation {
  const look = findLook(held);
  if (look !== undefined) return { do: 'send', message: look };
  const byHand: Change[] = [];
  for (const change of toRetraction(held)) {
    // Whose nakes or place is known here no more cannot be said again as it was.
    const message = isSayable(held.ids) ? toChangeMessage(held, change) : 'tangan';
    if (message !== 'tangan') return { do: 'send', message };
    byHand.push(change);
  }
  return { do: 'send', message: endRepair(held, byHand) };
}

/** Looks once more at what became of the Encounter there; with the answer the visit begins a new life. */
function endRepair(held: HeldVisit, byHand: readonly Change[]): Message {
  const { state, ids } = held;
  const names = new Set(byHand.map((change) => toName(held, change)));
  const parts = partsThere(held).map((part): IncidentPart => {
    return { ...part, outcome: names.has(`${part.type}/${part.id}`) ? 'perlu-tangan' : 'dibatalkan' };
  });
  const message = toEncounterLook(held, 'akhiri-pembetulan');
  const leftover: readonly MessageRef[] =
    names.size === 0 ? [] : [{ ref: refOf.visitLeftover(state.visit.id), hash: [...names].join(), id: 'perlu-tangan' }];
  return {
    ...message,
    refs: [...refsThere(held).map((ref) => ({ ref, hash: takenBack })), ...leftover],
    number: nextNumber(state),
    incident: { kind: 'catatan-orang-lain', wrong: ids.patient, parts },
  };
}

/** Everything of the visit that SATUSEHAT holds. */
function partsThere(held: HeldVisit): readonly { readonly type: string; readonly id: string }[] {
  const contents = [...presentParts(held), ...goneParts(held)].flatMap(({ ref, resource }) => {
    const id = held.upstream.get(ref)?.platformId;
    return id === undefined ? [] : [{ type: resource.resourceType, id }];
  });
  return [...contents, { type: encounterPart(held).resource.resourceType, id: held.own.platformId }];
}

function refsThere({ state, upstream, transaction }: HeldVisit): readonly string[] {
  const { id } = state.visit;
  const marks = contentTypes.flatMap((type) => [refOf.visitContents(id, type), refOf.visitDoubt(id, type)]);
  const own = [refOf.visit(id), refOf.visitPatient(id), refOf.visitHistory(id), refOf.visitRepair(id), refOf.visitAlone(id)];
  const parts = [...transaction.resourceIds, ...state.partNumbers.keys()].map((one) => refOf.resource(id, one));
  return [...new Set([...own, ...marks, ...parts])].filter((ref) => upstream.has(ref));
}

/** The number of the next life: one that no life before it had, however often a NIK went back and forth. */
function nextNumber({ number, freshNumber = number }: HeldVisit['state']): string {
  const life = /-hidup-(\d+)$/.exec(number)?.[1] ?? '1';
  return `${freshNumber.replace(/-hidup-\d+$/, '')}-hidup-${String(Number(life) + 1)}`;
}
