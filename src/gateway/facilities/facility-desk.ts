import type { CredentialEntry, FacilityAsker, FacilityDesk, FacilityOrder, FacilityStatus } from '../../facilities.ts';
import { toFailed, toPassed, type Checked } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { localDateOf } from '../../map/places/local-time.ts';
import type { Place, Site } from '../../map/place.ts';
import type { Tx } from '../../store/db.ts';
import type { Facility, FacilityState } from '../../store/facilities.ts';
import type { Store } from '../../store/open-store.ts';
import { facilityFaults as faults } from './facility-faults.ts';
import { refuseChange } from './may-change.ts';
import { hasLongNumber } from '../has-long-number.ts';

/** What the desk of credentials needs. */
export interface FacilityDeskParts {
  readonly store: Store;
  readonly site: () => Promise<Site>;
  readonly now: () => Date;
  /** How it stands with every Organization at this moment, on the day of its own zone. */
  readonly readStates: () => Promise<(organization: string, day: string) => FacilityStatus['state']>;
  readonly note: (event: string, facts: Readonly<Record<string, string>>) => void;
}

type Puskesmas = Place & { readonly organization: string };

/** Where puskesmas enter, pause and revoke what we speak for them with. Secrets come in here and never go out. */
export function createFacilityDesk(parts: FacilityDeskParts): FacilityDesk {
  const { store } = parts;
  return {
    list: async (asker) => listStatuses(parts, seenBy(await parts.site(), asker)),
    history: async (facility, asker) => {
      const found = await findFacility(parts, facility, asker);
      if (found === undefined) return toFailed(faults.unknown);
      const events = await store.facilities.facilityEvents(store.db, found.organization, mostEvents);
      return toPassed(events.map(({ event, at, by }) => ({ event, at: at.toISOString(), by })));
    },
    enter: async (facility, entry, asker) => {
      const found = await findFacility(parts, facility, asker);
      if (found === undefined) return toFailed(faults.unknown);
      const fault = refuseEntry(entry, localDateOf(parts.now(), found.zone));
      if (fault !== undefined) return toFailed(fault);
      const { letter, ...secret } = entry;
      return change(parts, { found, asker, to: 'enter' }, (tx, changing) =>
        store.facilities.enterCredential(tx, { secret, letter }, changing),
      );
    },
    order: async (facility, order, asker) => {
      const found = await findFacility(parts, facility, asker);
      if (found === undefined) return toFailed(faults.unknown);
      return change(parts, { found, asker, to: order }, (tx, changing) => store.facilities.setFacilityState(tx, states[order], changing));
    },
  };
}

const mostEvents = 200;
const states: Readonly<Record<FacilityOrder, FacilityState>> = { pause: 'paused', resume: 'active', revoke: 'revoked' };

type Changing = Parameters<Store['facilities']['setFacilityState']>[2];

/** Looks and changes under one lock, so that a pause of the puskesmas and a resume of others never cross. */
async function change(
  parts: FacilityDeskParts,
  { found, asker, to }: { readonly found: Puskesmas; readonly asker: FacilityAsker; readonly to: FacilityOrder | 'enter' },
  work: (tx: Tx, changing: Changing) => Promise<void>,
): Promise<Checked<FacilityStatus>> {
  const { store } = parts;
  const changing = { organization: found.organization, by: asker.by, within: asker.as === 'puskesmas', at: parts.now() };
  const fault = await store.transact(async (tx) => {
    const standing = await store.facilities.holdFacility(tx, changing);
    const refused = refuseChange(to, standing, asker);
    if (refused === undefined && !isSoAlready(to, standing, changing)) await work(tx, changing);
    return refused;
  });
  if (fault !== undefined) return toFailed(fault);
  parts.note('facility-changed', { organization: found.organization, change: to, by: asker.by });
  const [status] = await listStatuses(parts, [found]);
  return status === undefined ? toFailed(faults.unknown) : toPassed(status);
}

/** The same again is no news; a pause of others over that of the puskesmas takes nothing from it. */
function isSoAlready(to: FacilityOrder | 'enter', { state, setWithin }: Facility, { within }: Changing): boolean {
  if (to === 'enter' || to === 'resume') return false;
  return states[to] === state ? setWithin || !within : to === 'pause' && state === 'revoked';
}

/** One sentence for what cannot be kept; what came is never repeated. */
function refuseEntry({ letter }: CredentialEntry, today: string): Issue | undefined {
  if (letter.from > letter.to || letter.to < today) return faults.letterPeriod;
  return [letter.number, letter.signedBy].some((text) => hasLongNumber(text)) ? faults.ofAPerson : undefined;
}

async function listStatuses(
  { store, readStates, now }: FacilityDeskParts,
  places: readonly Puskesmas[],
): Promise<readonly FacilityStatus[]> {
  const kept = new Map((await store.facilities.listFacilities(store.db)).map((one) => [one.organization, one]));
  const stateOf = await readStates();
  return places.map((place) => {
    const state = stateOf(place.organization, localDateOf(now(), place.zone));
    return toStatus(place, kept.get(place.organization), { environment: store.environment, state });
  });
}

function toStatus(
  { organization, code, name, mode }: Puskesmas,
  facility: Facility | undefined,
  { environment, state }: Pick<FacilityStatus, 'environment' | 'state'>,
): FacilityStatus {
  return { ...{ organization, puskesmas: code, name, environment, mode, state }, ...(facility === undefined ? {} : toKept(facility)) };
}

/** That it is there, since when and until when, and who stopped it. */
function toKept({
  mark,
  enteredAt,
  enteredBy = '',
  letter,
  ...told
}: Facility): Pick<FacilityStatus, 'enteredOn' | 'enteredBy' | 'letter' | 'set'> {
  const entered = mark === undefined || enteredAt === undefined ? {} : { enteredOn: enteredAt.toISOString(), enteredBy };
  const period = letter === undefined ? {} : { letter: { number: letter.number, from: letter.from, to: letter.to } };
  const set = { at: told.stateAt.toISOString(), by: told.stateBy, puskesmas: told.setWithin };
  return { ...entered, ...period, ...(told.state === 'active' ? {} : { set }) };
}

/** A key that is bound sees its own puskesmas and no other. */
function seenBy(site: Site, { within }: FacilityAsker): readonly Puskesmas[] {
  return [...site.places.values()].filter(
    (place): place is Puskesmas =>
      place.kind === 'puskesmas' && place.organization !== undefined && (within === undefined || place.code === within),
  );
}

async function findFacility({ site }: FacilityDeskParts, name: string, asker: FacilityAsker): Promise<Puskesmas | undefined> {
  return seenBy(await site(), asker).find(({ organization, code }) => organization === name || code === name);
}
