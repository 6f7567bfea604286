import { isBabyName, toComparableName } from '../../../map/conversions/read-name.ts';

const words = new Set(['BY', 'BAYI', 'BBL', 'ANAK', 'NY', 'NYONYA', 'IBU', 'DARI', 'KEMBAR', 'I', 'II', 'III', '1', '2', '3']);

/** What is left of "By. Ny. Ina II" or "Bayi 2 Ny Ina": the name of the mother. */
function toMotherName(name: string): string {
  return toComparableName(name)
    .split(' ')
    .filter((word) => !words.has(word))
    .join(' ');
}

/** The name with which a newborn without one is registered: "Bayi Ny. <ibu>" (documentation of the patient index). */
export function toNewbornName({ name, nameIsOfficial, mother }: NamedChild): string {
  return nameIsOfficial || mother === undefined ? name : `Bayi Ny. ${mother}`;
}

/** What tells how a child is called. */
export interface NamedChild {
  readonly name: string;
  readonly nameIsOfficial: boolean;
  readonly mother?: string;
}

/**
 * Tells whether a newborn as SATUSEHAT names it may be ours, where mother's NIK, birth date and order agree already: the same name, or
 * one called after the same mother ("By. Ny. X"). Two given names that differ are two children, or one that a person must look at.
 */
export function isSameNewborn(theirs: string, ours: NamedChild): boolean {
  const [theirBaby, ourBaby] = [isBabyName(theirs), isBabyName(ours.name)];
  if (!theirBaby && !ourBaby) return areEqual(toComparableName(theirs), toComparableName(ours.name));
  const mother = ours.mother ?? (ourBaby ? ours.name : '');
  return areEqual(toMotherName(theirBaby ? theirs : ours.name), toMotherName(mother));
}

function areEqual(one: string, other: string): boolean {
  return one !== '' && one === other;
}
