import type { Sensitivity } from '../../map/element-definition.ts';
import type { ForWhom } from '../status/status-schema.ts';
import type { Level } from './finding.ts';
import type { ContactKind } from '../antenatal/is-contact.ts';
import type { Closing, Secrecy } from './warning-schema.ts';

/** What has to hold at a visit; numbers are whole smallest units of the element. */
export type Condition =
  | { readonly kind: 'status'; readonly key: string; readonly is: readonly string[]; readonly clear?: readonly string[] }
  | { readonly kind: 'code'; readonly key: string; readonly is: readonly string[] }
  | { readonly kind: 'answer'; readonly key: string; readonly yes: boolean }
  | { readonly kind: 'number'; readonly key: string; readonly from: number; readonly below: number }
  | { readonly kind: 'age'; readonly from: number; readonly below: number }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

/** A rule of programme/warnings.yaml, checked; levels of another choice of a setting have been left out at load. */
export interface WarningRule {
  readonly code: string;
  readonly for: ForWhom;
  readonly when: Condition;
  readonly level: Level;
  readonly raise: readonly { readonly level: Level; readonly when: Condition }[];
  /** False for a status that is only to be read. */
  readonly warns: boolean;
  readonly closes: readonly Closing[];
  readonly kerahasiaan: Sensitivity;
  readonly text: { readonly id: string; readonly en: string };
}

/** Something that should have happened by a day; those of pregnancy, childbed and newborn are reckoned from programme/antenatal.yaml. */
export interface Lapse {
  readonly code: string;
  readonly since: 'lahir' | 'hpht' | 'hpl' | 'persalinan';
  /** Days after `since` on which the silence begins to count. */
  readonly days: number;
  /** What ends it: a NIK, the end of the pregnancy, or a contact between two days after `since`; `is` also where it took its number before. */
  readonly unless:
    | { readonly kind: 'nik' }
    | { readonly kind: 'persalinan' }
    | { readonly kind: ContactKind; readonly days: readonly [number, number]; readonly is: string };
  /** It is missed of those only who were known by so many days after `since`. */
  readonly knownBy?: number;
  /** It is missed no sooner than so many days after somebody became known. */
  readonly knownDays?: number;
  /** Days after `since` at which it is over by itself. */
  readonly until?: number;
  readonly level: Level;
  readonly kerahasiaan: Sensitivity;
  readonly text: { readonly id: string; readonly en: string };
}

/** programme/warnings.yaml, checked. */
export interface WarningRules {
  /** Hash of thresholds.yaml, antenatal.yaml and warnings.yaml: which version decided. */
  readonly version: string;
  readonly secrecy: readonly Secrecy[];
  readonly rules: readonly WarningRule[];
  readonly lapses: readonly Lapse[];
}
