import type { LocalDate, Recorder } from '../visit.ts';
import { toHandedIn, type VisitPart } from './visit-part.ts';

/** Since when an author's rows of one day about a visit number count: what was handed in before was about somebody else, or was replaced by that. */
export interface Since {
  readonly date: LocalDate;
  readonly recorder: Recorder;
  /** The submission whose row named another person. */
  readonly submission: string;
}

/** That a row under a visit number was about a person. */
export interface Word {
  readonly date: LocalDate;
  readonly recorder: Recorder;
  readonly person: string;
  readonly submission: string;
}

/** What the words of one author about one number and day come to. */
export interface Settlement {
  /** The submission that replaced all that was handed in before it; undefined where none did. */
  readonly since: string | undefined;
  /** Whom the number is about by now. */
  readonly holders: ReadonlySet<string>;
}

/**
 * Settles what one author said of one number and day, in the order in which it was handed in: a later submission that names one other person instead of
 * the one before corrects whom the row is about. Where a submission names several, or the one before as well, the number was used twice: then all stand.
 */
export function settleWords(words: readonly Word[], known: string | undefined): Settlement {
  let since = known;
  let holders: ReadonlySet<string> = new Set();
  for (const [submission, persons] of toSubmissions(words)) {
    if (isEarlier(submission, since)) continue;
    const [named] = persons;
    const replaces = holders.size === 1 && persons.size === 1 && named !== undefined && !holders.has(named);
    if (replaces) since = submission;
    holders = replaces ? persons : new Set([...holders, ...persons]);
  }
  return { since, holders };
}

/** True for what was handed in before a submission. */
export function isEarlier(submission: string, since: string | undefined): boolean {
  return since !== undefined && submission !== since && toMoment(submission) < toMoment(since);
}

function toSubmissions(words: readonly Word[]): ReadonlyMap<string, ReadonlySet<string>> {
  const bySubmission = new Map<string, Set<string>>();
  for (const { submission, person } of words) bySubmission.set(submission, (bySubmission.get(submission) ?? new Set()).add(person));
  return new Map([...bySubmission].sort(([one], [other]) => toMoment(one) - toMoment(other)));
}

/** What was kept before parts had names came before all others. */
function toMoment(submission: string): number {
  return submission === '' ? 0 : toHandedIn(submission);
}

/** Those of which a row stands that was handed in since: only as long as one does was anything replaced. */
export function toStandingSince(since: readonly Since[], parts: readonly VisitPart[]): readonly Since[] {
  return since.filter(({ date, recorder }) =>
    parts.some(({ said, by }) => by === undefined && said.date === date && said.recorder === recorder),
  );
}
