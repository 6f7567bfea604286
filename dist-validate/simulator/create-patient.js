import { isJsonObject, textAt, itemsOf, valueAt } from "./json.js";
import { toPatient } from "./find-patients.js";
import { holdsRealNik, refuseRealNik } from "./nik-guard.js";
import { toIhsNumber } from "./people-register.js";
import { refusal, refuse } from "./refusal.js";
import { mandatory, numbered } from "./rules/rule.js";
const nikSystem = 'https://fhir.kemkes.go.id/id/nik';
const dayMs = 86_400_000;
const patientRules = [
    mandatory(10166, 'Patient.identifier'),
    mandatory(10167, 'Patient.multipleBirthInteger'),
    mandatory(10168, 'Patient.name.text'),
    mandatory(10413, 'Patient.gender'),
    mandatory(10397, 'Patient.birthDate'),
    (resource) => itemsOf(resource['address']).length > 0
        ? []
        : [10621, 10622, 10623, 10624].map((rule) => refusal('value', numbered('Element not found: Patient.address', rule), 'Patient.address')),
];
/** Answers `POST /Patient`: by the person's own NIK against the simulated Dukcapil, or for a newborn by the mother's NIK; success is 200. */
export function createPatient(world, call) {
    if (!isJsonObject(call.body))
        return refuse(400, refusal('structure', 'Failed to read request payload (RuleNumber: 20005)'));
    const patient = call.body;
    if (holdsRealNik(patient))
        return refuseRealNik();
    const identifiers = new Map(itemsOf(patient['identifier']).map((item) => [textAt(item, 'system') ?? '', textAt(item, 'value') ?? '']));
    const [nik, motherNik] = [identifiers.get(nikSystem), identifiers.get(`${nikSystem}-ibu`)];
    const context = { now: world.now(), organization: call.client.organization, reach: () => 'known' };
    const refused = [
        ...patientRules.flatMap((rule) => rule(patient, context)),
        ...(motherNik === undefined ? [] : youngEnough(patient, world.now())),
    ];
    if (refused.length > 0)
        return refuse(400, ...refused);
    if (nik !== undefined)
        return registerCitizen(world, patient, nik);
    return motherNik === undefined ? failed(400, 'Failed to get citizen') : registerNewborn(world, patient, motherNik);
}
function registerCitizen(world, patient, nik) {
    const citizens = world.people.citizens(nik);
    if (citizens.length === 0)
        return failed(400, 'Failed to get citizen');
    if (citizens.some((citizen) => citizen.ihs !== undefined))
        return failed(400, 'Patient Resource Exists');
    const [citizen] = citizens;
    if (citizen === undefined)
        return failed(400, 'Failed to get citizen');
    const differences = differ(citizen, patient);
    if (differences.length > 0)
        return refuse(400, ...differences);
    const registered = world.people.register(citizen, toIhsNumber(nik, citizen.name, citizen.birthDate));
    return keep(world, registered, false);
}
function registerNewborn(world, patient, motherNik) {
    const mothers = world.people.citizens(motherNik);
    if (mothers.length === 0)
        return failed(404, 'Failed to create new patient, nik-ibu not found');
    if (mothers.every((mother) => mother.gender !== 'female'))
        return failed(400, 'Patient with nik-ibu is not female');
    const [name, birthDate] = [nameOf(patient), textAt(patient, 'birthDate') ?? ''];
    const order = valueAt(patient, 'multipleBirthInteger');
    const birthOrder = typeof order === 'number' ? order : 0;
    const gender = patient['gender'] === 'male' ? 'male' : 'female';
    const known = world.people
        .find({ motherNik, birthDate, gender })
        .some((child) => child.name.toUpperCase() === name.toUpperCase() && child.birthOrder === birthOrder);
    if (known)
        return refuse(400, refusal('duplicate', 'Found duplicate: Patient'));
    const ihs = toIhsNumber(motherNik, name, birthDate, String(birthOrder), gender);
    const child = { ihs, nik: undefined, motherNik, name, birthDate, gender, birthOrder };
    world.people.add(child);
    return keep(world, child, true);
}
/** Writes a newly registered person into the journal, in the words of the people files. */
function keep(world, person, added) {
    const entry = {
        ihs: person.ihs,
        nik: person.nik,
        nikIbu: person.motherNik,
        nama: person.name,
        lahir: person.birthDate,
        jk: person.gender === 'male' ? 'L' : 'P',
        urutanLahir: person.birthOrder,
    };
    world.journal.append(Buffer.from(`${JSON.stringify({ line: 'person', added, person: entry })}\n`));
    return { status: 200, body: toPatient(person, person.nik === undefined ? 'child' : 'full') };
}
function youngEnough(patient, now) {
    const born = Date.parse(`${textAt(patient, 'birthDate') ?? ''}T00:00:00Z`);
    if (Number.isNaN(born) || now.getTime() - born <= 60 * dayMs)
        return [];
    const text = `Day difference from Birth Date with ${now.toISOString()} can't be more than 60 days (RuleNumber: 10397).`;
    return [refusal('format', text, 'Patient.birthDate')];
}
/** Compares with Dukcapil, whose words the platform passes on. */
function differ(citizen, patient) {
    const pairs = [
        ['nama_lengkap', 'Patient.name', citizen.name.toUpperCase() === nameOf(patient).toUpperCase()],
        ['jenis_kelamin', 'Patient.gender', citizen.gender === patient['gender']],
        ['tanggal_lahir', 'Patient.birthDate', citizen.birthDate === patient['birthDate']],
    ];
    return pairs.filter(([, , same]) => !same).map(([word, expression]) => refusal('exception', `${word} TIDAK SESUAI`, expression));
}
function nameOf(patient) {
    return textAt(itemsOf(patient['name'])[0], 'text') ?? '';
}
function failed(status, text) {
    return refuse(status, refusal('exception', text));
}
//# sourceMappingURL=create-patient.js.map