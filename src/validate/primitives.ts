/** Says whether a JSON value is a sound value of one primitive type. */
type PrimitiveTest = (value: unknown) => boolean;

const ID = /^[A-Za-z0-9\-.]{1,64}$/;
// R4 2.24.0.1: "no leading or trailing whitespace, and … no whitespace other than single spaces in the contents".
const CODE = /^\S+(?: \S+)*$/;
const URI = /^[^ \t\n\v\f\r]+$/;
const OID = /^urn:oid:[0-2](?:\.(?:0|[1-9][0-9]*))+$/;
/** What a canonical says of a version, and what an address says of a place inside. */
const VERSION = /\|.*$/s;
const FRAGMENT = /#.*$/s;
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const CLOCK = /^T(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]{1,20})?(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))$/;
const TIME = /^(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]{1,20})?$/;
/** Half of a surrogate pair alone, which UTF-8 cannot carry, and the zero character, which no database takes. */
const NO_CHARACTER = /[\0\p{Surrogate}]/u;
/** R4 2.24.0.1: "Strings SHALL NOT exceed 1MB (1024*1024 characters) in size". */
export const LONGEST_STRING = 1_048_576;
const MAX_INTEGER = 2_147_483_647;
const DASH = 45;
/** The padding of base64, `=`. */
const PAD = 61;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The syntax of every R4 primitive type, by its code. `id` is the syntax of resource ids, hard-wired because R4 types them as strings. */
export const primitives: Readonly<Record<string, PrimitiveTest>> = {
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => isWhole(value, -MAX_INTEGER - 1),
  unsignedInt: (value) => isWhole(value, 0),
  positiveInt: (value) => isWhole(value, 1),
  decimal: (value) => typeof value === 'number' && Number.isFinite(value),
  string: (value) => isText(value) && value.length <= LONGEST_STRING,
  markdown: isText,
  xhtml: isText,
  code: (value) => typeof value === 'string' && (isPlainCode(value) || CODE.test(value)),
  id: (value) => typeof value === 'string' && ID.test(value),
  uri: isUri,
  url: isUri,
  canonical: (value) => isUri(typeof value === 'string' ? value.replace(VERSION, '') : value),
  definition: isUri,
  oid: (value) => typeof value === 'string' && isOid(value),
  uuid: (value) => typeof value === 'string' && UUID.test(value),
  date: (value) => typeof value === 'string' && value.length <= 10 && isDate(value),
  dateTime: isDateTime,
  instant: (value) => typeof value === 'string' && value.charAt(10) === 'T' && isDateTime(value),
  time: (value) => typeof value === 'string' && TIME.test(value),
  base64Binary: isBase64,
};

/** The JSON type each primitive is written in. */
export function toJsonType(code: string): 'string' | 'number' | 'boolean' {
  if (code === 'boolean') return 'boolean';
  return code === 'integer' || code === 'unsignedInt' || code === 'positiveInt' || code === 'decimal' ? 'number' : 'string';
}

function isWhole(value: unknown, least: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= MAX_INTEGER;
}

/** Nearly every code is one word of visible ASCII. */
function isPlainCode(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (unit <= 32 || unit >= 127) return false;
  }
  return value.length > 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && !NO_CHARACTER.test(value);
}

function isUri(value: unknown): boolean {
  if (typeof value !== 'string' || !URI.test(value)) return false;
  if (!value.startsWith('urn:')) return !value.startsWith('oid:') && !value.startsWith('uuid:');
  if (value.startsWith('urn:uuid:')) return UUID.test(value.replace(FRAGMENT, ''));
  return !value.startsWith('urn:oid:') || isOid(value);
}

/** Beyond 1.3, where organisations stand directly, roots of fewer than three arcs name nobody (the reference validator's rule). */
function isOid(value: string): boolean {
  return OID.test(value) && (value.lastIndexOf('.') >= 12 || value.startsWith('urn:oid:1.3'));
}

/** A day that exists: 2026-02-30 and the year 0000 do not. Read by characters, because dates stand in every resource. */
function isDate(value: string, length = value.length): boolean {
  const year = toNumber(value, 0, 4);
  if (year < 1 || (length !== 4 && length !== 7 && length !== 10)) return false;
  return length === 4 || isMonth(value, year, length);
}

function isMonth(value: string, year: number, length: number): boolean {
  const month = value.charCodeAt(4) === DASH ? toNumber(value, 5, 7) : -1;
  if (month < 1 || month > 12) return false;
  if (length === 7) return true;
  const day = value.charCodeAt(7) === DASH ? toNumber(value, 8, 10) : -1;
  return day >= 1 && day <= countDays(year, month);
}

/** The number that digits from one place to another make; -1 where something else stands among them. */
function toNumber(value: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = value.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function countDays(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** R4 2.24.0.1: if hours and minutes are given, a time zone SHALL be. */
function isDateTime(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (value.length <= 10) return isDate(value);
  return value.charAt(10) === 'T' && isDate(value, 10) && CLOCK.test(value.slice(10));
}

/** A scan, because the expression of the specification backtracks for minutes on long bad input. */
function isBase64(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  let digits = 0;
  let padding = 0;
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (isBlank(unit)) continue;
    if (unit === PAD) padding++;
    else if (padding > 0 || !isBase64Digit(unit)) return false;
    digits++;
  }
  return isWholeBase64(digits, padding);
}

function isWholeBase64(digits: number, padding: number): boolean {
  return digits > 0 && digits % 4 === 0 && padding <= 2;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9;
}

function isBase64Digit(unit: number): boolean {
  if (unit >= 97) return unit <= 122;
  if (unit >= 65) return unit <= 90;
  return unit === 43 || (unit >= 47 && unit <= 57);
}
