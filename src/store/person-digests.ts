import type { PersonDraft } from '../map/visit.ts';
import type { Footing } from './db.ts';

/** By what a person is found again: own NIK, the mother's, the family card, birth (date, sex, desa), or the sender's own number. */
export type MatchReason = 'nik' | 'nik-ibu' | 'kk' | 'lahir' | 'nomor-pengirim';

/** What a row says about a person, with where that person lives and whose numbers `localId` belongs to. */
export interface Sought {
  readonly person: PersonDraft;
  /** Desa or kelurahan of the domicile. */
  readonly desa?: string;
  /** Whoever gave `localId`; numbers of different senders are never compared. */
  readonly sender?: string;
}

/** One blind index of a person. */
export interface PersonDigest {
  readonly kind: MatchReason;
  readonly digest: Buffer;
}

/** The blind indexes under which a person is kept and sought. */
export function toDigests({ digest }: Footing, { person, desa, sender }: Sought): readonly PersonDigest[] {
  const digests: PersonDigest[] = [];
  const add = (kind: MatchReason, ...parts: readonly (string | undefined)[]): void => {
    const known = parts.filter((part) => part !== undefined && part !== '');
    if (known.length === parts.length) digests.push({ kind, digest: digest(kind, ...known.map((part) => part ?? '')) });
  };
  add('nik', person.nik);
  add('nik-ibu', person.nikIbu);
  add('kk', person.kk);
  add('nomor-pengirim', sender, person.localId);
  if (person.birthDate !== undefined)
    digests.push({ kind: 'lahir', digest: digest('lahir', person.birthDate, person.sex ?? '', placeName(desa)) });
  return digests;
}

/** The blind index of a sender's own number. */
export function toNumberDigest({ digest }: Footing, sender: string, localId: string): Buffer {
  return digest('nomor-pengirim', sender, localId);
}

/** Names of one desa are written in many ways; capitals and spaces do not tell two apart. */
function placeName(desa: string | undefined): string {
  return (desa ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
