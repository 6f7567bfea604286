import type { Enrolment } from '../map/place.ts';
import type { Db, Tx } from './db.ts';
import { toOwnId } from './own-id.ts';
import { toScopedKey } from './sealing/keyring.ts';
import { seal, unseal } from './sealing/seal.ts';
import type { SealingKey } from './sealing/seal.ts';

interface EnrolmentRow {
  readonly id: string;
  readonly sealed_person: Buffer;
  readonly category: string;
  readonly place: string;
  readonly domicile: string | null;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly reason_out: string | null;
}

/**
 * Keeps the register of sasaran. An entry is known by person, category, place and first day; its end may change.
 * How the register names a person (a NIK or a number of its own) is sealed.
 */
export async function saveEnrolments(tx: Tx, enrolments: readonly Enrolment[], siteVersion: string, at: Date) {
  const entries = [...new Map(enrolments.map((one) => [keyOf(one), one])).values()];
  const digests = entries.map((one) => tx.digest('enrolment', keyOf(one)));
  const ids = entries.map(() => toOwnId(at, tx.random));
  const rows = await tx.rows<{ added: boolean }>('save-enrolments', [
    ids,
    digests,
    entries.map(({ person }) => tx.digest('enrolment-person', person)),
    entries.map(({ person }, index) => seal(keyFor(tx), context(digests[index]), Buffer.from(person, 'utf8'), tx.random)),
    entries.map(({ category }) => category),
    entries.map(({ place }) => place),
    entries.map(({ domicile }) => domicile ?? null),
    entries.map(({ from }) => from),
    entries.map(({ to }) => to ?? null),
    entries.map(({ reasonOut }) => reasonOut ?? null),
    siteVersion,
  ]);
  const removed = await tx.count('mark-removed-enrolments', [digests, at]);
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added, removed };
}

/** The register of sasaran as last imported. */
export async function loadEnrolments(db: Db): Promise<readonly Enrolment[]> {
  const rows = await db.rows<EnrolmentRow & { readonly digest: Buffer }>('list-enrolments');
  return rows.map((row) => ({
    person: unseal(keyFor(db), context(row.digest), row.sealed_person).toString('utf8'),
    category: row.category,
    place: row.place,
    ...(row.domicile !== null && { domicile: row.domicile }),
    from: row.from_date,
    ...(row.to_date !== null && { to: row.to_date }),
    ...(row.reason_out !== null && { reasonOut: row.reason_out }),
  }));
}

function keyOf({ person, category, place, from }: Enrolment): string {
  return JSON.stringify([person, category, place, from]);
}

function keyFor({ keys }: Db): SealingKey {
  return toScopedKey(keys.raw, 'enrolment');
}

function context(digest: Uint8Array | undefined): string {
  return `enrolment.person|${Buffer.from(digest ?? []).toString('hex')}`;
}
