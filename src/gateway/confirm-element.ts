import { fromLineage } from '../map/visits/lineage.ts';
import { foldParts } from '../map/visits/fold-parts.ts';
import { createOrdinals } from '../map/visits/ordinals.ts';
import type { VisitPart } from '../map/visits/visit-part.ts';
import type { Element, Visit } from '../map/visit.ts';
import type { Site } from '../map/place.ts';
import { placesUnder } from '../map/places/places-under.ts';
import type { KnownPerson } from '../store/persons.ts';
import type { KnownVisit } from '../store/visits.ts';
import type { Tx } from '../store/db.ts';
import { keepVisits } from './keep-visits.ts';
import type { GatewayParts } from './parts.ts';

/** A fact that was read out of a free text and waits for a nakes (field rule 7). Its value is shown to whoever may see the visit. */
export interface WaitingFact {
  readonly visit: string;
  readonly date: string;
  readonly place: string;
  readonly element: string;
  readonly ordinal: number;
  readonly title: string;
  readonly cell: string;
  /** As it would count, in the unit of the form. */
  readonly value: string;
}

/** Who says that a fact is so. */
export interface Confirmation {
  readonly visit: string;
  readonly element: string;
  readonly ordinal: number;
  /** Name of the nakes; kept sealed with the visit. */
  readonly by: string;
  /** Code of the puskesmas whose visits may be confirmed; absent for all. */
  readonly within?: string;
}

/** How many visits are listed, and of which puskesmas; absent for all. */
export interface WaitingQuestion {
  readonly limit: number;
  readonly within?: string;
}

export type Confirmed = 'confirmed' | 'unknown-visit' | 'nothing-waits';

/** Facts that wait, those of the oldest visits first. */
export async function listWaiting(parts: GatewayParts, { limit, within }: WaitingQuestion): Promise<readonly WaitingFact[]> {
  const { store, tables } = parts;
  const places = within === undefined ? undefined : placesUnder(await parts.site(), within);
  const ids = await store.confirmations.listUnconfirmed(store.db, { limit, places });
  const visits = await store.visits.getVisits(store.db, ids);
  return ids.flatMap((id) => {
    const visit = visits.get(id)?.visit;
    return visit === undefined
      ? []
      : visit.elements.filter(({ unconfirmed }) => unconfirmed === true).map((each) => toFact(visit, each, tables));
  });
}

/**
 * Confirms one fact: from now on it counts and is sent like one that was written in its own column. The confirmation is a part of the visit,
 * so that it stands when the file is read again; where the text says another value then, the confirmed one goes on counting.
 */
export async function confirmElement(parts: GatewayParts, confirmation: Confirmation): Promise<Confirmed> {
  const site = await parts.site();
  return parts.store.transact(async (tx) => {
    const known = (await parts.store.visits.holdVisits(tx, [confirmation.visit])).get(confirmation.visit);
    if (known === undefined || known.retracted || !isInside(known.visit.place, site, confirmation)) return 'unknown-visit';
    const waits = known.visit.elements.find((each) => isMeant(each, confirmation));
    const person = (await parts.store.persons.getPersons(tx, [known.visit.person])).get(known.visit.person);
    if (waits === undefined || person === undefined) return 'nothing-waits';
    const at = parts.now();
    const { unconfirmed: _mark, ...outright } = waits;
    await keepConfirmed(tx, { known, person, element: outright, by: confirmation.by, site, at }, parts);
    await parts.store.judgements.markJudgements(tx, [{ person: person.person.id, due: at }]);
    return 'confirmed';
  });
}

/** What another puskesmas knows is not there for a key that is bound to one. */
function isInside(place: string, site: Site, { within }: Confirmation): boolean {
  return within === undefined || placesUnder(site, within).includes(place);
}

function isMeant({ key, ordinal, unconfirmed }: Element, { element, ordinal: at }: Confirmation): boolean {
  return key === element && ordinal === at && unconfirmed === true;
}

interface Keeping {
  readonly known: KnownVisit;
  readonly person: KnownPerson;
  readonly element: Element;
  readonly by: string;
  readonly site: Site;
  readonly at: Date;
}

// What the visit's version says it was made with.
const byHand = { name: 'konfirmasi', version: '1' } as const;

async function keepConfirmed(tx: Tx, { known, person, element, by, site, at }: Keeping, parts: GatewayParts): Promise<void> {
  const { visit, duty, parts: before, gone, since } = fromLineage(known);
  const { programme } = parts.tables;
  const all = [...before, toPart(visit, element, { by, duty, id: parts.store.ownId(at) })];
  const ordinals = createOrdinals([...visit.elements, ...gone], programme.elements);
  const now = foldParts(all, { id: visit.id, key: visit, person: person.person, ordinals }, programme).at(-1)?.visit ?? visit;
  const made = { visit: now, duty, parts: all, gone: ordinals.gone(now.elements), since, outcome: 'changed', noted: true, known } as const;
  const visits = [{ ...made, person: person.person, personVersion: person.version }];
  await keepVisits(tx, visits, { source: byHand, site, at, again: false }, parts);
}

/** Whoever confirms vouches for this fact, not for the visit: the part has the visit's own author. */
function toPart(
  visit: Visit,
  element: Element,
  { by, duty, id }: { readonly by: string; readonly duty: VisitPart['duty']; readonly id: string },
): VisitPart {
  const { date, dateEstimated, recorder, verified } = visit;
  const said = { date, dateEstimated, recorder: element.recorder ?? recorder, verified, elements: [element], reported: {} };
  return { submission: id, position: 0, contentHash: `konfirmasi|${element.key}|${String(element.ordinal)}`, tables: '', duty, said, by };
}

function toFact(visit: Visit, { key, ordinal, value, cell }: Element, { programme }: GatewayParts['tables']): WaitingFact {
  const definition = programme.elements.elements.get(key);
  const shown = value.kind === 'quantity' ? `${value.written} ${definition?.unit?.display ?? ''}`.trim() : toWord(value);
  return {
    visit: visit.id,
    date: visit.date,
    place: visit.place,
    element: key,
    ordinal,
    title: definition?.title ?? key,
    cell,
    value: shown,
  };
}

function toWord(value: Exclude<Element['value'], { readonly kind: 'quantity' }>): string {
  if (value.kind === 'boolean') return value.boolean ? 'ya' : 'tidak';
  if (value.kind === 'coded') return value.code;
  return value.kind === 'date' ? value.date : value.text;
}
