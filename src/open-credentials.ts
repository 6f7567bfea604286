import type { Credential as OpenCredential } from './credentials.ts';
import type { RunningWorker } from './deliver/run-worker.ts';
import { localDateOf } from './map/places/local-time.ts';
import { placesUnder } from './map/places/places-under.ts';
import type { Site } from './map/place.ts';
import { keepAlive } from './operate/keep-alive.ts';
import type { CredentialBook, CredentialState } from './platforms/satusehat/sending/credential-book.ts';
import type { TokenBoard } from './platforms/satusehat/sending/token-board.ts';
import type { Facility } from './store/facilities.ts';
import type { Store } from './store/open-store.ts';

/** Credentials as the puskesmas entered them, known to this process within a second of a change made by any other. */
export interface KeptCredentials {
  readonly book: CredentialBook;
  readonly board: TokenBoard;
  /** Sees what has changed, and releases what was held for it. */
  readonly look: () => Promise<void>;
}

export interface CredentialParts {
  readonly store: Store;
  readonly site: () => Promise<Site>;
  /** Credentials that lie open, such as those of the sandbox; what a puskesmas entered or told goes before them. */
  readonly open: ReadonlyMap<string, OpenCredential>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Known {
  readonly version: string;
  readonly facilities: ReadonlyMap<string, Facility>;
  readonly rejected: ReadonlyMap<string, { readonly mark: string; readonly until: Date }>;
}

/** What was held by another process, or prepared here, with the state of before may be written down a little later: it is looked at again. */
const looksAfterChange = 5;
/** And now and then, whatever was seen. */
const looksBetweenNets = 60;
/** Longer than a request for a token takes. */
const turnMs = 45_000;

/** Reads the credentials of every Organization and keeps them in step with the store. */
export async function keepCredentials(parts: CredentialParts): Promise<KeptCredentials> {
  const { store, now } = parts;
  let known = await readKnown(store);
  const book = createBook(() => known, parts);
  const release = createReleases(parts, book);
  const look = async (): Promise<void> => {
    if ((await store.facilities.facilityVersion(store.db)) !== known.version) known = await readKnown(store);
    await release();
  };
  const board = store.facilities.createFacilityTokens({
    ...{ db: store.db, now, turnMs },
    transact: (work) => store.transact(work),
    onRejected: () => {
      look().catch(() => undefined);
    },
  });
  await release();
  return { book, board, look };
}

/** How it stands with every Organization at this moment, read anew. */
export async function readStates({
  store,
  open,
  now,
}: Omit<CredentialParts, 'site'>): Promise<(organization: string, day: string) => CredentialState> {
  const known = await readKnown(store);
  const book = createBook(() => known, { store, open, now });
  return (organization, day) => book.stateOf(organization, day);
}

const lookEveryMs = 1000;

/** A worker that sees changes of credentials within a second, until it is stopped. */
export function watchCredentials(
  worker: RunningWorker,
  { look }: Pick<KeptCredentials, 'look'>,
  onFault: (fault: unknown) => void,
): RunningWorker {
  const stopLooking = keepAlive([{ isAlive: () => Promise.resolve(false), revive: look }], { everyMs: lookEveryMs, onFault });
  return {
    wake: () => {
      worker.wake();
    },
    stop: async () => {
      await stopLooking();
      await worker.stop();
    },
  };
}

async function readKnown(store: Store): Promise<Known> {
  // The version first: what changes meanwhile is seen once more.
  const version = await store.facilities.facilityVersion(store.db);
  const facilities = await store.facilities.listFacilities(store.db);
  const rejected = await store.facilities.listRejected(store.db);
  return { version, facilities: new Map(facilities.map((one) => [one.organization, one])), rejected };
}

function createBook(read: () => Known, { store, open, now }: Omit<CredentialParts, 'site'>): CredentialBook {
  const marks = new Map([...open].map(([organization, secret]) => [organization, store.facilities.toMark(store.db, organization, secret)]));
  const markOf = (organization: string): string | undefined => {
    const facility = read().facilities.get(organization);
    if (facility !== undefined && facility.state !== 'active') return undefined;
    return facility?.mark ?? marks.get(organization);
  };
  const isRejected = (organization: string): boolean => {
    const verdict = read().rejected.get(organization);
    return verdict !== undefined && verdict.mark === markOf(organization) && verdict.until.getTime() > now();
  };
  return {
    markOf,
    stateOf: (organization, day) => {
      const state = toState(read().facilities.get(organization), day) ?? (open.has(organization) ? 'ada' : 'kredensial-belum-ada');
      return state === 'ada' && isRejected(organization) ? 'kredensial-ditolak' : state;
    },
    find: (organization) => {
      if (markOf(organization) === undefined) return undefined;
      return read().facilities.get(organization)?.open() ?? open.get(organization);
    },
  };
}

/** How it stands with what a puskesmas entered; undefined where it entered nothing. */
function toState(facility: Facility | undefined, day: string): CredentialState | undefined {
  if (facility === undefined) return undefined;
  if (facility.state === 'revoked') return 'kredensial-dicabut';
  if (facility.state === 'paused') return 'kredensial-dijeda';
  const { mark, letter } = facility;
  if (mark === undefined || letter === undefined) return undefined;
  return day < letter.from || day > letter.to ? 'kredensial-surat-habis' : 'ada';
}

/** Releases what was held for a puskesmas as soon as its state, or a day that begins, lets it go; also where only the reason is another now. */
function createReleases({ store, site, now }: CredentialParts, book: CredentialBook): () => Promise<void> {
  let before: ReadonlyMap<string, CredentialState> = new Map();
  let again: ReadonlyMap<string, number> = new Map();
  let looks = 0;
  return async () => {
    const register = await site();
    const states = statesOf(register, book, now());
    const ready = [...states].filter(([, state]) => state === 'ada').map(([code]) => code);
    const changed = [...states].filter(([code, state]) => before.get(code) !== state).map(([code]) => code);
    const due = new Set([...changed, ...ready.filter((code) => again.has(code)), ...(looks % looksBetweenNets === 0 ? ready : [])]);
    const places = [...due].flatMap((code) => placesUnder(register, code));
    if (places.length > 0) await store.owed.releaseForFacility(store.db, 'satusehat', places, new Date(now()));
    const left = new Map([...again, ...changed.map((code) => [code, looksAfterChange] as const)]);
    again = new Map([...left].filter(([, times]) => times > 1).map(([code, times]) => [code, times - 1]));
    before = states;
    looks += 1;
  };
}

/** How it stands today with every puskesmas that has a number. */
function statesOf(site: Site, book: CredentialBook, now: number): ReadonlyMap<string, CredentialState> {
  return new Map(
    [...site.places.values()].flatMap(({ code, kind, organization, zone }) =>
      kind === 'puskesmas' && organization !== undefined
        ? [[code, book.stateOf(organization, localDateOf(new Date(now), zone))] as const]
        : [],
    ),
  );
}
