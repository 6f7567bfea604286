import type { Form, FormColumn } from '../form.ts';
import type { Meaning } from '../words/meaning.ts';
import type { ColumnGuess } from './column-guess.ts';
import { assign } from './assign.ts';
import type { Candidate, GuessSetting } from './candidate.ts';
import { findCandidates } from './find-candidates.ts';
import { settle } from './settle-guesses.ts';
import { toSubjects } from './to-subjects.ts';

const mostColumns = 300;

/** Guesses what the columns of a form mean: each target for one column of its part of the form, so that all fit best together. */
export function guessColumns(form: Form, setting: GuessSetting): readonly ColumnGuess[] {
  const columns = toGuessed(form);
  const all = columns.map((column, at) => (at < mostColumns ? findCandidates(column, setting) : []));
  const slotOf = (at: number, { meaning }: Candidate): string => toSlot(columns[at], meaning, { at, setting });
  const slots = [...new Set(all.flatMap((candidates, at) => candidates.map((each) => slotOf(at, each))))];
  const place = new Map(slots.map((slot, at) => [slot, at] as const));
  const scores = all.slice(0, mostColumns).map((candidates, at) => {
    const row = slots.map(() => 0);
    for (const each of candidates) row[place.get(slotOf(at, each)) ?? 0] = toStake(each);
    return row;
  });
  const chosen = assign(scores, slots.length);
  const guesses = columns.map((column, at) => {
    const slot = slots[chosen[at] ?? -1];
    const candidates = all[at] ?? [];
    // What another column is taken for is no rival.
    const open = candidates.filter((each) => slotOf(at, each) === slot || !chosen.some((other) => slots[other] === slotOf(at, each)));
    const found = candidates.find((each) => slotOf(at, each) === slot);
    // What it means is taken already: the next best is no guess at all.
    const isSecond = found !== undefined && found.score < (candidates[0]?.score ?? 0) - least.behind;
    return toGuess(column, isSecond ? undefined : found, isSecond ? candidates : open);
  });
  return settle(guesses).map(leaveApart);
}

/** What is said of one month would be said of them all: left out until somebody decides. */
function leaveApart(guess: ColumnGuess): ColumnGuess {
  const target = guess.meaning?.target ?? '';
  if (guess.column.apart === undefined || target === '' || target.startsWith('person.')) return guess;
  return { column: guess.column, certainty: 'tidak', name: 0, share: 0, asked: 0, others: [target, ...guess.others] };
}

/** One good guess weighs more than two poor ones, and what is too poor to be taken takes nothing from another. */
function toStake({ score }: Candidate): number {
  return score < least.mungkin ? 0 : score ** 3;
}

/** The columns of a form with those of its repetitions. */
export function toGuessed(form: Form): readonly FormColumn[] {
  return form.is === 'table' ? [...form.columns, ...(form.repeat?.columns ?? [])] : form.columns;
}

const oftenPersonal: readonly string[] = ['visit.date', 'person.localId'];

/** One name and one NIK a form; an element once for whom it is about, and once for each part of the form. */
function toSlot(
  column: FormColumn | undefined,
  { target, written }: Meaning,
  { at, setting }: { readonly at: number; readonly setting: GuessSetting },
): string {
  if (target === '' || target === 'extract' || column === undefined) return `${written.ignore ?? target}@${String(at)}`;
  const part = column.within.join('.');
  if (/^(?:person|visit)\./.test(target)) return oftenPersonal.includes(target) ? `${target}@${part}` : target;
  return `${target}@${part}@${toSubjects(column, setting.words).join(' ')}`;
}

const least = { pasti: 0.8, mungkin: 0.6, margin: 0.06, share: 0.5, behind: 0.12 } as const;

function toGuess(column: FormColumn, chosen: Candidate | undefined, candidates: readonly Candidate[]): ColumnGuess {
  const targets = candidates.filter(({ meaning, score }) => meaning.target !== '' && meaning !== chosen?.meaning && score > 0.4);
  const others = [...new Set(targets.map(({ meaning }) => meaning.target))].slice(0, 3);
  if (chosen === undefined || chosen.score < least.mungkin) return { column, certainty: 'tidak', name: 0, share: 0, asked: 0, others };
  const { meaning, name, evidence } = chosen;
  return { column, certainty: isCertain(chosen, candidates) ? 'pasti' : 'mungkin', meaning, name, ...evidence, others };
}

function isCertain(chosen: Candidate, candidates: readonly Candidate[]): boolean {
  const { score, name, evidence, meaning } = chosen;
  const rival = candidates.find((each) => each.meaning.target !== meaning.target);
  const isClear = rival === undefined || score - rival.score >= least.margin;
  const isBorneOut = meaning.target === '' || (evidence.asked === 0 ? name >= 0.95 : evidence.share >= least.share);
  return score >= least.pasti && isClear && isBorneOut && meaning.target !== 'extract';
}
