import type { InventedChild } from '../../test/generate/invent-child.ts';

/** One file to be handed in, with the truth about its lines. */
export interface LoadFile {
  readonly name: string;
  readonly source: 'posyandu-kenanga' | 'eppgbm';
  readonly content: string;
  /** Number of every data line of the file and the key of the visit that it speaks of. */
  readonly lines: ReadonlyMap<number, string>;
}

/** Files of one posyandu. Those of a wave are handed in at once; a wave begins when every row of the one before has its verdict. */
export interface PlaceLoad {
  readonly code: string;
  readonly name: string;
  readonly kelurahan: string;
  readonly waves: readonly (readonly LoadFile[])[];
}

/** One visit as it has to be in the end. */
export interface TruthVisit {
  readonly key: string;
  readonly place: string;
  readonly child: InventedChild;
  readonly date: string;
  readonly weightG: number | null;
  readonly heightMm: number | null;
  /** A weight that a later row corrected. Where it had already been sent, the visit has to be held for a person instead. */
  readonly formerWeightG?: number;
  /** True when the platform has to hold it in the end: once. */
  readonly arrives: boolean;
}

/** Everything a run hands in, the truth about it, and the people the sandbox knows. */
export interface MixedLoad {
  readonly places: readonly PlaceLoad[];
  readonly visits: ReadonlyMap<string, TruthVisit>;
  readonly people: string;
  readonly rows: number;
}

/** The IHS number under which the sandbox knows a child. */
export function toIhs(child: InventedChild): string {
  return `P99${child.key.slice('anak-'.length).padStart(9, '0')}`;
}
