const MOMENT = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d(?:\.\d+)?))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * The order of two dates or moments; undefined where one is less precise than the other and they agree as far as it goes.
 * What has a zone is put to UTC first, as the reference validator does.
 */
export function compareMoments(left: string, right: string): -1 | 0 | 1 | undefined {
  if (areLexical(left, right)) return toOrder(left, right);
  const [a, b] = [toParts(left), toParts(right)];
  for (let at = 0; at < a.length && at < b.length; at++) {
    const order = toOrder(a[at] ?? 0, b[at] ?? 0);
    if (order !== 0) return order;
  }
  return a.length === b.length ? 0 : undefined;
}

/** Dates of one precision, and moments written alike in one zone, have the order of their texts. */
function areLexical(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  return left.length <= 10 || (left.endsWith('Z') ? right.endsWith('Z') : left.slice(-6) === right.slice(-6));
}

function toOrder<Ordered extends string | number>(left: Ordered, right: Ordered): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Year, month, day, hour, minute and second, as far as the text goes. */
function toParts(text: string): readonly number[] {
  const match: readonly (string | undefined)[] | null = MOMENT.exec(text);
  if (match === null) return [];
  const parts = match.slice(1, 7).flatMap((part) => (part === undefined ? [] : [Number(part)]));
  const zone = match[7];
  return zone === undefined || zone === 'Z' || parts.length < 5 ? parts : toUtc(parts, zone);
}

function toUtc(parts: readonly number[], zone: string): readonly number[] {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, ...second] = parts;
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  moment.setUTCHours(hour, minute - toOffsetMinutes(zone));
  return [
    ...[moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()],
    ...[moment.getUTCHours(), moment.getUTCMinutes(), ...second],
  ];
}

function toOffsetMinutes(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}
