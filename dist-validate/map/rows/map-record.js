import { createHash } from 'node:crypto';
import { isBlocking } from "../../fhir/issue.js";
import { toIssue } from "../catalogue/issue-catalogue.js";
import { cleanText } from "../conversions/clean-text.js";
import { isTestName } from "../conversions/read-name.js";
import { toLifeStage, toStageGroup } from "../programme.js";
import { checkAges } from "./check-ages.js";
import { checkGrowth } from "./check-growth.js";
import { readElements } from "./read-elements.js";
import { readPerson } from "./read-person.js";
import { readPlaceAndDate } from "./read-place-and-date.js";
import { readRowFacts, textOf } from "./row-facts.js";
/** Maps one record of a source to a person and a visit, or says why neither can be made of it. */
export function mapRecord(record, source, context, file) {
    const rowFacts = readRowFacts(record, { asOf: context.asOf });
    const { facts } = rowFacts;
    const where = readPlaceAndDate(rowFacts, source, context, file);
    const issues = rowFacts.issues.map((issue) => (where.ok ? issue : toDecisive(issue, rowFacts, record)));
    const name = cleanText(textOf(facts, 'person.name') ?? '');
    if (isTestName(name))
        return toQuarantined(record, 'data-uji', [...issues, toIssue({ code: 'D30', severity: 'error' })]);
    const unnamed = name === '' ? [toIssue({ code: 'tanpa-nama', severity: 'error' })] : [];
    if (!where.ok)
        return toQuarantined(record, where.reason, [...issues, ...where.issues, ...unnamed]);
    if (name === '')
        return toQuarantined(record, 'tanpa-nama', [...issues, ...unnamed]);
    const { person, issues: personIssues } = readPerson(rowFacts, name, where.date, source.about === 'anak');
    const stage = person.birthDate === undefined ? undefined : toLifeStage(context.programme, person.birthDate, where.date);
    const group = stage === undefined ? context.programme.groups.get(source.group) : toStageGroup(context.programme, stage);
    const read = readElements(facts, context.programme, group);
    if (read.test)
        return toQuarantined(record, 'data-uji', [...issues, toIssue({ code: 'D30', severity: 'error' })]);
    const checked = checkGrowth(read.elements, person, where.date, context);
    const ages = checkAges(checked.elements, person.birthDate, where.date, group);
    const all = [...issues, ...where.issues, ...personIssues, ...read.issues, ...checked.issues, ...ages];
    const visitNumber = textOf(facts, 'visit.number');
    const visit = {
        ...(visitNumber === undefined ? {} : { visitNumber }),
        date: where.date,
        dateEstimated: where.dateEstimated,
        place: where.place.code,
        service: source.service,
        recorder: source.recorder,
        verified: source.verified,
        elements: checked.elements,
        reported: toReported(facts),
    };
    const birth = Object.keys(read.birth).length === 0 ? {} : { birth: read.birth };
    return { ...toRow(record, toStatus(all), all), person: { ...person, ...birth }, visit };
}
/** Where the visit date cannot be read the remark on its cell is what holds the row back. */
function toDecisive(issue, { unread }, { values }) {
    const isDate = values.some(({ column, cell }) => cell === issue.cell && column.targets.includes('visit.date'));
    return isDate && unread.includes('visit.date') ? { ...issue, severity: 'error' } : issue;
}
/** The status of a row by its gravest issue. */
export function toStatus(issues) {
    if (issues.some(isBlocking))
        return 'quarantined';
    return issues.some(({ severity }) => severity === 'warning') ? 'warning' : 'accepted';
}
function toReported(facts) {
    const prefix = 'reported.';
    return Object.fromEntries(facts.flatMap(({ is, value }) => {
        if (!is.startsWith(prefix))
            return [];
        const key = is.slice(prefix.length);
        if (value.kind === 'number')
            return [[key, value.number]];
        if (value.kind === 'coded')
            return [[key, value.code]];
        return value.kind === 'text' ? [[key, value.text]] : [];
    }));
}
function toQuarantined(record, reason, issues) {
    return { ...toRow(record, 'quarantined', issues), reason };
}
function toRow(record, status, issues) {
    return { row: record.row, status, heading: false, issues, contentHash: toContentHash(record), cells: record.cells };
}
/** The same row again is known by what its mapped cells say; a running number in an ignored column does not make it another. */
function toContentHash({ values }) {
    const hash = createHash('sha256');
    for (const { column, text } of values)
        if (column.read !== undefined)
            hash.update(`${column.name}\0${cleanText(text)}\0`);
    return hash.digest('hex');
}
//# sourceMappingURL=map-record.js.map