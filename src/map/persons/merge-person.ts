import { toGiven } from '../given.ts';
import type { Person, PersonDraft } from '../visit.ts';

/** Adds what a row says to a known person: what is missing is filled, a NIK may arrive later, an official name replaces "By. Ny.". */
export function mergePerson(known: Person, row: PersonDraft): Person {
  const named = row.name !== '' && !known.nameIsOfficial && row.nameIsOfficial ? { name: row.name, nameIsOfficial: true } : {};
  const address = toFilled({ ...row.address, ...known.address });
  const birth = toFilled({ ...row.birth, ...known.birth });
  const { nik: _nik, nikFault: _fault, ...rest } = { ...row, ...known, ...named, ...toGiven({ address, birth }) };
  return { ...rest, ...mergeNik(known, row) };
}

/** A NIK that agrees goes before a doubtful one, and any before none. */
function mergeNik(known: PersonDraft, row: PersonDraft): Partial<PersonDraft> {
  const withNik = [known, row].filter(({ nik }) => nik !== undefined);
  const best = withNik.find(({ nikFault }) => nikFault === undefined) ?? withNik[0];
  if (best === undefined) return { nikFault: known.nikFault ?? row.nikFault ?? 'tanpa-nik' };
  // Birth date and sex go with the NIK that agrees with them: that is how a wrong one is corrected.
  const { nik, nikFault, birthDate, sex } = best;
  return toGiven({ nik, nikFault, birthDate, sex });
}

function toFilled<T extends object>(value: T): T | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}
