import { hasLoincCheckDigit, hasVerhoeffDigit } from './check-digits.ts';
import { CURRENCIES } from './currencies.ts';
import { isLanguageTag, isRegisteredLanguage } from './language-tag.ts';
import type { Standing } from './system.ts';
import { isUnit } from './units.ts';

/** Says what the syntax of a code system makes of a code. */
export type ToStanding = (code: string) => Standing;

const LOINC = /^\d{1,7}-\d$/;
// Parts, answers, answer lists, groups and the old hierarchy of LOINC.
const LOINC_OTHER = /^(?:L[A-Z]\d+-\d|MTHU\d+)$/;
const SCTID = /^\d{6,18}$/;
// A post-coordinated expression begins with a concept, a bracket or a definition status (SNOMED CT compositional grammar).
const SNOMED_EXPRESSION = /^(?:={3}|<{3})?\s*(?:\(\s*)?\d{6,18}\s*[|:+,{]/;
// Five characters and the suffixes of the national editions; a dagger or asterisk; a block such as A00-A09; a chapter.
const ICD_10 = /^(?:[A-Z]\d[0-9A-Z](?:\.[0-9A-Z-]{1,4})?[*+†!]?|[A-Z]\d[0-9A-Z]-[A-Z]\d[0-9A-Z]|[IVX]{1,6})$/;
const ICD_9_CM = /^(?:\d{2,3}(?:\.\d{1,2})?|V\d{2}(?:\.\d{1,2})?|E\d{3}(?:\.\d)?)$/;
// Kamus Farmasi dan Alat Kesehatan: ingredients 91, products 92 and 93, packages 94, and vaccine groups VG.
const KFA = /^(?:9\d{7}|VG\d{1,4})$/;
// RFC 6838 4.2, with parameters (RFC 2045 5.1) and the wildcards of an Accept header.
const MIME =
  /^[A-Za-z0-9*][A-Za-z0-9!#$&^_.+-]{0,126}\/[A-Za-z0-9*][A-Za-z0-9!#$&^_.+-]{0,126}(?: ?; ?[A-Za-z0-9-]{1,64}="?[^"; ]{1,126}"?)*$/;
// R4's CapabilityStatement.format allows these beside real types.
const SHORT_MIME: ReadonlySet<string> = new Set(['xml', 'json', 'ttl']);
const COUNTRY_REST = /^(?:[A-Z]{3}|\d{3})$/;

/** What the syntax of a well-known code system says; systems whose codes are defined by syntax are decided, of others the impossible is found. */
export const SYNTAXES: ReadonlyMap<string, ToStanding> = new Map<string, ToStanding>([
  ['http://loinc.org', toLoinc],
  ['http://snomed.info/sct', toSnomed],
  ['http://hl7.org/fhir/sid/icd-10', (code) => (ICD_10.test(code) ? 'undecided' : 'unknown')],
  ['http://hl7.org/fhir/sid/icd-9-cm', (code) => (ICD_9_CM.test(code) ? 'undecided' : 'unlisted')],
  ['http://sys-ids.kemkes.go.id/kfa', (code) => (KFA.test(code) ? 'undecided' : 'unlisted')],
  ['http://unitsofmeasure.org', (code) => (isUnit(code) ? 'valid' : 'unknown')],
  ['urn:ietf:bcp:13', (code) => (SHORT_MIME.has(code) || MIME.test(code) ? 'valid' : 'unknown')],
  ['urn:ietf:bcp:47', toLanguage],
  ['urn:iso:std:iso:4217', (code) => (CURRENCIES.has(code) ? 'listed' : 'unknown')],
]);

/** ISO 3166 beside its two-letter codes: three letters, three digits, and subdivisions of a country that exists. */
export function toCountry(code: string, isCountry: (two: string) => boolean): Standing {
  if (COUNTRY_REST.test(code)) return 'undecided';
  return code.charAt(2) === '-' && isCountry(code.slice(0, 2)) ? 'undecided' : 'unknown';
}

function toLoinc(code: string): Standing {
  if (LOINC.test(code)) return hasLoincCheckDigit(code) ? 'undecided' : 'unknown';
  return LOINC_OTHER.test(code) ? 'undecided' : 'unknown';
}

/** Of the component kinds an SCTID names in its last three digits, only a concept is a code: partition 00 or 10. */
function toSnomed(code: string): Standing {
  if (!SCTID.test(code)) return SNOMED_EXPRESSION.test(code) ? 'undecided' : 'unknown';
  const partition = code.slice(-3, -1);
  return (partition === '00' || partition === '10') && hasVerhoeffDigit(code) ? 'undecided' : 'unknown';
}

function toLanguage(code: string): Standing {
  if (!isLanguageTag(code)) return 'unknown';
  return isRegisteredLanguage(code) ? 'valid' : 'undecided';
}
