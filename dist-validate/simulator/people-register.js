import { digest } from "./random.js";
/** Everybody the simulated platform knows; several people may share one NIK, as in the real register. */
export class PeopleRegister {
    byNik = new Map();
    byMother = new Map();
    byBirth = new Map();
    byIhs = new Map();
    nakes = new Map();
    add(person) {
        if (person.ihs !== undefined)
            this.byIhs.set(person.ihs, person);
        if (person.nik !== undefined)
            push(this.byNik, person.nik, person);
        if (person.motherNik !== undefined)
            push(this.byMother, person.motherNik, person);
        push(this.byBirth, `${person.birthDate} ${person.gender}`, person);
    }
    addPractitioner(practitioner) {
        this.nakes.set(practitioner.ihs, practitioner);
    }
    /** Gives somebody known to Dukcapil only an IHS number. */
    register(person, ihs) {
        const registered = { ...person, ihs };
        for (const [map, key] of [
            [this.byNik, person.nik],
            [this.byMother, person.motherNik],
            [this.byBirth, `${person.birthDate} ${person.gender}`],
        ]) {
            const list = key === undefined ? undefined : map.get(key);
            const position = list?.indexOf(person) ?? -1;
            if (list !== undefined && position >= 0)
                list[position] = registered;
        }
        this.byIhs.set(ihs, registered);
        return registered;
    }
    /** Everybody with this NIK, with or without an IHS number. */
    citizens(nik) {
        return this.byNik.get(nik) ?? [];
    }
    patient(ihs) {
        return this.byIhs.get(ihs);
    }
    /** Everybody with an IHS number to whom all given particulars apply. */
    find(query) {
        return this.candidates(query).filter((person) => person.ihs !== undefined && applies(query, person));
    }
    practitioner(ihs) {
        return this.nakes.get(ihs);
    }
    findPractitioners(query) {
        return [...this.nakes.values()].filter((nakes) => agrees(query.nik, nakes.nik) && agrees(query.ihs, nakes.ihs) && applies(query, nakes));
    }
    get size() {
        return { patients: this.byIhs.size, practitioners: this.nakes.size };
    }
    candidates({ nik, motherNik, ihs, birthDate = '', gender = '' }) {
        if (nik !== undefined)
            return this.citizens(nik);
        if (motherNik !== undefined)
            return this.byMother.get(motherNik) ?? [];
        if (ihs !== undefined)
            return [this.byIhs.get(ihs)].filter((person) => person !== undefined);
        return this.byBirth.get(`${birthDate} ${gender}`) ?? [];
    }
}
function applies(query, person) {
    const named = query.name === undefined || matchesName(query.name, person.name);
    return named && agrees(query.birthDate, person.birthDate) && agrees(query.gender, person.gender);
}
function agrees(asked, known) {
    return asked === undefined || asked === known;
}
/** A name matches when it is the same up to case, points and spaces, or when what was given is its beginning, whole words only. */
export function matchesName(given, name) {
    const [wanted, known] = [plainName(given), plainName(name)];
    return wanted.length >= 3 && (known === wanted || known.startsWith(`${wanted} `));
}
/** Masks a name as SATUSEHAT does: `Salsabilla Anjani Rizki` becomes `Sa** An** Ri**`. */
export function maskName(name) {
    return name
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => `${word.slice(0, word.replace(/\W/g, '').length > 2 ? 2 : 1)}**`)
        .join(' ');
}
/** An IHS number for somebody whose file names none: always the same for the same particulars. */
export function toIhsNumber(...particulars) {
    return `P${String(digest(particulars.join('|')).readUIntBE(0, 6) % 100_000_000_000).padStart(11, '0')}`;
}
function plainName(name) {
    return name
        .toUpperCase()
        .replace(/[^A-Z0-9 ]/g, ' ')
        .trim()
        .replace(/ +/g, ' ');
}
function push(map, key, person) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [person]);
    else
        list.push(person);
}
//# sourceMappingURL=people-register.js.map