import type { Environment } from '../platforms/subject.ts';
import type { Db, Tx } from './db.ts';
import { toOwnId } from './own-id.ts';
import { toScopedKey } from './sealing/keyring.ts';
import { sealJson, unsealJson, type SealingKey } from './sealing/seal.ts';

/** What SATUSEHAT gave an Organization to speak for itself. */
export interface FacilitySecret {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** By what right we send: the letter of the head of the puskesmas. Days are local, both included. */
export interface Letter {
  readonly number: string;
  readonly from: string;
  readonly to: string;
  readonly signedBy: string;
}

export type FacilityState = 'active' | 'paused' | 'revoked';

/** What may be known of the credential of an Organization: everything but the secret. */
export interface Facility {
  readonly organization: string;
  readonly state: FacilityState;
  /** True where the puskesmas itself set the state. */
  readonly setWithin: boolean;
  readonly stateAt: Date;
  readonly stateBy: string;
  /** Names the credential in use without telling it; undefined where there is none. */
  readonly mark: string | undefined;
  readonly letter: Letter | undefined;
  readonly enteredAt: Date | undefined;
  readonly enteredBy: string | undefined;
  /** Opens the secret: for a request for a token and for nothing else. */
  readonly open: () => FacilitySecret | undefined;
}

export type FacilityEventName = 'dimasukkan' | 'diganti' | 'dijeda' | 'dilanjutkan' | 'dicabut' | 'ditolak';

export interface FacilityEvent {
  readonly event: FacilityEventName;
  readonly at: Date;
  readonly by: string;
}

/** Who changes something, when, and whether it is the puskesmas itself. */
export interface Changing {
  readonly organization: string;
  readonly by: string;
  readonly within: boolean;
  readonly at: Date;
}

interface FacilityRow {
  readonly organization: string;
  readonly state: FacilityState;
  readonly set_within: boolean;
  readonly state_at: Date;
  readonly state_by: string;
  readonly mark: string | null;
  readonly sealed_credential: Buffer | null;
  readonly sealed_letter: Buffer | null;
  readonly entered_at: Date | null;
  readonly entered_by: string | null;
}

/** Names the state of all credentials: another name, something changed. */
export async function facilityVersion(db: Db): Promise<string> {
  return (await db.rows<{ version: string }>('facility-version', [db.environment]))[0]?.version ?? '0';
}

/** Every Organization of which something was entered or told, or one of them. */
export async function listFacilities(db: Db, organization?: string): Promise<readonly Facility[]> {
  return (await db.rows<FacilityRow>('list-facilities', [db.environment, organization ?? null])).map((row) => toFacility(db, row));
}

/** Credentials that SATUSEHAT has refused twice in a row, by Organization: which, and until when they are not tried again. */
export async function listRejected(db: Db): Promise<ReadonlyMap<string, { readonly mark: string; readonly until: Date }>> {
  const rows = await db.rows<{ organization: string; mark: string; rejected_until: Date }>('list-rejected', [db.environment]);
  return new Map(rows.map(({ organization, mark, rejected_until }) => [organization, { mark, until: rejected_until }]));
}

/** What has been done about an Organization, the newest first. */
export async function facilityEvents(db: Db, organization: string, limit: number): Promise<readonly FacilityEvent[]> {
  return db.rows<FacilityEvent>('list-facility-events', [db.environment, organization, limit]);
}

/** The facility as it stands, held against everybody else until the end of the transaction. */
export async function holdFacility(tx: Tx, { organization, by, at }: Changing): Promise<Facility> {
  await tx.count('lock-facility', [tx.environment, organization, at, by]);
  const [facility] = await listFacilities(tx, organization);
  if (facility === undefined) throw new Error('a facility that was just locked is not there');
  return facility;
}

/** Keeps a credential and its letter, sealed, in place of the one before, whose tokens are forgotten. */
export async function enterCredential(
  tx: Tx,
  { secret, letter }: { readonly secret: FacilitySecret; readonly letter: Letter },
  changing: Changing,
): Promise<void> {
  const { organization, by, within, at } = changing;
  const before = await holdFacility(tx, changing);
  const seal = (column: string, value: unknown): Buffer =>
    sealJson(keyOf(tx, organization), context(tx.environment, column, organization), value, tx.random);
  await tx.count('enter-credential', [
    ...[tx.environment, organization, toMark(tx, organization, secret)],
    ...[seal('credential', secret), seal('letter', letter), letter.from, letter.to, at, by, within],
  ]);
  await tx.count('forget-facility-token', [tx.environment, organization]);
  await noteFacilityChange(tx, before.enteredAt === undefined ? 'dimasukkan' : 'diganti', changing);
}

/** Pauses, resumes or revokes. A revoked secret is deleted, and with it its token. Resuming also tries a refused credential once more. */
export async function setFacilityState(tx: Tx, state: FacilityState, changing: Changing): Promise<void> {
  const { organization, by, within, at } = changing;
  await tx.count('set-facility-state', [tx.environment, organization, state, within, at, by]);
  if (state !== 'paused') await tx.count('forget-facility-token', [tx.environment, organization]);
  await noteFacilityChange(tx, events[state], changing);
}

/** Writes a change into the history and counts it, so that every gateway sees it. */
export async function noteFacilityChange(
  tx: Tx,
  event: FacilityEventName,
  { organization, by, at }: Pick<Changing, 'organization' | 'by' | 'at'>,
): Promise<void> {
  await tx.count('insert-facility-event', [toOwnId(at, tx.random), tx.environment, organization, event, at, by]);
  await tx.count('count-facility-change', [tx.environment]);
}

/** Names a credential: the same client id and secret of an Organization have the same name, and nothing can be learned from it. */
export function toMark({ digest }: Pick<Db, 'digest'>, organization: string, { clientId, clientSecret }: FacilitySecret): string {
  return digest('credential', organization, clientId, clientSecret).toString('hex');
}

/** The key under which everything of one Organization is sealed. */
export function keyOf({ keys }: Pick<Db, 'keys'>, organization: string): SealingKey {
  return toScopedKey(keys.raw, `facility|${organization}`);
}

const events = { active: 'dilanjutkan', paused: 'dijeda', revoked: 'dicabut' } as const;

function context(environment: Environment, column: string, organization: string): string {
  return `facility_credential.${column}|${environment}|${organization}`;
}

function toFacility(db: Db, row: FacilityRow): Facility {
  const { organization, sealed_credential: secret, sealed_letter: letter } = row;
  const open = (column: string, sealed: Buffer | null): unknown =>
    sealed === null ? undefined : unsealJson(keyOf(db, organization), context(db.environment, column, organization), sealed);
  return {
    organization,
    state: row.state,
    setWithin: row.set_within,
    stateAt: row.state_at,
    stateBy: row.state_by,
    mark: row.mark ?? undefined,
    letter: open('letter', letter) as Letter | undefined,
    enteredAt: row.entered_at ?? undefined,
    enteredBy: row.entered_by ?? undefined,
    open: () => open('credential', secret) as FacilitySecret | undefined,
  };
}
