import { toIssue } from "../catalogue/issue-catalogue.js";
import { toDaysBetween } from "../days.js";
import { toLifeStage } from "../programme.js";
import { mergeVisit } from "./merge-visit.js";
/**
 * Gathers rows to visits by the sender's visit number, or else by person, place, date and service. The same row again is skipped;
 * a changed one corrects; another recorder's is a part (field rule 4). Ids and ordinals once given stay.
 */
export function gatherVisits(rows, existing, context) {
    const persons = new Map(context.persons.map((person) => [person.id, person]));
    const byKey = new Map();
    for (const { visit, contentHashes } of existing) {
        byKey.set(toVisitKey(visit, visit.person), { visit, rows: [], hashes: new Set(contentHashes), outcome: 'same' });
    }
    const byRow = new Map();
    for (const row of rows) {
        const person = persons.get(context.personOf.get(row.row) ?? '');
        if (row.visit === undefined || person === undefined)
            continue;
        const key = toVisitKey(row.visit, person.id);
        const entry = byKey.get(key);
        if (entry !== undefined) {
            byRow.set(row.row, addRow(entry, row, row.visit, context.programme));
            continue;
        }
        const visit = toVisit(row.visit, person, context);
        byKey.set(key, { visit, rows: [row.row], hashes: new Set([row.contentHash]), outcome: 'new' });
        byRow.set(row.row, { visit: visit.id, duplicate: false, issues: [] });
    }
    const touched = [...byKey.values()].filter(({ rows: of }) => of.length > 0);
    return {
        visits: touched.map(({ visit, rows: of, hashes, outcome }) => ({ visit, rows: of, contentHashes: [...hashes], outcome })),
        byRow,
    };
}
function addRow(entry, row, draft, programme) {
    const inFile = entry.rows.length > 0;
    entry.rows.push(row.row);
    if (entry.hashes.has(row.contentHash)) {
        return { visit: entry.visit.id, duplicate: true, issues: [toIssue({ code: 'D26', severity: 'information' })] };
    }
    const sameRecorder = entry.visit.recorder === draft.recorder;
    const { visit, issues, changed } = mergeVisit(entry.visit, draft, programme.elements);
    entry.visit = visit;
    entry.hashes.add(row.contentHash);
    if (changed && entry.outcome === 'same')
        entry.outcome = 'changed';
    // Two versions side by side in one file want a look; a later file that corrects is the normal way.
    const again = sameRecorder ? [toIssue({ code: 'D26', severity: inFile && changed ? 'warning' : 'information' })] : [];
    return { visit: visit.id, duplicate: false, issues: [...again, ...issues] };
}
function toVisit(draft, person, { programme, newId }) {
    const { birthDate } = person;
    const ageDays = birthDate === undefined ? {} : { ageDays: toDaysBetween(birthDate, draft.date) };
    return { ...draft, id: newId(), person: person.id, lifeStage: toLifeStage(programme, birthDate, draft.date), ...ageDays };
}
/** The key of a visit: the sender's visit number with its place and service, or else person, place, date and service. */
export function toVisitKey({ visitNumber, place, date, service }, person) {
    return visitNumber === undefined ? `${person}|${place}|${date}|${service}` : `${place}|${service}|#${visitNumber}`;
}
//# sourceMappingURL=gather-visits.js.map