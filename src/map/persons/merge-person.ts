import type { Person, PersonDraft } from '../visit.ts';

/** Adds what a row says to a known person: what is missing is filled, a NIK may arrive later, an official name replaces "By. Ny.". */
export function mergePerson(known: Person, row: PersonDraft): Person {
  const named = !known.nameIsOfficial && row.nameIsOfficial ? { name: row.name, nameIsOfficial: true } : {};
  const address = { ...row.address, ...known.address };
  const birth = { ...row.birth, ...known.birth };
  const merged = {
    ...row,
    ...known,
    ...named,
    ...(Object.keys(address).length === 0 ? {} : { address }),
    ...(Object.keys(birth).length === 0 ? {} : { birth }),
  };
  return withNik(merged, known, row);
}

/** A NIK that agrees replaces none and a doubtful one; it is never replaced by a row that has none. */
function withNik(merged: Person, known: PersonDraft, row: PersonDraft): Person {
  const best =
    [known, row].find(({ nik, nikFault }) => nik !== undefined && nikFault === undefined) ??
    [known, row].find(({ nik }) => nik !== undefined);
  const { nik: _nik, nikFault: _fault, ...rest } = merged;
  if (best?.nik === undefined) return { ...rest, nikFault: known.nikFault ?? row.nikFault ?? 'tanpa-nik' };
  // Birth date and sex go with the NIK that agrees with them: that is how a wrong one is corrected.
  const { birthDate, sex } = best;
  return {
    ...rest,
    nik: best.nik,
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(sex === undefined ? {} : { sex }),
    ...(best.nikFault === undefined ? {} : { nikFault: best.nikFault }),
  };
}
