import type { Sensitivity } from '../../map/element-definition.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History } from '../history.ts';
import type { ImmunizationTables } from './immunization-tables.ts';
import type { KnownDoses } from './list-doses.ts';

/** What due doses are reckoned from. */
export interface DueFacts {
  readonly history: History;
  readonly known: KnownDoses;
  readonly birthDate: LocalDate;
  readonly asOf: LocalDate;
  readonly tables: ImmunizationTables;
  readonly kerahasiaan: Sensitivity;
}

/** Names the table that a due dose was reckoned by. */
export function toRule({ version }: Pick<ImmunizationTables, 'version'>): string {
  return `imunisasi@${version}`;
}
