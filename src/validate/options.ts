/** How strictly what a definition leaves open is judged; a caller gives what it wants other than `defaultOptions`. */
export interface ValidationOptions {
  /** Extensions whose url begins so may be used without a definition at hand; `*` allows any. */
  readonly extensionDomains: readonly string[];
  /** Urls below http://example.org and its like: allowed in examples, told as a warning, or refused. */
  readonly exampleUrls: 'allowed' | 'warned' | 'refused';
  /** Tags of HTML in markdown and plain strings. */
  readonly htmlInMarkdown: 'allowed' | 'warned' | 'refused';
  /** Literal references: only their form and type, or also that what they name is in what is validated. */
  readonly references: 'type' | 'exists';
  /** Rules that a definition calls best practice (dom-6 and its like). */
  readonly bestPractice: 'ignored' | 'warned';
  /**
   * Vital-signs profiles that an Observation must follow for its LOINC code without naming them: none, those for the codes R4 lists,
   * or also those for the more special codes that the reference validator counts to them.
   */
  readonly vitalSigns: 'ignored' | 'listed' | 'related';
  /** Comments in JSON text, which JSON does not have. */
  readonly comments: 'refused' | 'allowed';
  /** The present moment as an ISO text, for rules that ask for today() or now(); empty leaves those undecided. */
  readonly now: string;
}

export const defaultOptions: ValidationOptions = {
  extensionDomains: ['*'],
  exampleUrls: 'warned',
  htmlInMarkdown: 'warned',
  references: 'type',
  bestPractice: 'ignored',
  vitalSigns: 'listed',
  comments: 'refused',
  now: '',
};
