import type { Element, LocalDate, Reported } from '../map/visit.ts';

/** What one row of a register says of an entry. */
export interface EnrolmentPart {
  readonly submission: string;
  readonly position: number;
  /** The reading that said so last. */
  readonly reading: string;
  /** Hash of what the row said. */
  readonly content: string;
  readonly category: string;
  readonly place: string;
  readonly from: LocalDate;
  readonly domicile?: string;
  readonly elements: readonly Element[];
  readonly reported: Reported;
  /** The row says it no more; kept, so that it finds its entry should it say so again. */
  readonly gone?: boolean;
}

/** What all rows together say of an entry. */
export interface FoldedEnrolment extends Pick<EnrolmentPart, 'category' | 'place' | 'from' | 'domicile' | 'elements' | 'reported'> {
  /** The last day on which a register said so. */
  readonly told: LocalDate;
  readonly last: EnrolmentPart;
}

type Row = Pick<EnrolmentPart, 'submission' | 'position'>;

/** The sayings with that of a row, which takes the place of what the same row said before. */
export function withPart(parts: readonly EnrolmentPart[], said: EnrolmentPart): readonly EnrolmentPart[] {
  const { submission, position, reading, content, category, place, from, domicile, elements, reported } = said;
  const kept = { submission, position, reading, content, category, place, from, elements, reported };
  const part = domicile === undefined ? kept : { ...kept, domicile };
  return parts.some((one) => isOfRow(one, said)) ? parts.map((one) => (isOfRow(one, said) ? part : one)) : [...parts, part];
}

/** The same list where every row of the submission is of its newer reading; else what only older readings said is gone. */
export function withoutOlder(
  parts: readonly EnrolmentPart[],
  newer: { readonly submission: string; readonly reading: string },
): readonly EnrolmentPart[] {
  const isOlder = ({ submission, reading, gone }: EnrolmentPart): boolean =>
    submission === newer.submission && reading !== newer.reading && gone !== true;
  return parts.some(isOlder) ? parts.map((part) => (isOlder(part) ? { ...part, gone: true } : part)) : parts;
}

/** Whether another row has said the same before this one, of the same day. */
export function isRepeated(parts: readonly EnrolmentPart[], row: Row & Pick<EnrolmentPart, 'content' | 'from'>): boolean {
  const own = parts.findIndex((part) => isOfRow(part, row));
  const before = own < 0 ? parts : parts.slice(0, own);
  return before.some(({ content, from, gone }) => gone !== true && content === row.content && from === row.from);
}

/** The facts of the latest day, where a later row goes before an earlier one; undefined when no row says it any more. */
export function foldEnrolmentParts(parts: readonly EnrolmentPart[]): FoldedEnrolment | undefined {
  const standing = parts.filter(({ gone }) => gone !== true);
  const days = standing.map(({ from }) => from).sort();
  const [from, told] = [days[0], days.at(-1)];
  const latest = standing.filter((part) => part.from === told);
  const last = latest.at(-1);
  if (from === undefined || told === undefined || last === undefined) return undefined;
  const { category, place, domicile } = last;
  const said = { category, place, from, told, last, ...(domicile === undefined ? {} : { domicile }) };
  const reported = latest.reduce<Reported>((all, part) => ({ ...all, ...part.reported }), {});
  return { ...said, elements: latest.reduce<readonly Element[]>(withLater, []), reported };
}

function withLater(elements: readonly Element[], later: EnrolmentPart): readonly Element[] {
  const keys = new Set(later.elements.map(({ key }) => key));
  return [...elements.filter(({ key }) => !keys.has(key)), ...later.elements];
}

function isOfRow(part: Row, row: Row): boolean {
  return part.submission === row.submission && part.position === row.position;
}
