import type { Person } from '../visit.ts';
import { toNumberKey, type OwnedVisit, type VisitRow } from './gathering.ts';
import type { Support } from './known-visit.ts';
import { standIn, toSupporting } from './stand-in.ts';
import { withoutLoneConfirmations } from './take-back.ts';
import { toKeptContent, type VisitPart } from './visit-part.ts';
import { isEarlier, settleWords, type Since, type Word } from './visit-words.ts';

/** A visit that is known, after it was settled whom its number is about. */
export interface SettledVisit extends OwnedVisit {
  /** Its parts without what was said before the number named somebody else. */
  readonly parts: readonly VisitPart[];
  readonly since: readonly Since[];
  /** Whom it is about from now on, where that is somebody else: nothing that was said before stays. */
  readonly movedTo?: Person;
}

/** What the rows of a batch and the visits that bear their numbers come to. */
export interface SettledNumbers {
  readonly visits: readonly SettledVisit[];
  /** Rows after which their own author named somebody else: they say nothing any more. */
  readonly replaced: ReadonlySet<VisitRow['row']>;
  /** Rows that name somebody else than their author named before under this number. */
  readonly moving: ReadonlySet<VisitRow['row']>;
  /** Rows whose number is somebody else's too, on the same day. */
  readonly doubled: ReadonlySet<VisitRow['row']>;
  /** Since when rows count, by number. */
  readonly since: ReadonlyMap<string, readonly Since[]>;
}

/** What is known beside the parts of the visits. */
export interface SaidBefore {
  readonly supports: readonly Support[];
  /** The row of the batch that says anew what a part said, where one does. */
  readonly rowOf: (part: VisitPart) => VisitRow | undefined;
}

/**
 * Settles whom the numbers of a batch are about (docs/decisions/0016). A number may come again on another day; on one day the last word of an author
 * counts. A visit of which nothing is left goes over to whoever is named instead, under the id it has; a visit never holds what was said of two people.
 */
export function settleNumbers(rows: readonly VisitRow[], owned: readonly OwnedVisit[], said: SaidBefore): SettledNumbers {
  const numbers = new Set(rows.flatMap(({ number }) => number ?? []));
  const parts = [...numbers].map((number) => settleNumber(number, rows, owned, said));
  const settled = new Map(parts.flatMap(({ visits }) => visits.map((one) => [one.known.visit.id, one] as const)));
  return {
    visits: owned.map((one) => settled.get(one.known.visit.id) ?? { ...one, parts: one.known.parts, since: one.known.since ?? [] }),
    replaced: new Set(parts.flatMap(({ replaced }) => replaced)),
    moving: new Set(parts.flatMap(({ moving }) => moving)),
    doubled: new Set(parts.flatMap(({ doubled }) => doubled)),
    since: new Map(parts.map(({ number, since }) => [number, since] as const)),
  };
}

function settleNumber(number: string, all: readonly VisitRow[], owned: readonly OwnedVisit[], said: SaidBefore) {
  const rows = all.filter((row) => row.number === number);
  const visits = owned.filter(({ known: { visit } }) => toNumberKey(visit) === number);
  const words = [...visits.flatMap((one) => toKnownWords(one, said)), ...rows.map(toWord)];
  const since = toSince(words, visits);
  const replaced = rows.filter((row) => isGone(toWord(row), since));
  const standing = rows.filter((row) => !replaced.includes(row));
  const live = words.filter((word) => !isGone(word, since));
  return {
    ...{ number, since },
    visits: moveEmptied(
      visits.map((one) => ({ ...one, parts: toStaying(one, since, said), since })),
      { standing, rowOf: said.rowOf },
    ),
    replaced: replaced.map(({ row }) => row),
    moving: standing
      .filter(({ part }) => since.some((one) => isSameChain(one, toChain(part)) && one.submission === part.submission))
      .map(({ row }) => row),
    doubled: standing
      .filter(({ part, person }) => live.some((word) => word.date === part.said.date && word.person !== person.id))
      .map(({ row }) => row),
  };
}

