import { presentAt, type Found } from '../element-path.ts';
import { printed } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { numbered, type Rule } from './rule.ts';

const documentedFormat = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?\+00:00$/;
const earliest = Date.UTC(2014, 5, 3);

/**
 * Demands a past UTC instant not older than 3 June 2014 wherever the element is given.
 * Staging has been seen to take `+07:00` and `Z` too; here only the documented format passes, so that nobody comes to rely on more.
 */
export function dateTime(rule: number, path: string): Rule {
  return (resource, context) => presentAt(resource, path).flatMap((found) => checkInstant(rule, found, context.now));
}

/** Reads an instant in the documented format and returns its milliseconds, or undefined for anything else (30 February too). */
export function readInstant(value: unknown): number | undefined {
  if (typeof value !== 'string' || !documentedFormat.test(value)) return undefined;
  const time = Date.parse(value);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value.slice(0, 10)) return undefined;
  return time;
}

function checkInstant(rule: number, { value, expression }: Found, now: Date): readonly Refusal[] {
  const time = readInstant(value);
  if (time === undefined) {
    const text = `${numbered(`Invalid date time format : ${printed(value)}`, rule)}. Format allowed : YYYY-MM-DDThh:mm:ss+00:00`;
    return [refusal('format', text, expression)];
  }
  if (time <= now.getTime() && time >= earliest) return [];
  const text = `${numbered(`Invalid date time value : ${printed(value)}`, rule)} Not Allowed : Future Date or Past Date older than 3rd June 2014`;
  return [refusal('value', text, expression)];
}
