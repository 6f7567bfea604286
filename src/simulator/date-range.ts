/** A stretch of time in milliseconds, its end not included; an open end is Infinity. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const dayMs = 86_400_000;

/** Reads a FHIR date or dateTime as the stretch it covers by its precision; without a zone it is UTC. */
export function readSpan(text: string): Span | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year !== undefined && day === undefined) return spanOfMonths(Number(year), month);
  const from = Date.parse(day === undefined ? withZone(text) : `${text}T00:00:00Z`);
  if (Number.isNaN(from)) return undefined;
  return { from, to: from + (day === undefined ? lengthOf(text) : dayMs) };
}

/** From the beginning of one to the end of another; without an end it is open. */
export function spanBetween(start: string, end: string | undefined): Span | undefined {
  const from = readSpan(start);
  return from === undefined ? undefined : { from: from.from, to: end === undefined ? Infinity : (readSpan(end)?.to ?? Infinity) };
}

const comparisons: Readonly<Record<string, (have: Span, want: Span) => boolean>> = {
  eq: (have, want) => want.from <= have.from && have.to <= want.to,
  ne: (have, want) => have.from < want.from || have.to > want.to,
  gt: (have, want) => have.to > want.to,
  ge: (have, want) => have.to > want.from,
  lt: (have, want) => have.from < want.from,
  le: (have, want) => have.from < want.to,
  sa: (have, want) => have.from >= want.to,
  eb: (have, want) => have.to <= want.from,
};

/** Compares stretches of time as FHIR R4 3.1.1.4.5 does; undefined when what was asked is no date. */
export function comparesTo(asked: string): ((have: Span | undefined) => boolean) | undefined {
  const prefix = asked.slice(0, 2);
  const [compare, text] = Object.hasOwn(comparisons, prefix) ? [comparisons[prefix], asked.slice(2)] : [comparisons['eq'], asked];
  const want = readSpan(text);
  return want === undefined || compare === undefined ? undefined : (have) => have !== undefined && compare(have, want);
}

function spanOfMonths(year: number, month: string | undefined): Span {
  const first = month === undefined ? 0 : Number(month) - 1;
  return { from: Date.UTC(year, first), to: Date.UTC(year, first + (month === undefined ? 12 : 1)) };
}

function withZone(text: string): string {
  const zoned = text.includes('T') && !/(Z|[+-]\d{2}:\d{2})$/.test(text) ? `${text}Z` : text;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(zoned) ? zoned : '';
}

function lengthOf(text: string): number {
  if (/T\d{2}:\d{2}(Z|[+-]|$)/.test(text)) return 60_000;
  return text.includes('.') ? 1 : 1000;
}
