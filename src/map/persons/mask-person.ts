import { isBabyName, toComparableName } from '../conversions/read-name.ts';
import type { Person } from '../visit.ts';

/** What may be shown of a person to whoever may not see names: the first letter of each word of the name, and the year of birth. */
export interface MaskedPerson {
  readonly name: string;
  readonly birthDate?: string;
  readonly nik?: string;
  readonly mother?: string;
}

/** Masks a person's identity (field rule 6). Whether there is a NIK is told, none of its digits. */
export function maskPerson({ name, birthDate, nik, mother }: Person): MaskedPerson {
  return {
    name: maskName(name),
    ...(birthDate === undefined ? {} : { birthDate: `${birthDate.slice(0, 4)}-**-**` }),
    ...(nik === undefined ? {} : { nik: '*'.repeat(16) }),
    ...(mother === undefined ? {} : { mother: maskName(mother) }),
  };
}

/** The first letter of each word; "By. Ny." says nothing about anybody and stays. */
function maskName(name: string): string {
  const words = toComparableName(name).split(' ');
  const isWord = new Set(isBabyName(name) ? ['BY', 'BAYI', 'NY', 'NYONYA', 'ANAK', 'IBU', 'I', 'II', 'III'] : []);
  return words.map((word) => (isWord.has(word) || word === '' ? word : `${word.slice(0, 1)}***`)).join(' ');
}
