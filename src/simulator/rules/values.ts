import { presentAt, type Found } from '../element-path.ts';
import { isJsonObject, printed, textAt, type Json } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { numbered, type Rule } from './rule.ts';

// Only the integer's wording is published; the other types follow its pattern.
const wording: Readonly<Record<string, string>> = { bulat: 'Integer', desimal: 'Decimal', teks: 'String', boolean: 'Boolean', umur: 'Age' };

const fits: Readonly<Record<string, (value: Json) => boolean>> = {
  // The dictionary calls amounts integers too, and published requests with fractions were answered 200: a number is what counts.
  bulat: (value) => typeof value === 'number',
  desimal: (value) => typeof value === 'number',
  teks: (value) => typeof value === 'string' && value !== '',
  boolean: (value) => typeof value === 'boolean',
  umur: (value) => isJsonObject(value) && typeof value['value'] === 'number' && textAt(value, 'system') === 'http://unitsofmeasure.org',
};

/** Checks the JSON type of an element wherever it is given. */
export function valueType(kind: string, rule: number, path: string): Rule {
  const isFit = fits[kind];
  if (isFit === undefined) throw new Error(`no such kind of value: ${kind}`);
  return (resource) =>
    presentAt(resource, path)
      .filter(({ value }) => value === undefined || !isFit(value))
      .map((found) => wrongType(kind, rule, found));
}

/** Checks a date without time, or a time of day. */
export function calendarText(kind: 'tanggal' | 'jam', rule: number, path: string): Rule {
  const isFit = kind === 'jam' ? isTime : isDate;
  const format = kind === 'jam' ? 'hh:mm:ss' : 'YYYY-MM-DD';
  return (resource) =>
    presentAt(resource, path)
      .filter(({ value }) => !isFit(value))
      .map(({ value, expression }) => {
        const text = `${numbered(`Invalid date time format : ${printed(value)}`, rule)}. Format allowed : ${format}`;
        return refusal('format', text, expression);
      });
}

/** A date of FHIR: a day that exists, a month, or a year. */
export function isDate(value: Json | undefined): boolean {
  if (typeof value !== 'string' || !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function isTime(value: Json | undefined): boolean {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?$/.test(value);
}

function wrongType(kind: string, rule: number, { value, expression }: Found): Refusal {
  const text = `${wording[kind] ?? kind} formated as a ${typeOf(value)}: '${printed(value)}'`;
  return refusal('value', numbered(text, rule), expression);
}

function typeOf(value: Json | undefined): string {
  return Array.isArray(value) ? 'list' : typeof value;
}
