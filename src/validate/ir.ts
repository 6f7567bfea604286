/**
 * The intermediate form of a StructureDefinition: what the fast path and the diagnostic path are both generated from.
 * Plain JSON, so that it can be written to disk and profiles can be compiled against it later without the definitions package.
 */
export interface ProfileIr {
  readonly url: string;
  readonly type: string;
  readonly kind: 'resource' | 'complex-type' | 'primitive-type';
  readonly derivation: 'specialization' | 'constraint';
  readonly abstract: boolean;
  readonly version?: string;
  /** Where an extension may stand; only for definitions of extensions. */
  readonly extension?: ExtensionIr;
  readonly root: ElementIr;
}

/** Where an extension may be used (R4 StructureDefinition.context, contextInvariant), and whether it modifies what it stands in. */
export interface ExtensionIr {
  readonly contexts: readonly ContextIr[];
  readonly invariants: readonly string[];
  readonly modifier: boolean;
}

/** One place an extension may stand: an element's path or type, another extension's url, or what a FHIRPath finds. */
export interface ContextIr {
  readonly type: string;
  readonly expression: string;
}

/** How long a text may be, and between which values a value must lie (R4 ElementDefinition.maxLength, minValue[x], maxValue[x]). */
export interface LimitsIr {
  readonly maxLength?: number;
  readonly least?: unknown;
  readonly most?: unknown;
}

/** One element of the tree. `max` null means without limit; `list` says whether its JSON is an array, whatever a profile's `max` is. */
export interface ElementIr {
  readonly limits?: LimitsIr;
  /** The JSON key, or the stem of a choice: `value` for `value[x]`. */
  readonly name: string;
  readonly path: string;
  readonly min: number;
  readonly max: number | null;
  readonly list: boolean;
  readonly choice: boolean;
  readonly types: readonly TypeIr[];
  readonly contentReference?: string;
  /** True where the reference is to this very profile's element, not to its type's: what the profile says there holds here too. */
  readonly refersWithin?: true;
  readonly value?: FixedIr;
  readonly binding?: BindingIr;
  readonly constraints: readonly ConstraintIr[];
  readonly slicing?: SlicingIr;
  readonly mustSupport?: true;
  readonly slices: readonly SliceIr[];
  readonly children: readonly ElementIr[];
}

/** An allowed type, with the profiles its value must follow (any one of them) and the canonicals a reference may point at. */
export interface TypeIr {
  readonly code: string;
  readonly profiles: readonly string[];
  readonly targets: readonly string[];
  /** Where the target of a reference may be: contained, bundled, referenced (R4 ElementDefinition.type.aggregation). */
  readonly aggregation?: readonly string[];
}

/** A fixed[x] (equal in every part) or a pattern[x] (at least this much). */
export interface FixedIr {
  readonly kind: 'fixed' | 'pattern';
  readonly json: unknown;
}

/** A binding; `example` and `preferred` ones are not kept, because nothing can violate them. */
export interface BindingIr {
  /** `none` where only what is asked beside it counts. */
  readonly strength: 'required' | 'extensible' | 'none';
  readonly valueSet: string;
  /** What even a code outside an extensible value set must belong to (extension elementdefinition-maxValueSet). */
  readonly most?: string;
  /** Bindings that hold beside it (R5 ElementDefinition.binding.additional, as an extension). */
  readonly also?: readonly BindingIr[];
}

/** A FHIRPath rule. ele-1 and ext-1 are left out: the walk itself proves them. */
export interface ConstraintIr {
  readonly key: string;
  readonly severity: 'error' | 'warning';
  readonly human: string;
  readonly expression: string;
  /** True for advice only: told as a warning, and only where that is asked for. */
  readonly bestPractice?: true;
}

/** How a list, or the types of a choice, is divided. */
export interface SlicingIr {
  readonly rules: 'open' | 'closed' | 'openAtEnd';
  readonly ordered: boolean;
  readonly discriminators: readonly DiscriminatorIr[];
}

/** One discriminator as the StructureDefinition states it. */
export interface DiscriminatorIr {
  readonly type: string;
  readonly path: string;
}

/** A named part of a sliced element, with its own rules. */
export interface SliceIr {
  readonly name: string;
  readonly element: ElementIr;
}

/** A value set expanded as far as it can be: what is listed is inside, what is in doubt is named. */
export interface ValueSetIr {
  readonly url: string;
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** Systems of which more codes may be inside. */
  readonly open: readonly string[];
  /** Systems that belong to it as a whole, without being listed. */
  readonly whole?: readonly string[];
  /** Any code may be inside, because a part of the definition is not held. */
  readonly beyond?: true;
  /** Why something is in doubt, as a slug. */
  readonly reason?: string;
}

/** True for the types whose JSON is a bare string, number or boolean. */
export function isPrimitiveCode(code: string): boolean {
  return code.charAt(0) >= 'a' && code.charAt(0) <= 'z';
}

/** The JSON key of a choice element for one of its types: `value` and `dateTime` make `valueDateTime`. */
export function toChoiceKey(stem: string, code: string): string {
  return stem + code.charAt(0).toUpperCase() + code.slice(1);
}

/** A canonical without its `|version`. */
export function toBareCanonical(canonical: string): string {
  const bar = canonical.indexOf('|');
  return bar < 0 ? canonical : canonical.slice(0, bar);
}
