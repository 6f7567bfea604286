import type { JsonObject } from '../json.ts';
import type { ValidationOptions } from '../options.ts';
import type { EntryIndex } from './entry-index.ts';
import type { Terminology } from '../terminology/terminology.ts';

/** What a check found; `at` is the way from the checked node, such as `.size` or `.coding[0].system`, empty for the node itself. */
export interface CheckFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly at: string;
  /** A constraint key, a canonical, or the section of the specification it follows from. */
  readonly rule: string;
  readonly expected?: string;
  readonly came?: unknown;
}

/** What could not be decided here: `about` is a canonical or system, `reason` a stable slug. */
export interface CheckDoubt {
  readonly at: string;
  readonly about: string;
  readonly reason: string;
}

/** Takes down what checks find. */
export interface CheckReport {
  readonly add: (finding: CheckFinding) => void;
  readonly leave: (doubt: CheckDoubt) => void;
  /** True where only the verdict is asked, and what is left undecided goes nowhere. */
  readonly silent?: true;
}

/** What a check may look at besides the node. */
export interface CheckWorld {
  /** The resources around the node, outermost first; the last is the one the node belongs to (a contained one is its own). */
  readonly resources: readonly JsonObject[];
  /** The nearest resource that is not contained in another: an entry's resource, not the Bundle around it. */
  readonly root: unknown;
  readonly options: ValidationOptions;
  /** The resource types of R4 that can stand alone. */
  readonly resourceTypes: ReadonlySet<string>;
  /** How many elements with an id this walk has met so far. */
  readonly elementIds: number;
  /** What was found out about the Bundles of this walk. */
  readonly indexes: Map<JsonObject, EntryIndex>;
  /** A definition that was loaded beside the base: a Questionnaire, ValueSet, CodeSystem, StructureDefinition; `|version` is heeded. */
  readonly find: (resourceType: string, canonical: string) => JsonObject | undefined;
  /** Code systems and value sets, of the base and loaded beside it. */
  readonly terminology: Terminology;
}

/**
 * A rule that stands in no definition, asked of every node of one type after its structure was walked; children have been asked before.
 * The node may be unsound in every other way. Both paths run the same function, so that they agree.
 */
export type Check = (node: JsonObject, world: CheckWorld, report: CheckReport) => void;
