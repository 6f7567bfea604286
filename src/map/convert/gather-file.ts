import type { MappedRow } from '../mapped-row.ts';
import type { Recognition } from '../persons/recognise-persons.ts';
import { recognisePersons } from '../persons/recognise-persons.ts';
import type { Programme } from '../programme.ts';
import { gatherVisits } from '../visits/gather-visits.ts';
import type { Gathering } from '../visits/gathering.ts';

/** What the rows of one file are gathered with. */
export interface GatherSetting {
  readonly programme: Programme;
  /** Version of the source's tables. */
  readonly version: string;
  readonly newPersonId: () => string;
  readonly newVisitId: () => string;
}

/** Gathers the rows of one file to people and visits, in a gateway that knows nobody. */
export function gatherFile(
  rows: readonly MappedRow[],
  { programme, version, newPersonId, newVisitId }: GatherSetting,
): { readonly recognised: Recognition; readonly gathered: Gathering } {
  const recognised = recognisePersons(rows, [], newPersonId);
  const gathered = gatherVisits(rows, [], {
    programme,
    persons: recognised.persons,
    personOf: recognised.byRow,
    from: { originOf: toOriginOf(rows), tables: version, duty: 'kirim' },
    newId: newVisitId,
  });
  return { recognised, gathered };
}

/** All rows are of one file. */
function toOriginOf(rows: readonly MappedRow[]): (row: MappedRow['row']) => { readonly submission: string; readonly position: number } {
  const positions = new Map(rows.map(({ row }, position) => [row, position] as const));
  return (row) => ({ submission: 'berkas', position: positions.get(row) ?? 0 });
}
