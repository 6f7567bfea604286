import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { ElementTable } from '../element-definition.ts';
import { toGiven } from '../given.ts';
import { isSameValue } from '../same-value.ts';
import type { Element, Recorder, Visit, VisitDraft } from '../visit.ts';
import type { Ordinals } from './ordinals.ts';
import { isSameRepeat } from './ordinals.ts';
import type { Said } from './visit-part.ts';

/** A visit after another row about it, with what the two disagreed on. `changed` is false when the row said nothing new. */
export interface MergedVisit {
  readonly visit: Visit;
  readonly issues: readonly Issue[];
  readonly changed: boolean;
}

type Author = Pick<VisitDraft, 'recorder' | 'verified'>;

/**
 * Merges another row into a visit. The same recorder corrects; another recorder adds a part, and where the two contradict,
 * verified nakes goes before nakes, nakes before kader, kader before a system's export (field rule 4). Absence deletes nothing.
 */
export function mergeVisit(known: Visit, draft: Said, elements: ElementTable, ordinals: Pick<Ordinals, 'of'>): MergedVisit {
  const issues: Issue[] = [];
  const merged = known.elements.map((element) => ({ ...element, recorder: element.recorder ?? known.recorder }));
  let changed = false;
  for (const element of draft.elements) {
    const at = findElement(merged, element, elements);
    const added = { ...element, recorder: draft.recorder };
    const fact = toFact(merged[at], added, { known, draft });
    if (fact.contradicted) issues.push(toIssue({ code: 'isi-berbeda', severity: 'warning' }, element.cell));
    if (fact.is === 'new') merged.push({ ...added, ordinal: ordinals.of(element) });
    if (fact.is === 'changed') merged[at] = fact.element;
    changed ||= fact.is !== 'same';
  }
  const author = toAuthor(known, draft);
  const reported = { ...known.reported, ...draft.reported };
  const condition = mergeCondition(known, draft);
  const elementsNow = merged.map((element) => toStated(element, author.recorder));
  const visit: Visit = { ...known, ...author, elements: elementsNow, reported, ...toGiven({ condition }) };
  return { visit, issues, changed: changed || hasNews(known, visit) };
}

type Recorded = Element & { readonly recorder: Recorder };

type Fact =
  | { readonly is: 'new' | 'same'; readonly contradicted: boolean }
  | { readonly is: 'changed'; readonly contradicted: boolean; readonly element: Recorded };

function toFact(before: Recorded | undefined, added: Recorded, { known, draft }: { readonly known: Visit; readonly draft: Said }): Fact {
  if (before === undefined) return { is: 'new', contradicted: false };
  const author = { recorder: before.recorder, verified: known.verified };
  if (isSameValue(before.value, added.value)) return toSaidAgain(before, added, rank(draft) > rank(author));
  const winner = toOutright(before, added) ?? toWinner(author, draft);
  if (winner.is === 'known') return { is: 'same', contradicted: winner.contradicted };
  return { is: 'changed', contradicted: winner.contradicted, element: { ...added, ordinal: before.ordinal } };
}

/** Said again by a higher author, the fact is that author's: what only an export said would never be sent. Said outright, what was read out of a text is confirmed (field rule 7). */
function toSaidAgain(before: Recorded, added: Recorded, isHigher: boolean): Fact {
  const isConfirmed = before.unconfirmed === true && added.unconfirmed === undefined;
  if (toOutright(before, added)?.is === 'known' || (!isHigher && !isConfirmed)) return { is: 'same', contradicted: false };
  const { unconfirmed: _mark, ...outright } = before;
  const element = { ...(isConfirmed ? outright : before), recorder: isHigher ? added.recorder : before.recorder };
  return { is: 'changed', contradicted: false, element };
}

/** What waits for a nakes takes nothing away that was said outright or confirmed, whoever wrote it (field rule 7). */
function toOutright(before: Element, added: Element): ReturnType<typeof toWinner> | undefined {
  if ((before.unconfirmed === true) === (added.unconfirmed === true)) return undefined;
  return { is: before.unconfirmed === true ? 'draft' : 'known', contradicted: true };
}

/** A repeating element is another fact with another code or number; any other is the same fact with another value. */
function findElement(merged: readonly Element[], element: Element, { elements }: ElementTable): number {
  const repeats = elements.get(element.key)?.repeats === true;
  return merged.findIndex((each) => each.key === element.key && (!repeats || isSameRepeat(each, element)));
}

/** The same recorder corrects, but what a nakes has verified only a verified row may change. */
function toWinner(author: Author, draft: Author): { readonly is: 'known' | 'draft'; readonly contradicted: boolean } {
  if (author.recorder === draft.recorder && (!author.verified || draft.verified)) return { is: 'draft', contradicted: false };
  return { is: rank(draft) > rank(author) ? 'draft' : 'known', contradicted: true };
}

/** Where a woman stands in her pregnancy is said like any other fact: a higher author corrects, a lower one adds. */
function mergeCondition(known: Visit, draft: Said): Visit['condition'] {
  if (known.condition === undefined || draft.condition === undefined) return known.condition ?? draft.condition;
  return toWinner(known, draft).is === 'draft' ? draft.condition : known.condition;
}

function hasNews(known: Visit, { verified, reported, condition }: Visit): boolean {
  return (
    verified !== known.verified ||
    condition !== known.condition ||
    Object.entries(reported).some(([key, value]) => known.reported[key] !== value)
  );
}

/** The visit bears its highest author. */
function toAuthor(known: Visit, draft: Said): Author {
  return { recorder: rank(draft) > rank(known) ? draft.recorder : known.recorder, verified: known.verified || draft.verified };
}

/** An element says its recorder only where that is not the recorder of the visit. */
function toStated({ recorder, ...element }: Element & { readonly recorder: Recorder }, ofVisit: Recorder): Element {
  return recorder === ofVisit ? element : { ...element, recorder };
}

function rank({ recorder, verified }: Author): number {
  if (recorder === 'nakes') return verified ? 3 : 2;
  return recorder === 'kader' ? 1 : 0;
}
