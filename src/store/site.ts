import type { Place, Policy, Responsible, Site } from '../map/place.ts';
import type { Db, Tx } from './db.ts';
import { loadEnrolments, saveEnrolments } from './enrolments.ts';
import { toJsonText } from './json.ts';
import { toScopedKey } from './sealing/keyring.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';
import type { SealingKey } from './sealing/seal.ts';

/** What an import did to places and to the register of sasaran. */
export interface SiteChange {
  readonly places: Change;
  readonly enrolments: Change;
}

/** Counts of what was new, was there in another form, or is no longer in the import (kept, marked as gone). */
export interface Change {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

interface PlaceRow {
  readonly code: string;
  readonly content: Omit<Place, 'responsible'>;
}

interface StaffRow {
  readonly place: string;
  readonly ordinal: number;
  readonly sealed_responsible: Buffer;
}

/** Keeps the site of a district as imported. Nothing is deleted: what an import no longer names is marked and no longer loaded. */
export async function importSite(tx: Tx, site: Site, at: Date): Promise<SiteChange> {
  await tx.count('hold-lease', ['site']);
  const places = [...site.places.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const change = await savePlaces(tx, places, at);
  await saveStaff(tx, places);
  await savePolicies(tx, [...site.policies.values()]);
  const enrolments = await saveEnrolments(tx, site.enrolments, site.version, at);
  const content = sealJson(
    staffKey(tx),
    `site_version.content|${site.version}`,
    { places, policies: [...site.policies.values()] },
    tx.random,
  );
  await tx.count('save-site-version', [site.version, at, content]);
  return { places: change, enrolments };
}

/** Version of the site as last imported, or undefined before the first import. */
export async function latestSiteVersion(db: Db): Promise<string | undefined> {
  return (await db.rows<{ version: string }>('latest-site-version'))[0]?.version;
}

/** The site as last imported, or undefined before the first import. Never half of one import and half of the next. */
export async function loadSite(db: Db): Promise<Site | undefined> {
  for (;;) {
    const version = await latestSiteVersion(db);
    if (version === undefined) return undefined;
    const site = await loadTables(db, version);
    if ((await latestSiteVersion(db)) === version) return site;
  }
}

async function loadTables(db: Db, version: string): Promise<Site> {
  const staff = new Map<string, Responsible[]>();
  for (const row of await db.rows<StaffRow>('list-staff')) {
    const one = unsealJson(staffKey(db), staffContext(row.place, row.ordinal), row.sealed_responsible) as Responsible;
    staff.set(row.place, [...(staff.get(row.place) ?? []), one]);
  }
  const places = await db.rows<PlaceRow>('list-places');
  const policies = await db.rows<{ puskesmas: string; content: Policy }>('list-policies');
  return {
    version,
    places: new Map(places.map(({ code, content }) => [code, { ...content, responsible: staff.get(code) ?? [] }])),
    policies: new Map(policies.map(({ puskesmas, content }) => [puskesmas, content])),
    enrolments: await loadEnrolments(db),
  };
}

async function savePlaces(tx: Tx, places: readonly Place[], at: Date): Promise<Change> {
  const rows = await tx.rows<{ added: boolean }>('save-places', [
    places.map(({ code }) => code),
    places.map(({ kind }) => kind),
    places.map(({ name }) => name),
    places.map(({ parent }) => parent ?? null),
    places.map(({ zone }) => zone),
    places.map((place) => toJsonText(withoutStaff(place))),
    places.map((place) => tx.digest('place', JSON.stringify(place))),
    at,
  ]);
  const removed = await tx.count('mark-removed-places', [places.map(({ code }) => code), at]);
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added, removed };
}

async function saveStaff(tx: Tx, places: readonly Place[]): Promise<void> {
  const staff = places.flatMap(({ code, responsible }) => responsible.map((one, ordinal) => ({ code, ordinal, one })));
  await tx.count('drop-staff');
  await tx.count('save-staff', [
    staff.map(({ code }) => code),
    staff.map(({ ordinal }) => ordinal),
    staff.map(({ one }) => one.from ?? null),
    staff.map(({ one }) => one.to ?? null),
    staff.map(({ code, ordinal, one }) => sealJson(staffKey(tx), staffContext(code, ordinal), one, tx.random)),
  ]);
}

async function savePolicies(tx: Tx, policies: readonly Policy[]): Promise<void> {
  await tx.count('drop-policies');
  await tx.count('save-policies', [policies.map(({ puskesmas }) => puskesmas), policies.map((policy) => toJsonText(policy))]);
}

function withoutStaff(place: Place): Omit<Place, 'responsible'> {
  const { responsible: _, ...rest } = place;
  return rest;
}

function staffKey({ keys }: Db): SealingKey {
  return toScopedKey(keys.raw, 'site');
}

function staffContext(place: string, ordinal: number): string {
  return `staff.responsible|${place}|${String(ordinal)}`;
}
