import { toGrowthScores } from "../../insight/growth/to-growth-scores.js";
import { toIssue } from "../catalogue/issue-catalogue.js";
import { toDaysBetween } from "../days.js";
import { toImplausible } from "./doubt-value.js";
/** Refuses measures beyond the WHO flag limit that their element names (D14). Nothing is refused where age or sex is unknown. */
export function checkGrowth(elements, person, date, tables) {
    const scores = scoreElements(elements, person, date, tables.growth);
    if (scores === null || scores.implausible.length === 0)
        return { elements, issues: [] };
    const issues = [];
    const kept = elements.filter(({ key, value, cell }) => {
        const definition = tables.programme.elements.elements.get(key);
        const flag = definition?.range?.growthFlag;
        if (definition === undefined || !scores.implausible.some((score) => score === flag))
            return true;
        const written = value.kind === 'quantity' ? value.written : '';
        issues.push(toIssue(toImplausible(written, definition, {}), cell));
        return false;
    });
    if (issues.length > 0)
        return { elements: kept, issues };
    // Weight and length are each possible, but not together: neither is refused, both are to be measured again.
    const detail = {
        id: 'BB dan PB/TB masing-masing mungkin, tetapi tidak bersama',
        en: 'weight and length are each possible, but not together',
    };
    return { elements, issues: [toIssue({ code: 'D14', severity: 'warning', detail }, cellOf(elements))] };
}
/** Computes the WHO z-scores of a row's or a visit's measures, or null where the sex or the birth date is not known. */
export function scoreElements(elements, { birthDate, sex }, date, tables) {
    if (sex === undefined || birthDate === undefined)
        return null;
    const position = elements.find(({ key }) => key === 'cara-ukur')?.value;
    const code = position?.kind === 'coded' ? position.code : undefined;
    return toGrowthScores({
        sex,
        ageDays: toDaysBetween(birthDate, date),
        weightG: intOf(elements, 'berat-badan'),
        lengthMm: intOf(elements, 'tinggi-badan'),
        position: code === 'telentang' || code === 'berdiri' ? code : undefined,
        headMm: intOf(elements, 'lingkar-kepala'),
        armMm: intOf(elements, 'lingkar-lengan-atas'),
    }, tables);
}
/** The measured value of an element in whole smallest units, if the visit has one. */
export function intOf(elements, key) {
    const value = elements.find((element) => element.key === key)?.value;
    return value?.kind === 'quantity' ? value.int : undefined;
}
function cellOf(elements) {
    return elements.find(({ key }) => key === 'berat-badan')?.cell;
}
//# sourceMappingURL=check-growth.js.map