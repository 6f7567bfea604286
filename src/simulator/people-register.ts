import type { JsonObject } from './json.ts';
import { digest } from './random.ts';

/** A person of the simulated population register, all of them invented. */
export interface Person {
  /** IHS number, the id of the Patient; undefined while known to Dukcapil only, so that a Patient can still be created. */
  readonly ihs: string | undefined;
  readonly nik: string | undefined;
  readonly motherNik: string | undefined;
  readonly name: string;
  readonly birthDate: string;
  readonly gender: 'male' | 'female';
  readonly birthOrder: number;
  /** What else a Patient was given and says, such as its address; shown with the whole record only. */
  readonly more?: JsonObject;
}

/** A health worker of the simulated register. */
export interface Practitioner {
  readonly ihs: string;
  readonly nik: string;
  readonly name: string;
  readonly birthDate: string;
  readonly gender: 'male' | 'female';
}

/** What may be known of a person who is looked for. */
export interface PersonQuery {
  readonly nik?: string;
  readonly motherNik?: string;
  readonly ihs?: string;
  readonly name?: string;
  readonly birthDate?: string;
  readonly gender?: string;
}

/** Everybody the simulated platform knows; several people may share one NIK, as in the real register. */
export class PeopleRegister {
  private readonly byNik = new Map<string, Person[]>();
  private readonly byMother = new Map<string, Person[]>();
  private readonly byBirth = new Map<string, Person[]>();
  private readonly byIhs = new Map<string, Person>();
  private readonly nakes = new Map<string, Practitioner>();

  add(person: Person): void {
    if (person.ihs !== undefined) this.byIhs.set(person.ihs, person);
    for (const [map, key] of this.places(person)) push(map, key, person);
  }

  addPractitioner(practitioner: Practitioner): void {
    this.nakes.set(practitioner.ihs, practitioner);
  }

  /** Gives somebody known to Dukcapil only an IHS number. */
  register(person: Person, ihs: string, more?: JsonObject): Person {
    const registered = { ...person, ihs, ...(more === undefined ? {} : { more }) };
    this.replace(person, registered);
    return registered;
  }

  /** Puts somebody as they are now in the place of what was known of them; who gets a NIK is the one whom Dukcapil knows by it. */
  replace(former: Person, changed: Person): void {
    for (const [map, key] of this.places(former)) drop(map, key, (each) => each === former);
    if (changed.nik !== undefined && changed.nik !== former.nik)
      for (const citizen of this.citizens(changed.nik).filter((each) => each.ihs === undefined))
        for (const [map, key] of this.places(citizen)) drop(map, key, (each) => each === citizen);
    for (const [map, key] of this.places(changed)) push(map, key, changed);
    if (changed.ihs !== undefined) this.byIhs.set(changed.ihs, changed);
  }

  /** Everybody with this NIK, with or without an IHS number. */
  citizens(nik: string): readonly Person[] {
    return this.byNik.get(nik) ?? [];
  }

  patient(ihs: string): Person | undefined {
    return this.byIhs.get(ihs);
  }

  /** Everybody with an IHS number to whom all given particulars apply. */
  find(query: PersonQuery): readonly Person[] {
    return this.candidates(query).filter((person) => person.ihs !== undefined && applies(query, person));
  }

  practitioner(ihs: string): Practitioner | undefined {
    return this.nakes.get(ihs);
  }

  findPractitioners(query: PersonQuery): readonly Practitioner[] {
    return [...this.nakes.values()].filter(
      (nakes) => agrees(query.nik, nakes.nik) && agrees(query.ihs, nakes.ihs) && applies(query, nakes),
    );
  }

  get size(): { readonly patients: number; readonly practitioners: number } {
    return { patients: this.byIhs.size, practitioners: this.nakes.size };
  }

  /** Every list somebody stands in. */
  private places({ nik, motherNik, birthDate, gender }: Person): readonly (readonly [Map<string, Person[]>, string])[] {
    return [
      ...(nik === undefined ? [] : [[this.byNik, nik] as const]),
      ...(motherNik === undefined ? [] : [[this.byMother, motherNik] as const]),
      [this.byBirth, `${birthDate} ${gender}`],
    ];
  }

  private candidates({ nik, motherNik, ihs, birthDate = '', gender = '' }: PersonQuery): readonly Person[] {
    if (nik !== undefined) return this.citizens(nik);
    if (motherNik !== undefined) return this.byMother.get(motherNik) ?? [];
    if (ihs !== undefined) return [this.byIhs.get(ihs)].filter((person) => person !== undefined);
    return this.byBirth.get(`${birthDate} ${gender}`) ?? [];
  }
}

function applies(query: PersonQuery, person: Pick<Person, 'name' | 'birthDate' | 'gender'>): boolean {
  const named = query.name === undefined || matchesName(query.name, person.name);
  return named && agrees(query.birthDate, person.birthDate) && agrees(query.gender, person.gender);
}

function agrees(asked: string | undefined, known: string): boolean {
  return asked === undefined || asked === known;
}

/** A name matches when it is the same up to case, points and spaces, or when what was given is its beginning, whole words only. */
export function matchesName(given: string, name: string): boolean {
  const [wanted, known] = [plainName(given), plainName(name)];
  return wanted.length >= 3 && (known === wanted || known.startsWith(`${wanted} `));
}

/** Masks a name as SATUSEHAT does: `Salsabilla Anjani Rizki` becomes `Sa** An** Ri**`. */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${word.slice(0, word.replace(/\W/g, '').length > 2 ? 2 : 1)}**`)
    .join(' ');
}

/** An IHS number for somebody whose file names none: always the same for the same particulars. */
export function toIhsNumber(...particulars: readonly string[]): string {
  return `P${String(digest(particulars.join('|')).readUIntBE(0, 6) % 100_000_000_000).padStart(11, '0')}`;
}

function plainName(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/g, ' ')
    .trim()
    .replace(/ +/g, ' ');
}

function drop(map: Map<string, Person[]>, key: string, who: (person: Person) => boolean): void {
  const left = (map.get(key) ?? []).filter((person) => !who(person));
  if (left.length === 0) map.delete(key);
  else map.set(key, left);
}

function push(map: Map<string, Person[]>, key: string, person: Person): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [person]);
  else list.push(person);
}
