import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toDaysBetween } from '../days.ts';
import { toGiven } from '../given.ts';
import type { Programme } from '../programme.ts';
import { toKlaster, toLifeStage } from '../programme.ts';
import { isSameValue } from '../same-value.ts';
import type { Element, Person, Visit, VisitDraft } from '../visit.ts';
import { mergeVisit, type MergedVisit } from './merge-visit.ts';
import type { Ordinals } from './ordinals.ts';
import type { Said, VisitPart } from './visit-part.ts';
import { isRepeated } from './visit-part.ts';

/** What is fixed of a visit whatever its parts say: its id and key, whose it is, and how its facts are numbered. */
export interface VisitFrame {
  readonly id: string;
  readonly key: Pick<VisitDraft, 'visitNumber' | 'place' | 'service'>;
  readonly person: Person;
  readonly ordinals: Pick<Ordinals, 'of'>;
}

/** A visit up to one of its parts, with what came of that part. */
export interface FoldStep {
  readonly visit: Visit;
  /** True for a row that came before, word for word: it brings nothing. */
  readonly repeated: boolean;
  readonly issues: readonly Issue[];
}

/** Makes a visit of its parts in order; there is a step for each of them. The last one is the visit. */
export function foldParts(parts: readonly VisitPart[], frame: VisitFrame, programme: Programme): readonly FoldStep[] {
  const steps: FoldStep[] = [];
  parts.forEach((part, at) => {
    const before = parts.slice(0, at);
    steps.push(toStep(part, { before, last: steps.at(-1)?.visit, frame }, programme));
  });
  return steps;
}

interface SoFar {
  readonly before: readonly VisitPart[];
  readonly last: Visit | undefined;
  readonly frame: VisitFrame;
}

function toStep(part: VisitPart, { before, last, frame }: SoFar, programme: Programme): FoldStep {
  if (last === undefined) return { visit: toFirst(part.said, frame, programme), repeated: false, issues: [] };
  if (before.some((other) => isRepeated(part, other))) {
    return { visit: last, repeated: true, issues: [toIssue({ code: 'D26', severity: 'information' })] };
  }
  const { visit, issues, changed } = mergePart(last, part.said, frame, programme);
  const inFile = before.some(({ submission }) => submission === part.submission);
  return { visit, repeated: false, issues: [...toAgain({ before: last, after: visit }, part.said, { inFile, changed }), ...issues] };
}

/** Merges a part; where it says for the first time that a woman is pregnant, the stage of life follows. */
export function mergePart(
  known: Visit,
  said: Said,
  { person, ordinals }: Pick<VisitFrame, 'person' | 'ordinals'>,
  programme: Programme,
): MergedVisit {
  const merged = mergeVisit(known, said, programme.elements, ordinals);
  if (merged.visit.condition === known.condition) return merged;
  return { ...merged, visit: { ...merged.visit, ...toOwner(person, merged.visit, programme) } };
}

/**
 * Two versions side by side in one file want a look; a later file that corrects is the normal way. A further row of the file that only adds
 * to the visit, such as one row for each vaccine, is no second version of it.
 */
export function toAgain(
  { before, after }: { readonly before: Visit; readonly after: Visit },
  said: Said,
  { inFile, changed }: { readonly inFile: boolean; readonly changed: boolean },
): readonly Issue[] {
  if (before.recorder !== said.recorder || (inFile && changed && isOnlyMore(before, after))) return [];
  return [toIssue({ code: 'D26', severity: inFile && changed ? 'warning' : 'information' })];
}

/** True where everything that was said stands as it stood, with more beside it. */
function isOnlyMore(before: Visit, after: Visit): boolean {
  const stands = (element: Element): boolean =>
    after.elements.some(
      ({ key, ordinal, value }) => key === element.key && ordinal === element.ordinal && isSameValue(value, element.value),
    );
  const kept = Object.entries(before.reported).every(([key, value]) => after.reported[key] === value);
  return kept && after.elements.length > before.elements.length && before.elements.every(stands);
}

/** A visit as its first part says it. */
export function toFirst(said: Said, { id, key, person, ordinals }: VisitFrame, programme: Programme): Visit {
  const { visitNumber, place, service } = key;
  return {
    ...(visitNumber === undefined ? {} : { visitNumber }),
    ...{ date: said.date, dateEstimated: said.dateEstimated, place, service, recorder: said.recorder, verified: said.verified },
    elements: said.elements.map((element) => ({ ...element, ordinal: ordinals.of(element) })),
    reported: said.reported,
    ...toGiven({ condition: said.condition }),
    id,
    ...toOwner(person, said, programme),
  };
}

/** Whose a visit is, and what follows from that on its day: age, stage of life and klaster. */
export function toOwner(
  { id, birthDate, sex }: Person,
  { date, condition }: Pick<Said, 'date' | 'condition'>,
  programme: Programme,
): Pick<Visit, 'person' | 'lifeStage' | 'klaster' | 'ageDays'> {
  const lifeStage = toLifeStage(programme, { birthDate, sex, date, condition });
  const ageDays = birthDate === undefined ? undefined : toDaysBetween(birthDate, date);
  return { person: id, lifeStage, ...toGiven({ klaster: toKlaster(programme, lifeStage), ageDays }) };
}