/** What parts say now and rows of other files repeated; a part that a row of the batch says anew is heard there. */
function toKnownWords({ known, person }: OwnedVisit, { supports, rowOf }: SaidBefore): readonly Word[] {
  return known.parts.flatMap((part) => {
    if (part.by !== undefined) return [];
    const content = toKeptContent(part);
    const again = toSupporting(known.visit.id, supports).filter((one) => one.content === content);
    const own = rowOf(part) === undefined ? [part.submission] : [];
    return [...own, ...again.map(({ submission }) => submission)].map((submission) => ({ ...toChain(part), person, submission }));
  });
}

function toWord({ part, person }: VisitRow): Word {
  return { ...toChain(part), person: person.id, submission: part.submission };
}

/** Who said it, of which day: the author and the day that a later row corrects. */
function toChain({ said: { date, recorder } }: VisitPart): Pick<Since, 'date' | 'recorder'> {
  return { date, recorder };
}

function isSameChain(one: Pick<Since, 'date' | 'recorder'>, other: Pick<Since, 'date' | 'recorder'>): boolean {
  return one.date === other.date && one.recorder === other.recorder;
}

function toSince(words: readonly Word[], visits: readonly OwnedVisit[]): readonly Since[] {
  const known = visits.flatMap((one) => one.known.since ?? []);
  const chains = new Map([...known, ...words].map((one) => [`${one.date}|${one.recorder}`, one] as const));
  return [...chains.values()].flatMap(({ date, recorder }) => {
    const before = known.filter((one) => isSameChain(one, { date, recorder })).map(({ submission }) => submission);
    const latest = before.reduce<string | undefined>((last, one) => (last === undefined || isEarlier(last, one) ? one : last), undefined);
    const own = words.filter((word) => isSameChain(word, { date, recorder }));
    const { since } = settleWords(own, latest);
    return since === undefined ? [] : [{ date, recorder, submission: since }];
  });
}

function isGone(word: Word, since: readonly Since[]): boolean {
  return since.some((one) => isSameChain(one, word) && isEarlier(word.submission, one.submission));
}

/** The parts that still count. Confirmations go with the last row that says something of their element. */
function toStaying({ known, person }: OwnedVisit, since: readonly Since[], { supports, rowOf }: SaidBefore): readonly VisitPart[] {
  const isLeft = (part: VisitPart): boolean => (rowOf(part)?.person.id ?? person) !== person;
  const isOver = (part: VisitPart): boolean => isGone({ ...toChain(part), person, submission: part.submission }, since);
  const gone = known.parts.filter((part) => part.by === undefined && (isLeft(part) || isOver(part)));
  if (gone.length === 0) return known.parts;
  const staying = known.parts.filter((part) => !gone.includes(part));
  const again = toSupporting(known.visit.id, supports);
  for (const part of gone)
    standIn(
      staying,
      part,
      again.filter(({ submission }) => !isOver({ ...part, submission })),
    );
  return withoutLoneConfirmations(staying);
}

/** What nothing is left of goes over to whoever is named instead, unless that one has a visit of this number already. */
function moveEmptied(
  visits: readonly SettledVisit[],
  { standing, rowOf }: Pick<SaidBefore, 'rowOf'> & { readonly standing: readonly VisitRow[] },
): readonly SettledVisit[] {
  const named = new Set(standing.map(({ person }) => person.id));
  const isLost = (one: SettledVisit): boolean => isEmptied(one) && !named.has(one.person);
  const having = new Set(visits.flatMap((one) => (isLost(one) ? [] : [one.person])));
  return visits.map((one) => {
    const isInstead = ({ row, part, person }: VisitRow): boolean =>
      !having.has(person.id) && one.known.parts.some((old) => isSameChain(toChain(old), toChain(part)) || rowOf(old)?.row === row);
    const next = isLost(one) ? standing.find(isInstead)?.person : undefined;
    if (next === undefined) return one;
    having.add(next.id);
    return { ...one, person: next.id, movedTo: next };
  });
}

/** True for a visit that had parts and lost all of them. */
export function isEmptied({ known, parts }: Pick<SettledVisit, 'known' | 'parts'>): boolean {
  return known.parts.length > 0 && parts.length === 0;
}
