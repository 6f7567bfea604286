import { toWritten } from '../words/meaning.ts';
import type { ColumnGuess } from './column-guess.ts';

/** Looks at the guesses of a whole form together: who the person is, and what is told twice. */
export function settle(guesses: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const has = (target: string): boolean => guesses.some((guess) => guess.meaning?.target === target);
  const isWoman = !has('person.name') && has('person.mother');
  const standing = findStandingWeight(guesses);
  const rules: readonly Rule[] = [
    (guess, target) => (isWoman && target === 'person.mother' ? retarget(guess, 'person.name', 'ibu-adalah-orangnya') : undefined),
    (guess, target) =>
      isWoman && target === 'person.nikIbu' && !has('person.nik') ? retarget(guess, 'person.nik', 'ibu-adalah-orangnya') : undefined,
    (guess, target) =>
      target === 'person.nikIbu' && !has('person.nik') && isWithName(guess, guesses)
        ? retarget(guess, 'person.nik', 'bersama-namanya')
        : undefined,
    (guess) => (guess === standing ? retarget(guess, 'berat-badan-sebelum-hamil', 'bukan-pada-kunjungan') : undefined),
    (guess, target) => (target === 'visit.date' && isOfPerson(guess, guesses) ? ignore(guess, enrolled, 'didaftarkan') : undefined),
    (guess, target) => (target === 'person.age' && has('person.birthDate') ? ignore(guess, computed, 'umur-dihitung') : undefined),
  ];
  return guesses.map((guess) => {
    for (const rule of rules) {
      const settled = rule(guess, guess.meaning?.target);
      if (settled !== undefined) return settled;
    }
    return guess;
  });
}

type Rule = (guess: ColumnGuess, target: string | undefined) => ColumnGuess | undefined;
type Because = NonNullable<ColumnGuess['because']>;

const enrolled = 'tanggal orangnya didaftarkan, bukan tanggal kunjungan';
const computed = 'dihitung ulang dari tanggal lahir dan tanggal kunjungan';

/** Another meaning than heading and cells gave; the one they gave stays as the alternative. */
function retarget(guess: ColumnGuess, target: string, because: Because): ColumnGuess {
  const others = [...(guess.meaning === undefined ? [] : [guess.meaning.target]), ...guess.others.filter((each) => each !== target)];
  return { ...guess, certainty: 'mungkin', meaning: { target, written: toWritten(target), lists: {} }, others, because };
}

function ignore(guess: ColumnGuess, reason: string, because: Because): ColumnGuess {
  const certainty = because === 'umur-dihitung' ? 'pasti' : 'mungkin';
  return { ...guess, certainty, meaning: { target: '', written: { ignore: reason }, lists: {} }, because };
}

/** Of a pregnant woman who is weighed at each visit, a weight that stands with her name and without a day is the one before. */
function findStandingWeight(guesses: readonly ColumnGuess[]): ColumnGuess | undefined {
  const of = (target: string): readonly ColumnGuess[] => guesses.filter((guess) => guess.meaning?.target === target);
  const [person] = of('person.name').map(partOf);
  const dated = of('visit.date').map(partOf);
  const weights = of('berat-badan');
  const isPregnancy = of('umur-kehamilan').length + of('hpht').length > 0;
  const isTold = of('berat-badan-sebelum-hamil').some((guess) => partOf(guess) === person);
  if (person === undefined || !isPregnancy || isTold || dated.includes(person)) return undefined;
  return weights.some((guess) => dated.includes(partOf(guess))) ? weights.find((guess) => partOf(guess) === person) : undefined;
}

function partOf({ column }: ColumnGuess): string {
  return column.within.join('.');
}

/** A number in one object with the name, which only the object calls the mother's: it is of whom the name is. */
function isWithName(guess: ColumnGuess, guesses: readonly ColumnGuess[]): boolean {
  const { heading, within } = guess.column;
  const part = partOf(guess);
  const isOwn = !/ibu|mother/i.test(heading) && within.some((each) => /^(?:ibu|mother)/i.test(each));
  return isOwn && guesses.some((other) => other.meaning?.target === 'person.name' && partOf(other) === part);
}

/** A day that stands with a person's name in a table of persons, while the visits have days of their own. */
function isOfPerson(guess: ColumnGuess, guesses: readonly ColumnGuess[]): boolean {
  const part = partOf(guess);
  const names = guesses.filter(({ meaning }) => meaning?.target === 'person.name').map(partOf);
  const dates = guesses.filter(({ meaning }) => meaning?.target === 'visit.date').map(partOf);
  return part !== '' && names.includes(part) && dates.some((other) => other !== part);
}
