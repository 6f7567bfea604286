import type { ForWhom } from './status-schema.ts';

/** One class of a status: limits are whole numbers of the element's smallest unit, one for each element of the status. */
export interface StatusClass {
  readonly is: string;
  /** Every value lies below its limit. */
  readonly below?: readonly number[];
  /** Every value is at most its limit. */
  readonly upTo?: readonly number[];
  /** One of the values reaches its limit. */
  readonly anyFrom?: readonly number[];
  /** One of the values lies below its limit. */
  readonly anyBelow?: readonly number[];
}

/** The classes that hold for some people; those of another choice of a setting have been left out at load. */
export interface StatusBand {
  readonly for: ForWhom;
  readonly classes: readonly StatusClass[];
}

/** A status that is read off values: of which elements, for whom, in which classes. */
export interface StatusDefinition {
  readonly key: string;
  readonly of: readonly string[];
  readonly worst: 'first' | 'last';
  readonly bands: readonly StatusBand[];
}

/** A list of danger signs, each an element that is answered yes or no. */
export interface SignList {
  readonly for: ForWhom;
  readonly of: readonly string[];
}

/** programme/thresholds.yaml, checked: settings chosen, limits in smallest units. */
export interface StatusTables {
  /** Hash of the table, named by every finding that rests on it. */
  readonly version: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly statuses: readonly StatusDefinition[];
  readonly imt: { readonly for: readonly ForWhom[] };
  readonly tbc: {
    readonly signs: readonly string[];
    readonly asked: readonly string[];
    readonly contact: string;
    /** How many signs make a suspect, by the setting. */
    readonly least: number;
  };
  readonly signs: ReadonlyMap<string, SignList>;
}
