import { recognisePersons } from "../persons/recognise-persons.js";
import { policyOf, puskesmasOf } from "../places/ask-site.js";
import { intOf } from "../rows/check-growth.js";
import { toStatus } from "../rows/map-record.js";
import { sendingOf } from "../sending-of.js";
import { computeGrowth, judgeReported } from "../visits/compute-growth.js";
import { gatherVisits } from "../visits/gather-visits.js";
/** Reads the mapped rows of one file into an empty gateway: persons, visits, what is computed and what is owed. Pure. */
export function convertRows(rows, setting) {
    const recognised = recognisePersons(rows, [], setting.newPersonId);
    const gathered = gatherVisits(rows, [], {
        programme: setting.programme,
        persons: recognised.persons,
        personOf: recognised.byRow,
        newId: setting.newVisitId,
    });
    const persons = new Map(recognised.persons.map((person) => [person.id, person]));
    const visits = gathered.visits.flatMap((each) => {
        const person = persons.get(each.visit.person);
        return person === undefined ? [] : [toConverted(each, person, gathered, setting)];
    });
    const differences = toDifferences(visits, gathered);
    return {
        rows: rows.map((row) => toRow(row, gathered, [...(recognised.issues.get(row.row) ?? []), ...(differences.get(row.row) ?? [])])),
        persons: recognised.persons,
        visits,
    };
}
function toConverted({ visit, rows }, person, { visits }, setting) {
    const place = setting.site.places.get(visit.place);
    const puskesmas = place === undefined ? undefined : puskesmasOf(setting.site, place);
    const policy = puskesmas === undefined ? undefined : policyOf(setting.site, puskesmas.code);
    const duty = setting.source.duties['satusehat']?.is ?? 'tidak';
    const weighings = visits.flatMap(({ visit: other }) => {
        const weightG = other.person === visit.person && other.id !== visit.id ? intOf(other.elements, 'berat-badan') : undefined;
        return weightG === undefined ? [] : [{ date: other.date, weightG }];
    });
    return {
        visit,
        rows,
        person,
        place: place?.name ?? visit.place,
        computed: computeGrowth(visit, person, { growth: setting.growth, thresholds: setting.thresholds, weighings }),
        sending: sendingOf({ visit, person, duty, policy, place }),
    };
}
/** A status that differs from ours is said on the last row of the visit, whose report it is; a repeated row said it before. */
function toDifferences(visits, { byRow }) {
    return new Map(visits.flatMap(({ visit, rows, computed }) => {
        const row = rows.findLast((each) => byRow.get(each)?.duplicate === false);
        return row === undefined ? [] : [[row, judgeReported(visit.reported, computed)]];
    }));
}
function toRow(row, { byRow }, added) {
    const outcome = byRow.get(row.row);
    if (outcome === undefined)
        return { row, visit: undefined };
    if (outcome.duplicate)
        return { row: { ...row, status: 'skipped', reason: 'duplikat', issues: outcome.issues }, visit: outcome.visit };
    const issues = [...row.issues, ...outcome.issues, ...added];
    return { row: { ...row, issues, status: toStatus(issues) }, visit: outcome.visit };
}
//# sourceMappingURL=convert-rows.js.map