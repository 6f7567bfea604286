import type { CheckFinding, CheckReport } from '../checks/check.ts';
import type { JsonObject } from '../json.ts';
import type { Membership } from '../terminology/value-sets.ts';
import type { AnswerIndex, Span } from './answer-index.ts';
import type { Form, FormItem } from './form.ts';

/** Says whether a coding, or a bare code, is in a value set; undefined when the value set itself is not at hand. `#id` names one inside the Questionnaire. */
export type Lookup = (canonical: string, code: JsonObject | string) => Membership | undefined;

/** One response being held against one form. */
export interface Review {
  readonly form: Form;
  readonly response: JsonObject;
  readonly report: CheckReport;
  readonly lookup: Lookup;
  /** The resource types of R4, where they are known. */
  readonly resourceTypes: ReadonlySet<string> | undefined;
  /** True while the response is not completed or amended: what is missing is then only a warning. */
  readonly open: boolean;
  /** The answers of the response by linkId; made when the first condition asks. */
  answers: AnswerIndex | undefined;
  /** Where the walk stands, for each item of the form around it. */
  readonly around: Map<FormItem, Span>;
  /** True inside an item that is not enabled: nothing can be missing there. */
  off: boolean;
  /** How many findings may still be added; nothing is walked beyond. */
  left: number;
}

/** An item of a response with the item of the form it answers. */
export interface Place {
  readonly item: FormItem;
  readonly node: JsonObject;
  /** The way from the response, such as `.item[0]`. */
  readonly at: string;
}

/** An answer's value, where it stands, and how many answers stand beside it, itself counted. */
export interface Answered extends Place {
  readonly type: string;
  readonly value: unknown;
  readonly count: number;
}

/** A finding with its severity left out where it is an error. */
export type Found = Omit<CheckFinding, 'severity' | 'at' | 'rule'> & {
  readonly severity?: CheckFinding['severity'];
  readonly rule?: string;
};

/** The section of the specification that most rules follow from. */
export const SPEC = 'http://hl7.org/fhir/R4/questionnaireresponse.html';

/** Takes down a finding. */
export function tell(review: Review, at: string, found: Found): void {
  if (--review.left < 0) return;
  review.report.add({ severity: 'error', rule: SPEC, ...found, at });
}

/** Takes down what cannot be decided here. */
export function leave(review: Review, at: string, about: string, reason: string): void {
  review.report.leave({ at, about, reason });
}
