import type { CodeSystem, Concept } from './code-system.ts';

/**
 * What is known of a code: listed in its system; valid by the syntax that defines the system; unknown, hence no code of it;
 * unlisted in a list that may lack some; or not to be decided here.
 */
export type Standing = 'listed' | 'valid' | 'unknown' | 'unlisted' | 'undecided';

/** What is wrong with the name of a code system itself. */
export interface SystemFault {
  readonly code: string;
  /** How grave it is in a Coding that stands alone, and in one within a CodeableConcept. */
  readonly alone: 'error' | 'warning' | 'information';
  readonly inConcept: 'error' | 'warning' | 'information';
  readonly expected: string;
}

/** A code system as codes are asked of it. */
export interface System {
  readonly url: string;
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly toStanding: (code: string) => Standing;
  /** The code as the system writes it, where only capitals differ and do not matter. */
  readonly fold: (code: string) => string | undefined;
  /** True when the system itself says how its codes are shown. */
  readonly showsCodes: boolean;
  /** True when every code of the system is held. */
  readonly complete: boolean;
  readonly fault: SystemFault | undefined;
}

const NO_CONCEPTS: ReadonlyMap<string, Concept> = new Map();

/** A code system whose codes are held; `toOther` judges what is not among them. */
export function toHeldSystem(held: CodeSystem, toOther?: (code: string) => Standing): System {
  const folded = held.caseSensitive ? undefined : createFolding(held.concepts);
  const fold = folded ?? toNothing;
  const toRest = toOther ?? ((): Standing => (held.complete ? 'unknown' : 'undecided'));
  return {
    url: held.url,
    concepts: held.concepts,
    toStanding: (code) => (held.concepts.has(code) || fold(code) !== undefined ? 'listed' : toRest(code)),
    fold,
    showsCodes: true,
    complete: held.complete,
    fault: undefined,
  };
}

/** A list of codes that somebody other than the owner of the system wrote down: what is not on it may still exist. */
export function toListedSystem(url: string, codes: ReadonlySet<string>, toRest: (code: string) => Standing): System {
  return { ...toBare(url), toStanding: (code) => (codes.has(code) ? 'listed' : toRest(code)) };
}

/** A code system that is known by the syntax of its codes alone. */
export function toSyntaxSystem(url: string, toStanding: (code: string) => Standing): System {
  return { ...toBare(url), toStanding };
}

/** A code system of which nothing is held, with what is wrong with its name. */
export function toFaultySystem(url: string, fault: SystemFault): System {
  return { ...toBare(url), fault };
}

function toBare(url: string): System {
  return {
    url,
    concepts: NO_CONCEPTS,
    toStanding: () => 'undecided',
    fold: toNothing,
    showsCodes: false,
    complete: false,
    fault: undefined,
  };
}

function toNothing(): undefined {
  return undefined;
}

/** Made at the first question, because most codes are written as they should be. */
function createFolding(concepts: ReadonlyMap<string, Concept>): (code: string) => string | undefined {
  let lower: ReadonlyMap<string, string> | undefined;
  return (code) => {
    lower ??= new Map([...concepts.keys()].map((each) => [each.toLowerCase(), each]));
    return lower.get(code.toLowerCase());
  };
}
