/** What sources say of a way to change something at SATUSEHAT. */
export type Evidence = 'terlihat' | 'ditolak' | 'belum-terbukti';

/** What is done where no source shows a way: try it, a refusal being for a person, or leave it to a person at once. */
export type Unproven = 'coba' | 'tangan';

/** What is known of one type of resource. */
export interface TypeWays {
  readonly POST: Evidence;
  readonly PUT: Evidence;
  readonly PATCH: Evidence;
  /** Where it differs from the setting for all types. */
  readonly unproven?: Unproven;
}

/** What a machine may change at SATUSEHAT after it was sent (programme/satusehat/koreksi.yaml). */
export interface CorrectionTable {
  readonly unproven: Unproven;
  readonly types: ReadonlyMap<string, TypeWays>;
}

/** How a change goes, or that a person has to make it there. */
export type Way = 'POST' | 'PUT' | 'PATCH' | 'tangan';

const unknownType: TypeWays = { POST: 'belum-terbukti', PUT: 'belum-terbukti', PATCH: 'belum-terbukti' };

/** Nothing is known of any type, and everything is tried. */
export const everythingTried: CorrectionTable = { unproven: 'coba', types: new Map() };

/** How something new of a type goes to SATUSEHAT. */
export function toNewWay(table: CorrectionTable, type: string): Way {
  return isOpen(table, type, 'POST') ? 'POST' : 'tangan';
}

/** How something of a type that SATUSEHAT holds is changed: what was seen goes before what is tried, a whole resource before its parts. */
export function toChangeWay(table: CorrectionTable, type: string): Way {
  const ways = table.types.get(type) ?? unknownType;
  const seen = (['PUT', 'PATCH'] as const).find((method) => ways[method] === 'terlihat');
  return seen ?? (['PUT', 'PATCH'] as const).find((method) => isOpen(table, type, method)) ?? 'tangan';
}

function isOpen(table: CorrectionTable, type: string, method: 'POST' | 'PUT' | 'PATCH'): boolean {
  const ways = table.types.get(type) ?? unknownType;
  if (ways[method] === 'belum-terbukti') return (ways.unproven ?? table.unproven) === 'coba';
  return ways[method] === 'terlihat';
}
