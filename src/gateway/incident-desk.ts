import type { Asker, IncidentLine, IncidentPage, IncidentsAsked, Said } from '../deliveries.ts';
import { toFailed, toPassed, type Checked } from '../fhir/checked.ts';
import { placesUnder } from '../map/places/places-under.ts';
import type { KnownIncident } from '../store/incidents.ts';
import { hasLongNumber } from './has-long-number.ts';
import { numberInNote, unknownIncident } from './incident-faults.ts';
import { isId, readCursor, toCursor } from './list-cursor.ts';
import type { RedriveParts } from './redrive.ts';

/** What incidents are looked after with. */
export interface IncidentParts extends RedriveParts {
  readonly wake: () => void;
  readonly note: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** Incidents at the places of whoever asks, the newest first. */
export async function listIncidents(
  parts: IncidentParts,
  { states, after, limit }: IncidentsAsked,
  asker: Asker,
): Promise<Checked<IncidentPage>> {
  const from = readCursor(after);
  if (!from.ok) return from;
  const start = from.value === undefined ? {} : { after: from.value };
  const found = await look(parts, { states, ...start, limit: limit + 1 }, asker);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = found.length > limit && last !== undefined ? { next: toCursor(last) } : {};
  return toPassed({ incidents: shown.map(toLine), ...next });
}

/** One incident at the places of whoever asks, with the messages by which it was put right. */
export async function findIncident(parts: IncidentParts, id: string, asker: Asker): Promise<Checked<IncidentLine>> {
  const incident = await findOne(parts, id, asker);
  return incident === undefined ? toFailed(unknownIncident) : toPassed(await toWhole(parts, incident));
}

/** Closes an incident with what a person says of it. What is closed already stays as it was closed, for an answer may have been lost. */
export async function closeIncident(parts: IncidentParts, id: string, { asker, note }: Said): Promise<Checked<IncidentLine>> {
  if (hasLongNumber(note)) return toFailed(numberInNote);
  const { store } = parts;
  if ((await findOne(parts, id, asker)) === undefined) return toFailed(unknownIncident);
  const closed = await store.incidents.closeIncident(store.db, id, { by: asker.by, note, at: parts.now() });
  if (closed) parts.note('incident-closed', { incident: id, by: asker.by, within: asker.within });
  return findIncident(parts, id, asker);
}

async function look(
  parts: IncidentParts,
  asked: Omit<Parameters<RedriveParts['store']['incidents']['listIncidents']>[1], 'places'>,
  { within }: Asker,
): Promise<readonly KnownIncident[]> {
  const { store } = parts;
  const places = within === undefined ? {} : { places: placesUnder(await parts.site(), within) };
  return store.incidents.listIncidents(store.db, { ...asked, ...places });
}

async function findOne(parts: IncidentParts, id: string, asker: Asker): Promise<KnownIncident | undefined> {
  return isId(id) ? (await look(parts, { states: ['open', 'closed'], id, limit: 1 }, asker))[0] : undefined;
}

async function toWhole({ store }: IncidentParts, incident: KnownIncident): Promise<IncidentLine> {
  const { platform, subject, foundAt, repairedAt, note } = incident;
  const attempts = await store.attempts.attemptsOf(store.db, { platform, subject });
  const messages = attempts
    .filter(({ at }) => at >= foundAt && (repairedAt === undefined || at <= repairedAt))
    .map((one) => ({ at: one.at.toISOString(), plan: one.plan, delivery: one.delivery, codes: one.codes }));
  return { ...toLine(incident), messages, ...(note === undefined ? {} : { note }) };
}

function toLine(incident: KnownIncident): IncidentLine {
  const { id, platform, kind, subject, state, foundAt, repairedAt, parts, place, date, closedAt, closedBy } = incident;
  const known = { place, date, repairedAt: repairedAt?.toISOString(), closedAt: closedAt?.toISOString(), closedBy };
  return {
    ...{ id, platform, kind, visit: subject.id, state, foundAt: foundAt.toISOString(), parts },
    ...Object.fromEntries(Object.entries(known).filter(([, of]) => of !== undefined)),
  };
}
