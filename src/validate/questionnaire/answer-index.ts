import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** The stretch of a response that an item and all inside it take up, counted in items. */
export interface Span {
  readonly from: number;
  to: number;
}

/** An item of the response with its place in the count. */
interface Occurrence {
  readonly from: number;
  readonly node: JsonObject;
}

/** The answers of a response by linkId, in their order. */
export interface AnswerIndex {
  readonly byLinkId: ReadonlyMap<string, readonly Occurrence[]>;
  readonly spans: ReadonlyMap<JsonObject, Span>;
}

interface Counting {
  readonly byLinkId: Map<string, Occurrence[]>;
  readonly spans: Map<JsonObject, Span>;
  count: number;
}

/** Counts through a response once, so that conditions find answers without searching. */
export function indexAnswers(response: JsonObject): AnswerIndex {
  const counting: Counting = { byLinkId: new Map(), spans: new Map(), count: 0 };
  countInside(response, counting);
  return counting;
}

function countInside(node: JsonObject, counting: Counting): void {
  countItems(node['item'], counting);
  const answers = node['answer'];
  if (Array.isArray(answers)) for (const answer of answers) if (isObject(answer)) countItems(answer['item'], counting);
}

function countItems(items: unknown, counting: Counting): void {
  if (!Array.isArray(items)) return;
  for (const item of items) {
    if (!isObject(item)) continue;
    const span = { from: counting.count++, to: 0 };
    addOccurrence(counting, item, span.from);
    countInside(item, counting);
    span.to = counting.count;
    counting.spans.set(item, span);
  }
}

function addOccurrence({ byLinkId }: Counting, node: JsonObject, from: number): void {
  const linkId = node['linkId'];
  if (typeof linkId !== 'string') return;
  const known = byLinkId.get(linkId);
  if (known === undefined) byLinkId.set(linkId, [{ from, node }]);
  else known.push({ from, node });
}

/** Asks each answer to a question within a stretch until one says yes. */
export function someAnswer(index: AnswerIndex, question: string, span: Span, says: (answer: JsonObject) => boolean): boolean {
  const occurrences = index.byLinkId.get(question) ?? NONE;
  for (let at = findFirst(occurrences, span.from); at < occurrences.length; at++) {
    const occurrence = occurrences[at];
    if (occurrence === undefined || occurrence.from >= span.to) return false;
    const answers = occurrence.node['answer'];
    if (Array.isArray(answers) && answers.some((answer) => isObject(answer) && says(answer))) return true;
  }
  return false;
}

const NONE: readonly Occurrence[] = [];

/** The whole response. */
export const WHOLE: Span = { from: 0, to: Infinity };

/** Halves its way to the first occurrence at or behind a place. */
function findFirst(occurrences: readonly Occurrence[], from: number): number {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.from ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
