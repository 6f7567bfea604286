import type { JsonObject } from '../json.ts';
import type { ValidationOptions } from '../options.ts';

/** What the switches of a case mean here, and the names of those without a counterpart. */
export interface CaseOptions {
  readonly options: Partial<ValidationOptions>;
  readonly ignored: readonly string[];
}

type Option = Partial<ValidationOptions>;

const NO_OPTION: Option = {};

/** Where a case says nothing, its verdict was given so: unknown extensions refused, example addresses allowed, vital signs told by their codes. */
const UNSAID: Option = { extensionDomains: [], exampleUrls: 'allowed', vitalSigns: 'related' };

const MUST_EXIST: ReadonlySet<unknown> = new Set(['CHECK_EXISTS', 'CHECK_EXISTS_AND_TYPE', 'CHECK_VALID']);

/** Switches of the reference validator's test suite by what they ask of ours; one that asks for what we do anyway changes nothing. */
const COUNTERPARTS: Readonly<Record<string, (value: unknown) => Option>> = {
  examples: (value) => ({ exampleUrls: value === true ? 'allowed' : 'refused' }),
  noHtmlInMarkdown: (value) => (value === true ? { htmlInMarkdown: 'refused' } : NO_OPTION),
  'allow-comments': (value) => (value === true ? { comments: 'allowed' } : NO_OPTION),
  'allowed-extension-domain': (value) => ({ extensionDomains: toTexts(value) }),
  'allowed-extension-domains': (value) => ({ extensionDomains: toTexts(value) }),
  validateReference: (value) => (MUST_EXIST.has(value) ? { references: 'exists' } : NO_OPTION),
  'best-practice': (value) => (value === 'ignore' ? { bestPractice: 'ignored' } : { bestPractice: 'warned' }),
};

/** Says what the switches of a case mean here. */
export function toCaseOptions(switches: JsonObject): CaseOptions {
  const named = Object.entries(switches);
  const given = named.map(([name, value]) => COUNTERPARTS[name]?.(value) ?? NO_OPTION);
  return {
    options: given.reduce<Option>((all, each) => ({ ...all, ...each }), UNSAID),
    ignored: named.map(([name]) => name).filter((name) => !Object.hasOwn(COUNTERPARTS, name)),
  };
}

function toTexts(value: unknown): readonly string[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
  return listed.filter((each) => typeof each === 'string');
}
