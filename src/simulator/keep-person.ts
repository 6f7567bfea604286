import type { Person } from './people-register.ts';
import type { World } from './world.ts';

/** Writes a person, as registered or changed just now, into the journal, in the words of the people files. */
export function keepPerson(world: World, person: Person): void {
  const entry = {
    ihs: person.ihs,
    nik: person.nik,
    nikIbu: person.motherNik,
    nama: person.name,
    lahir: person.birthDate,
    jk: person.gender === 'male' ? 'L' : 'P',
    urutanLahir: person.birthOrder,
    lain: person.more,
  };
  world.journal.append(Buffer.from(`${JSON.stringify({ line: 'person', person: entry })}\n`));
}
