import { isDeepStrictEqual } from 'node:util';
import { toGiven } from '../given.ts';
import { isSameValue, toPlainValue } from '../same-value.ts';
import type { Duty, Element, VisitDraft } from '../visit.ts';

/** What one row says of a visit, apart from whose it is and where it was: that is the visit's key. */
export type Said = Pick<VisitDraft, 'date' | 'dateEstimated' | 'recorder' | 'verified' | 'elements' | 'reported' | 'condition'>;

/**
 * What one row of a submission contributes to a visit. A visit is the fold of its parts in the order in which they arrived, so that a
 * part can be replaced when tables were fixed, and taken back. A row is known by its position in the file, whatever it says by now.
 */
export interface VisitPart {
  /** Id of the submission; empty for what was kept before visits knew their parts. */
  readonly submission: string;
  /** Position of the row in its file, from 0. */
  readonly position: number;
  readonly contentHash: string;
  /** Version of the tables the row was read with when the part took this form. */
  readonly tables: string;
  readonly duty: Duty;
  readonly said: Said;
  /** Who said it, where a person did and no row of a file. */
  readonly by?: string;
}

/** What a row says of a visit, without the key. */
export function toSaid({ date, dateEstimated, recorder, verified, elements, reported, condition }: VisitDraft): Said {
  return { date, dateEstimated, recorder, verified, elements, reported, ...toGiven({ condition }) };
}

/** True when two rows say the same of a visit; how a number was written, or under which heading, does not matter. */
export function isSameSaid(one: Said, other: Said): boolean {
  return (
    one.date === other.date &&
    one.dateEstimated === other.dateEstimated &&
    one.recorder === other.recorder &&
    one.verified === other.verified &&
    one.condition === other.condition &&
    one.elements.length === other.elements.length &&
    one.elements.every((element, at) => isSameFact(element, other.elements[at])) &&
    isDeepStrictEqual(one.reported, other.reported)
  );
}

/** Names what a row says and in which words: rows that only repeat a part are found again by this. */
export function toContent({ contentHash, said }: Pick<VisitPart, 'contentHash' | 'said'>): string {
  const { date, dateEstimated, recorder, verified, elements, reported, condition } = said;
  const facts = elements.map(({ key, value, fields, recorder: by }) => [key, value.kind, toPlainValue(value), toSorted(fields), by]);
  const rest = condition === undefined ? [] : [condition];
  return JSON.stringify([contentHash, date, dateEstimated, recorder, verified, facts, toSorted(reported), ...rest]);
}

/** The same of a part that is kept. Of what was kept before visits knew their parts only the words of the row are known. */
export function toKeptContent(part: VisitPart): string {
  return part.submission === '' ? part.contentHash : toContent(part);
}

function toSorted(fields: Readonly<Record<string, unknown>> = {}): readonly (readonly [string, unknown])[] {
  return Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));
}

function isSameFact(one: Element, other: Element | undefined): boolean {
  if (one.key !== other?.key || one.recorder !== other.recorder || one.unconfirmed !== other.unconfirmed) return false;
  return isSameValue(one.value, other.value) && isDeepStrictEqual(one.fields, other.fields);
}

/** True when a part brings nothing that another has not brought: the same row word for word, meaning the same, and owed no further. */
export function isRepeated(part: VisitPart, by: VisitPart): boolean {
  if (part.contentHash !== by.contentHash) return false;
  // Of what was kept before visits knew their parts only the words of the row are known.
  return by.submission === '' || (isSameSaid(part.said, by.said) && (by.duty === 'kirim' || part.duty !== 'kirim'));
}

/** A visit is owed as soon as one of its parts is. */
export function toDuty(parts: readonly VisitPart[]): Duty {
  return parts.find(({ duty }) => duty === 'kirim')?.duty ?? parts[0]?.duty ?? 'tidak';
}

/**
 * Where the part of a row that is read late or again belongs among the others: behind what was handed in before it, so that what came
 * later goes on correcting it. Within one file the order of its rows decides.
 */
export function toArrival(parts: readonly VisitPart[], part: VisitPart): number {
  const at = parts.findIndex((other) => isLater(other, part));
  return at === -1 ? parts.length : at;
}

function isLater(other: VisitPart, part: VisitPart): boolean {
  if (other.submission === part.submission) return other.position > part.position;
  return toHandedIn(other.submission) > toHandedIn(part.submission);
}

/** Milliseconds since 1970 in the id of a submission, which is a UUIDv7 (RFC 9562, 5.7); NaN for what was kept before parts had names. */
export function toHandedIn(submission: string): number {
  return Number.parseInt(submission.slice(0, 8) + submission.slice(9, 13), 16);
}
