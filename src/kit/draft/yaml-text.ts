import { stringify } from 'yaml';
import { cleanText } from '../../map/conversions/clean-text.ts';

/** A value as one line of YAML: maps and lists in brackets, texts in quotes where they need them. */
export function toFlow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true, singleQuote: true }).trim();
}

/** A key as YAML writes it. */
export function toKey(name: string): string {
  return /^[\p{L}_][\p{L}\p{N} _./()-]*$/u.test(name) && !/^(?:y|n|yes|no|on|off|true|false|null|~)$/i.test(name) && !name.endsWith(' ')
    ? name
    : toQuoted(name);
}

/** A text as a comment, on one line. */
export function toComment(text: string): string {
  return `# ${cleanText(text)}`;
}

function toQuoted(name: string): string {
  return stringify(name, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trim();
}
