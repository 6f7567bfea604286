import type { Support } from './known-visit.ts';
import { isRepeated, toArrival, toKeptContent, type VisitPart } from './visit-part.ts';

/** The supports of one visit. */
export function toSupporting(visit: string, supports: readonly Support[]): readonly Support[] {
  return supports.filter((support) => support.visit === visit);
}

/** Lets the rows of other files that said what a part said stand in for it among the parts, each where it arrived: what it said is still said. */
export function standIn(parts: VisitPart[], old: VisitPart, supports: readonly Support[]): void {
  const content = toKeptContent(old);
  for (const { submission, position, duty, content: said } of supports) {
    const part = { ...old, submission, position, duty };
    const isThere = parts.some((other) => other.submission === submission && other.position === position);
    if (said !== content || isThere || parts.some((other) => isRepeated(part, other))) continue;
    parts.splice(toArrival(parts, part), 0, part);
  }
}
