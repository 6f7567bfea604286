import { toIssue } from "../catalogue/issue-catalogue.js";
import { toMonthsBetween } from "../days.js";
/** Warns of a code given too early for its age, which is an overdose for a red capsule; too late is only remarked. */
export function checkAges(elements, birthDate, date, group) {
    if (birthDate === undefined || group === undefined)
        return [];
    const months = toMonthsBetween(birthDate, date);
    return elements.flatMap(({ key, value, cell }) => {
        const ages = value.kind === 'coded' ? group.elements.get(key)?.ages?.[value.code] : undefined;
        if (ages === undefined || value.kind !== 'coded' || (months >= ages.fromMonths && months < ages.belowMonths))
            return [];
        const detail = {
            id: `kapsul ${value.code} pada umur ${String(months)} bulan`,
            en: `capsule ${value.code} at the age of ${String(months)} months`,
        };
        return [toIssue({ code: 'dosis-vitamin-a', severity: months < ages.fromMonths ? 'warning' : 'information', detail }, cell)];
    });
}
//# sourceMappingURL=check-ages.js.map