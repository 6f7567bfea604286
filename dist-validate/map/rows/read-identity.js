import { toIssue } from "../catalogue/issue-catalogue.js";
import { findNik, isNikOf, readNik, toNikBirthDate, toNikFacts } from "../conversions/read-nik.js";
import { toMonthsBetween } from "../days.js";
import { textOf } from "./row-facts.js";
const faults = { D01: 'nik-rusak', D03: 'nik-tidak-sah', D04: 'nik-tersamar', D05: 'tanpa-nik' };
// A woman younger than this when the child was born is not taken for its mother: then the NIK is merely wrong (D08).
const youngestMotherMonths = 12 * 12;
const childBelowMonths = 12 * 12;
/** Reads NIK and mother's NIK of a row, and never lets a mother's NIK stand as her child's (D01 to D06, D08). */
export function readIdentity(facts, person) {
    const issues = [];
    const mother = readMother(facts, issues);
    const written = facts.find(({ is }) => is === 'person.nik');
    const reading = readNik(textOf(facts, 'person.nik') ?? '');
    const cell = written?.cell ?? 'NIK';
    if (reading.is !== 'nik')
        return { identity: { ...mother, ...toFault(reading, cell, issues) }, issues };
    if (reading.cleaned)
        issues.push(toIssue({ code: 'D02', severity: 'information' }, cell));
    if (reading.nik === mother.nikIbu || isMothers(reading.nik, person)) {
        issues.push(toIssue({ code: 'D06', severity: 'warning' }, cell));
        return { identity: { ...mother, nikIbu: reading.nik, nikFault: 'tanpa-nik' }, issues };
    }
    if (agrees(reading.nik, person))
        return { identity: { ...mother, nik: reading.nik }, issues };
    issues.push(toIssue({ code: 'D08', severity: 'warning' }, cell));
    return { identity: { ...mother, nik: reading.nik, nikFault: 'nik-tidak-cocok' }, issues };
}
function toFault(reading, cell, issues) {
    if (reading.is === 'absent')
        return { nikFault: 'tanpa-nik' };
    issues.push(toIssue({ code: reading.is, severity: 'warning' }, cell));
    return { nikFault: faults[reading.is], ...(reading.localId === undefined ? {} : { localId: reading.localId }) };
}
/** The mother's NIK has its own column, or stands in brackets behind her name. */
function readMother(facts, issues) {
    const written = textOf(facts, 'person.mother');
    const inside = written === undefined ? null : findNik(written);
    const own = readNik(textOf(facts, 'person.nikIbu') ?? '');
    const cell = facts.find(({ is }) => is === 'person.nikIbu')?.cell ?? 'NIK Ibu';
    const name = inside === null ? written : inside.rest;
    const mother = name === undefined || name === '' ? {} : { mother: name };
    if (own.is === 'nik' && toNikFacts(own.nik).sex === 'P')
        return { ...mother, nikIbu: own.nik };
    if (own.is === 'nik')
        issues.push(toIssue({ code: 'D08', severity: 'warning' }, cell));
    else if (own.is !== 'absent')
        issues.push(toIssue({ code: own.is, severity: own.is === 'D05' ? 'information' : 'warning' }, cell));
    return inside !== null && toNikFacts(inside.nik).sex === 'P' ? { ...mother, nikIbu: inside.nik } : mother;
}
/** True when the NIK of a child's row belongs to a grown woman: its date is not the child's and lies a motherhood earlier. */
function isMothers(nik, { birthDate, date, child }) {
    if (toNikFacts(nik).sex !== 'P' || (birthDate !== undefined && isNikOf(nik, birthDate)))
        return false;
    const isChild = birthDate === undefined ? child : toMonthsBetween(birthDate, date) < childBelowMonths;
    const owner = toNikBirthDate(nik, date);
    return isChild && owner !== null && toMonthsBetween(owner, birthDate ?? date) >= youngestMotherMonths;
}
function agrees(nik, { birthDate, sex }) {
    return (birthDate === undefined || isNikOf(nik, birthDate)) && (sex === undefined || toNikFacts(nik).sex === sex);
}
//# sourceMappingURL=read-identity.js.map