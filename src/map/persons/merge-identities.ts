import { isDeepStrictEqual } from 'node:util';
import { isNikOf, toNikFacts } from '../conversions/read-nik.ts';
import type { Person } from '../visit.ts';
import { mergePerson } from './merge-person.ts';

/** Whether the NIK of a person is the person's own as far as the NIK itself can say: its date and sex agree. */
export function isOwnNik({ nik, birthDate, sex }: Person): boolean {
  if (nik === undefined || birthDate === undefined) return false;
  return isNikOf(nik, birthDate) && (sex === undefined || toNikFacts(nik).sex === sex);
}

/** Two people whose NIK both agree with what is known of them, and differ, are two: unless somebody knows better. */
export function areTwoByNik(one: Person, other: Person): boolean {
  return one.nik !== other.nik && isOwnNik(one) && isOwnNik(other);
}

/**
 * The identity of a person after another one was taken for it: what was missing is filled. A NIK that agrees goes before one that does not; the
 * doubt about a NIK that two carried ends, where it agrees and nobody else is in question.
 */
export function mergeIdentities(survivor: Person, merged: Person, { doubted }: { readonly doubted: boolean }): Person {
  const isMergedBetter = !isOwnNik(survivor) && isOwnNik(merged);
  const { nik, birthDate, sex } = merged;
  const told = isMergedBetter ? { nik, birthDate, ...(sex === undefined ? {} : { sex }) } : {};
  const joined = { ...mergePerson(survivor, merged), ...told };
  return doubted ? joined : withoutDoubt(joined);
}

/** A person whose NIK agrees, without the doubt that came from somebody else's carrying it too. */
export function withoutDoubt(person: Person): Person {
  if (person.nikFault === undefined || !isOwnNik(person)) return person;
  const { nikFault: _fault, ...certain } = person;
  return certain;
}

/**
 * The identity of the survivor when a merge is taken back. What nobody has touched since is what it was before; what was learnt since stays.
 */
export function restoreIdentity(now: Person, before: Person, after: Person): Person {
  const keys = new Set([...Object.keys(now), ...Object.keys(before), ...Object.keys(after)]);
  const facts = (of: Person): ReadonlyMap<string, unknown> => new Map(Object.entries(of));
  const [current, first, then] = [facts(now), facts(before), facts(after)];
  const restored = [...keys].flatMap((key): readonly (readonly [string, unknown])[] => {
    const untouched = isDeepStrictEqual(current.get(key), then.get(key));
    const value = untouched ? first.get(key) : current.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(restored) as unknown as Person;
}
