const INSTANT =
  /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,3})?)?[0-9]*(Z|[+-][0-9]{2}:[0-9]{2})?)?)?$/;

/** Compares two dates or times by their first moment, as the reference validator does; undefined when one of them is none. */
export function compareInstants(left: string, right: string): number | undefined {
  const one = toMoment(left);
  const other = toMoment(right);
  return one === undefined || other === undefined ? undefined : one - other;
}

/** Compares a moment with a day (or month, or year) as a whole: within it they are equal. */
export function compareWithin(moment: string, bound: string): number | undefined {
  if (bound.length <= 10 && moment.startsWith(bound)) return 0;
  return compareInstants(moment, bound);
}

/** The order of two texts, as of times of one precision. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function toMoment(text: string): number | undefined {
  const found = text.length > 64 ? null : INSTANT.exec(text);
  if (found === null) return undefined;
  const moment = Date.parse(toWhole(found));
  return Number.isNaN(moment) ? undefined : moment;
}

/** Supplies what a partial date leaves out with its first moment. */
function toWhole([, year = '', month = '01', day = '01', clock = 'T00:00', zone = 'Z']: RegExpExecArray): string {
  return `${year}-${month}-${day}${clock}${zone}`;
}
