import { presentAt, type Found } from '../element-path.ts';
import { printed } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { defaultSettings, numbered, type Rule, type RuleContext, type RuleSettings } from './rule.ts';
import { isDate } from './values.ts';

const documented = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?\+00:00$/;
const withOffset = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** What an instant may be beside a past one with a time of day. */
export interface InstantAllowance {
  /** Appointments, expiry and validity may lie ahead. */
  readonly ahead?: boolean;
  /** What was told of a family may be older than records are. */
  readonly longAgo?: boolean;
  readonly dateAlone?: boolean;
}

/**
 * Demands a past UTC instant not older than 3 June 2014 wherever the element is given.
 * Staging has been seen to take `+07:00` and `Z` too; unless set otherwise only the documented format passes, so that nobody comes to rely on more.
 */
export function dateTime(rule: number, path: string, allowed: InstantAllowance = {}): Rule {
  return (resource, context) =>
    presentAt(resource, path).flatMap((found) =>
      allowed.dateAlone === true && isDate(found.value) ? [] : checkInstant(rule, found, { context, allowed }),
    );
}

/** Reads an instant in the documented format and returns its milliseconds, or undefined for anything else (30 February too). */
export function readInstant(value: unknown, offsets: RuleSettings['offsets'] = 'utc'): number | undefined {
  if (typeof value !== 'string') return undefined;
  const form = offsets === 'utc' ? documented : withOffset;
  return form.test(value) && isDate(value.slice(0, 10)) ? Date.parse(value) : undefined;
}

function checkInstant(
  rule: number,
  { value, expression }: Found,
  { context, allowed }: { readonly context: RuleContext; readonly allowed: InstantAllowance },
): readonly Refusal[] {
  const { settings = defaultSettings, now } = context;
  const time = readInstant(value, settings.offsets);
  if (time === undefined) {
    const text = `${numbered(`Invalid date time format : ${printed(value)}`, rule)}. Format allowed : YYYY-MM-DDThh:mm:ss+00:00`;
    return [refusal('format', text, expression)];
  }
  const isTooEarly = allowed.longAgo !== true && time < Date.parse(`${settings.earliest}T00:00:00Z`);
  const isTooLate = allowed.ahead !== true && time > now.getTime();
  if (!isTooEarly && !isTooLate) return [];
  const text = `${numbered(`Invalid date time value : ${printed(value)}`, rule)} Not Allowed : Future Date or Past Date older than ${inWords(settings.earliest)}`;
  return [refusal('value', text, expression)];
}

/** `2014-06-03` as the platform prints it: `3rd June 2014`. */
function inWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const month = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  const number = date.getUTCDate();
  const ending = number % 10 > 3 || Math.floor(number / 10) === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${String(number)}${ending} ${month} ${String(date.getUTCFullYear())}`;
}
