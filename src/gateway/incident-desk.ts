import type { Asker, IncidentLine } from '../deliveries.ts';
import { toFailed, toPassed, type Checked } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import { placesUnder } from '../map/places/places-under.ts';
import type { KnownIncident } from '../store/incidents.ts';
import { toScope } from './queue-scope.ts';
import type { RedriveParts } from './redrive.ts';

/** What incidents are looked after with. */
interface IncidentParts extends RedriveParts {
  readonly wake: () => void;
  readonly note: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

const mostShown = 500;
const byHand = 'koreksi-perlu-tangan';

/** Incidents at the places of whoever asks, the newest first; with an id that one alone, with the messages by which it was put right. */
export async function listIncidents(
  parts: IncidentParts,
  asked: { readonly states: readonly KnownIncident['state'][]; readonly id?: string },
  asker: Asker,
): Promise<Checked<readonly IncidentLine[]>> {
  const { store } = parts;
  const places = asker.within === undefined ? {} : { places: placesUnder(await parts.site(), asker.within) };
  const found = await store.incidents.listIncidents(store.db, { ...asked, ...places, limit: mostShown });
  return toPassed(await Promise.all(found.map((incident) => toLine(parts, incident, asked.id !== undefined))));
}

/** Closes an incident with what a person says of it. */
export async function closeIncident(
  parts: IncidentParts,
  id: string,
  { asker, note }: { readonly asker: Asker; readonly note: string },
): Promise<Checked<IncidentLine>> {
  const { store } = parts;
  const [line] = await listIncidents(parts, { states: ['open'], id }, asker).then((checked) => (checked.ok ? checked.value : []));
  const closed = line !== undefined && (await store.incidents.closeIncident(store.db, id, { by: asker.by, note, at: parts.now() }));
  if (!closed) return toFailed(noIncident);
  parts.note('incident-closed', { incident: id, by: asker.by });
  return toPassed({ ...line, state: 'closed' });
}

/** A person says that what no machine could correct at a platform is corrected there: the visit goes on from that. Returns how many went on. */
export async function markDone(
  parts: IncidentParts,
  id: string,
  { asker, note }: { readonly asker: Asker; readonly note: string },
): Promise<Checked<{ readonly done: number }>> {
  const { store, platforms } = parts;
  const site = await parts.site();
  const scope = toScope({ ids: [id], reasons: [byHand], states: ['held'] }, asker, { site, idOf: store.idOf, platforms });
  if (!scope.ok) return scope;
  const done = await store.transact(async (tx) => {
    let count = 0;
    for (const platform of scope.value.platforms) {
      const [debt] = await store.owed.listStuck(tx, platform, scope.value.stuck, { limit: 1 });
      const version = (await store.visits.getVisit(tx, id))?.version;
      if (debt?.subject.kind !== 'visit' || version === undefined) continue;
      await store.owed.keepHandCorrection(tx, { platform, subject: debt.subject, version, by: asker.by, note }, parts.now());
      count += await store.owed.release(tx, { platform, states: ['held'], reasons: [byHand], kind: 'visit', ids: [id] }, parts.now());
    }
    return count;
  });
  if (done === 0) return toFailed(nothingByHand);
  parts.note('corrected-by-hand', { visit: id, by: asker.by });
  parts.wake();
  return toPassed({ done });
}

async function toLine({ store }: IncidentParts, incident: KnownIncident, whole: boolean): Promise<IncidentLine> {
  const { id, platform, kind, subject, state, foundAt, repairedAt, parts, place, date, closedAt, closedBy, note } = incident;
  const attempts = whole ? await store.attempts.attemptsOf(store.db, { platform, subject }) : [];
  const messages = attempts
    .filter(({ at }) => at >= foundAt && (repairedAt === undefined || at <= repairedAt))
    .map((one) => ({ at: one.at.toISOString(), plan: one.plan, delivery: one.delivery, codes: one.codes }));
  const times = { repairedAt: repairedAt?.toISOString(), closedAt: closedAt?.toISOString() };
  const known = Object.entries({ place, date, ...times, closedBy, note: whole ? note : undefined }).filter(([, of]) => of !== undefined);
  return {
    ...{ id, platform, kind, visit: subject.id, state, foundAt: foundAt.toISOString(), parts },
    ...(whole ? { messages } : {}),
    ...Object.fromEntries(known),
  };
}

const noIncident: Issue = {
  severity: 'error',
  type: 'not-found',
  code: 'insiden-tidak-dikenal',
  text: 'Tidak ada insiden terbuka dengan nomor itu. Lihat daftarnya: titian incidents list.',
  diagnostics: 'There is no open incident with that id. See the list: titian incidents list.',
};

const nothingByHand: Issue = {
  severity: 'error',
  type: 'not-found',
  code: 'koreksi-tidak-ditunggu',
  text: 'Tidak ada koreksi yang menunggu tangan untuk kunjungan itu. Lihat daftarnya: titian owed --list --reason koreksi-perlu-tangan.',
  diagnostics: 'No correction by hand is waited for of that visit. See the list: titian owed --list --reason koreksi-perlu-tangan.',
};
