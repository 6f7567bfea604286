import type { FormColumn } from '../form.ts';
import type { Meaning } from '../words/meaning.ts';

/** How sure a guess is: certain, likely (mapped, to be looked through), or none (left out until somebody says). */
export type Certainty = 'pasti' | 'mungkin' | 'tidak';

/** What a column was taken for. */
export interface ColumnGuess {
  readonly column: FormColumn;
  readonly certainty: Certainty;
  /** Absent where nothing is likely. */
  readonly meaning?: Meaning;
  readonly name: number;
  /** Share of the cells that the meaning can read, and of how many. */
  readonly share: number;
  readonly asked: number;
  /** True where the cells hold words of the sender's own, which codes.yaml has to translate. */
  readonly isOwnWords?: boolean;
  /** Further targets that are not far behind. */
  readonly others: readonly string[];
  /** Another rule than heading and cells decided. */
  readonly because?: 'umur-dihitung' | 'ibu-adalah-orangnya' | 'bersama-namanya' | 'bukan-pada-kunjungan' | 'didaftarkan';
}
