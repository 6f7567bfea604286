import type { Debt } from '../deliver/debt.ts';
import type { Incident, IncidentPart } from '../platforms/platform.ts';
import type { SubjectKind } from '../platforms/subject.ts';
import type { Db, Tx } from './db.ts';
import { toJsonText } from './json.ts';
import { toOwnId } from './own-id.ts';
import { toScopedKey } from './sealing/keyring.ts';
import { sealJson, unsealJson, type SealingKey } from './sealing/seal.ts';

/** Something that went wrong at a platform, for people to know of. Holds no names. */
export interface KnownIncident {
  readonly id: string;
  readonly platform: string;
  readonly kind: Incident['kind'];
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly state: 'open' | 'closed';
  readonly foundAt: Date;
  /** When we had done at the platform what we can. */
  readonly repairedAt: Date | undefined;
  readonly parts: readonly IncidentPart[];
  /** The platform's numbers of the people; undefined when they were erased. */
  readonly facts: Pick<Incident, 'wrong' | 'right'> | undefined;
  readonly place: string | undefined;
  readonly date: string | undefined;
  readonly closedAt: Date | undefined;
  readonly closedBy: string | undefined;
  readonly note: string | undefined;
}

interface IncidentRow {
  readonly id: string;
  readonly platform: string;
  readonly kind: Incident['kind'];
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly state: 'open' | 'closed';
  readonly found_at: Date;
  readonly repaired_at: Date | null;
  readonly parts: readonly IncidentPart[] | null;
  readonly closed_at: Date | null;
  readonly closed_by: string | null;
  readonly sealed_facts: Buffer | null;
  readonly sealed_note: Buffer | null;
  readonly place: string | null;
  readonly visit_date: string | null;
  /** The record under which the visit stands by now. */
  readonly now_under: string | null;
}

/** Opens an incident, or writes down what was done at the platform where one of that kind and subject is underway. */
export async function keepIncident(tx: Tx, debt: Debt, incident: Incident, at: Date): Promise<void> {
  const { platform, subject } = debt;
  const key = [tx.environment, platform, incident.kind, subject.kind, subject.id];
  const id = toOwnId(at, tx.random);
  const facts = sealJson(keyOf(tx, id), factsContext(id), { wrong: incident.wrong, right: incident.right }, tx.random);
  await tx.count('open-incident', [id, ...key, at, facts]);
  if (incident.parts === undefined) return;
  await tx.count('repair-incident', [tx.environment, platform, subject.kind, subject.id, incident.kind, at, toJsonText(incident.parts)]);
}

/** Which incidents are meant; absent parts mean any. */
export interface IncidentFilter {
  readonly states: readonly KnownIncident['state'][];
  readonly id?: string;
  readonly places?: readonly string[];
  /** The last of the page before. */
  readonly after?: Pick<KnownIncident, 'foundAt' | 'id'>;
  readonly limit: number;
}

/** Incidents, the newest first. */
export async function listIncidents(db: Db, { states, id, places, after, limit }: IncidentFilter): Promise<readonly KnownIncident[]> {
  const from = [after?.foundAt ?? null, after?.id ?? null];
  const rows = await db.rows<IncidentRow>('list-incidents', [db.environment, states, id ?? null, places ?? null, ...from, limit]);
  return rows.map((row) => toIncident(db, row));
}

/** Closes an incident with what a person says of it; false where it is not open. */
export async function closeIncident(
  db: Db,
  id: string,
  { by, note, at }: { readonly by: string; readonly note: string; readonly at: Date },
): Promise<boolean> {
  return (await db.count('close-incident', [id, db.environment, at, by, sealJson(keyOf(db, id), noteContext(id), note, db.random)])) === 1;
}

function toIncident(db: Db, row: IncidentRow): KnownIncident {
  const { id, platform, kind, state } = row;
  const unseal = (sealed: Buffer | null, context: string): unknown =>
    sealed === null ? undefined : unsealJson(keyOf(db, id), context, sealed);
  return {
    ...{ id, platform, kind, state },
    subject: { kind: row.subject_kind, id: row.subject_id },
    foundAt: row.found_at,
    repairedAt: row.repaired_at ?? undefined,
    parts: row.parts ?? [],
    facts: toFacts(unseal(row.sealed_facts, factsContext(id)) as KnownIncident['facts'], row.now_under),
    place: row.place ?? undefined,
    date: row.visit_date ?? undefined,
    closedAt: row.closed_at ?? undefined,
    closedBy: row.closed_by ?? undefined,
    note: unseal(row.sealed_note, noteContext(id)) as string | undefined,
  };
}

/** The right record is often found only after the wrong one was ended. */
function toFacts(facts: KnownIncident['facts'], under: string | null): KnownIncident['facts'] {
  const isElsewhere = facts !== undefined && facts.right === undefined && under !== null && under !== facts.wrong;
  return isElsewhere ? { ...facts, right: under } : facts;
}

function keyOf({ keys }: Pick<Db, 'keys'>, id: string): SealingKey {
  return toScopedKey(keys.raw, `incident|${id}`);
}

const factsContext = (id: string): string => `incident.facts|${id}`;
const noteContext = (id: string): string => `incident.note|${id}`;
