import type { Issue } from '../fhir/issue.ts';
import { validationCatalogue } from './catalogue/catalogue.ts';
import type { Bilingual } from './catalogue/catalogue-entry.ts';

/** Something found wrong, before it is put into words. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly path: string;
  readonly rule: string;
  readonly expected: string;
  /** The offending value itself; it is quoted only where it cannot identify anybody. */
  readonly came: unknown;
}

/** Below these elements stand identity, narrative or free text: their values are never repeated in a message. */
const PRIVATE =
  /\.(?:identifier|name|telecom|address|contact|birthDate|deceased|multipleBirth|photo|text|div|display|reference|note|comment|data|description|title|id|patientInstruction)\b/;
/** Short, one word, and no run of digits as long as a phone number or a NIK. */
const QUOTABLE = /^[A-Za-z0-9_.:+\-/|%]{1,40}$/;
const LONG_NUMBER = /\d{6}/;

/** Codes whose finding is a name of an element or type, not a value. */
const NAMING: ReadonlySet<string> = new Set([
  'element-unknown',
  'resource-type-other',
  'type-not-allowed',
  'xhtml-element',
  'xhtml-attribute',
  'xhtml-in-paragraph',
]);

/** Puts a finding into words: Indonesian text with the remedy, English diagnostics. */
export function toIssue(finding: Finding): Issue {
  const entry = validationCatalogue[finding.code];
  if (entry === undefined) throw new Error(`The catalogue has no code ${finding.code}`);
  const came = NAMING.has(finding.code) ? toName(finding.came) : toDescription(finding.came, finding.path);
  const say = (language: keyof Bilingual): string =>
    `${entry.says[language].replace('{expected}', () => finding.expected).replace('{came}', () => came[language])} ${entry.remedy[language]}`;
  return {
    severity: finding.severity,
    type: entry.type,
    code: finding.code,
    text: say('id'),
    diagnostics: say('en'),
    ...(finding.path !== '' && { expression: finding.path }),
    ...(finding.rule !== '' && { rule: finding.rule }),
  };
}

function toDescription(value: unknown, path: string): Bilingual {
  if (typeof value === 'string') return toStringDescription(value, path);
  if (typeof value === 'number') return isPrivate(String(value), path) ? { id: 'sebuah angka', en: 'a number' } : toBoth(String(value));
  if (typeof value === 'boolean') return toBoth(String(value));
  if (value === undefined) return { id: 'tidak ada kode', en: 'no code' };
  if (value === null) return toBoth('null');
  return Array.isArray(value) ? { id: 'sebuah daftar', en: 'a list' } : { id: 'sebuah objek', en: 'an object' };
}

function toStringDescription(value: string, path: string): Bilingual {
  if (QUOTABLE.test(value) && !isPrivate(value, path)) return toBoth(`"${value}"`);
  const length = String(value.length);
  return { id: `teks ${length} karakter`, en: `a text of ${length} characters` };
}

function isPrivate(value: string, path: string): boolean {
  return PRIVATE.test(path) || LONG_NUMBER.test(value);
}

/** Names of elements and types hold letters only; anything else may be data in the wrong place. */
function toName(value: unknown): Bilingual {
  return typeof value === 'string' && /^[A-Za-z_]{1,64}$/.test(value) ? toBoth(value) : { id: 'ini', en: 'here' };
}

function toBoth(text: string): Bilingual {
  return { id: text, en: text };
}
