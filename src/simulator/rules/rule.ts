import { elementsAt, type Found } from '../element-path.ts';
import { textAt, type JsonObject } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';

/** What a reference leads to: something of ours or open to all, something of another facility, or nothing. */
export type Reach = 'known' | 'foreign' | 'unknown';

/** Where published answers and rules contradict each other, and where the platform takes more than it documents. */
export interface RuleSettings {
  /**
   * `terbaru`: the newest word counts, a recorded answer before a mere row of the dictionary. `ditolak`: all that is in dispute is refused.
   * `diterima`: all that a published request was once answered 200 with is taken.
   */
  readonly disputed: 'terbaru' | 'ditolak' | 'diterima';
  /** `utc`: the documented `+00:00` alone. `semua`: any offset and `Z`, as staging was seen to take in 2026. */
  readonly offsets: 'utc' | 'semua';
  /** The earliest instant that is taken; sources say 3 June 2014 or 31 August 2022. */
  readonly earliest: string;
}

export const defaultSettings: RuleSettings = { disputed: 'terbaru', offsets: 'utc', earliest: '2014-06-03' };

/** What a rule may ask about the world while it looks at one resource. */
export interface RuleContext {
  readonly now: Date;
  /** The IHS number of the organisation behind the client's credentials. */
  readonly organization: string;
  /** Where a reference such as `Patient/P1` or `urn:uuid:...` leads, for the given target types. */
  reach(reference: string, targets: readonly string[]): Reach;
  /** `defaultSettings` where absent. */
  readonly settings?: RuleSettings;
}

/** One rule of the platform: looks at a resource and says what it refuses. */
export type Rule = (resource: JsonObject, context: RuleContext) => readonly Refusal[];

/** Writes a rule number the way SATUSEHAT's dictionary does. */
export function numbered(text: string, rule: number): string {
  return `${text} (RuleNumber: ${String(rule)})`;
}

/** Demands an element; an empty text is refused with words of its own. */
export function mandatory(rule: number, path: string): Rule {
  return (resource) => elementsAt(resource, path).flatMap((found) => missing(rule, found));
}

/** Demands what the FHIR store itself demands; its words differ from those of the rules. */
export function storeDemands(field: string): Rule {
  return (resource) => {
    if (resource[field] !== undefined) return [];
    const type = textAt(resource, 'resourceType') ?? 'resource';
    const expression = type.charAt(0).toLowerCase() + type.slice(1);
    return [{ ...refusal('structure', 'unparseable_resource', expression), diagnostics: `missing required field "${field}"` }];
  };
}

/** Whether what is in dispute is refused: newest word first, unless a setting says otherwise. */
export function isRefused(newest: 'ditolak' | 'diterima', { settings = defaultSettings }: RuleContext): boolean {
  return (settings.disputed === 'terbaru' ? newest : settings.disputed) === 'ditolak';
}

function missing(rule: number, { value, expression }: Found): readonly Refusal[] {
  if (value === '') return [refusal('value', numbered("Text is empty: ''", rule), expression)];
  return value === undefined || value === null ? [refusal('value', numbered(`Element not found: ${expression}`, rule), expression)] : [];
}
