import { toIssue } from "../catalogue/issue-catalogue.js";
import { readMonth } from "../conversions/read-month.js";
import { toPosyanduDate } from "../places/to-visit-hours.js";
import { dateOf, textOf } from "./row-facts.js";
/** Finds place and day of a row by the source's context verbs, in declared order. */
export function readPlaceAndDate({ facts, unread }, source, context, file) {
    const month = findMonth(facts, source, context, file);
    // A date that was written but could not be read is not replaced by the day of the request or of the month.
    const isUnread = unread.includes('visit.date');
    const day = isUnread ? undefined : findDate(facts, source, context);
    const place = findPlace(facts, source, context, { file, on: day ?? toFirstDay(month) ?? context.asOf });
    if (!place.ok)
        return { ok: false, reason: 'tempat-tidak-dikenal', issues: place.issues };
    if (day !== undefined) {
        return { ok: true, place: place.value, date: day, dateEstimated: false, issues: [...place.issues, ...toMonthIssues(day, month)] };
    }
    if (isUnread)
        return { ok: false, reason: 'tanpa-tanggal', issues: [] };
    const estimated = month === undefined ? undefined : toPosyanduDate(place.value, toMonthText(month));
    if (estimated === undefined) {
        return { ok: false, reason: 'tanpa-tanggal', issues: [toIssue({ code: 'tanpa-tanggal', severity: 'error' })] };
    }
    const issue = toIssue({ code: 'tanggal-perkiraan', severity: 'warning' });
    return { ok: true, place: place.value, date: estimated, dateEstimated: true, issues: [...place.issues, issue] };
}
function findDate(facts, source, { request }) {
    for (const step of source.context.date) {
        const found = step.from === 'column' ? dateOf(facts, 'visit.date') : step.from === 'request' ? request.date : undefined;
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function findMonth(facts, source, { request }, file) {
    for (const { from } of source.context.month) {
        const inColumn = from === 'column' ? textOf(facts, 'visit.month') : undefined;
        const candidates = {
            title: file.titleMonth,
            'file-name': file.fileNameMonth,
            request: request.month,
            column: inColumn === undefined ? undefined : (readMonth(inColumn) ?? undefined),
        };
        const found = candidates[from];
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function findPlace(facts, source, context, at) {
    const written = {
        column: textOf(facts, 'visit.place'),
        title: at.file.titlePlace,
        'file-name': at.file.fileNamePlace,
        request: context.request.place,
    };
    const named = source.context.place.map(({ from }) => written[from]).find((name) => name !== undefined);
    return context.resolvePlace(named ?? '', at.on);
}
function toMonthIssues(date, month) {
    if (month === undefined || date.startsWith(toMonthText(month)))
        return [];
    return [toIssue({ code: 'bulan-berbeda', severity: 'information' })];
}
function toFirstDay(month) {
    return month === undefined ? undefined : `${toMonthText(month)}-01`;
}
function toMonthText({ year, month }) {
    return `${String(year)}-${String(month).padStart(2, '0')}`;
}
//# sourceMappingURL=read-place-and-date.js.map