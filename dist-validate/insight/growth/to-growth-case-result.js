/** The result columns of a growth file, named as in WHO's anthro package: c.. as used, z.. scores, f.. flags. */
export const growthResultColumns = [
    'case_id',
    'clenhei',
    'cmeasure',
    'c9mo_flag',
    'cbmi',
    ...['zlen', 'flen', 'zwei', 'fwei', 'zwfl', 'fwfl', 'zbmi', 'fbmi', 'zhc', 'fhc', 'zac', 'fac'],
];
/** Lays the scores of a case out under the column names of WHO's anthro package; flags are 0 or 1. */
export function toGrowthCaseResult(each, scores) {
    const flag = (key) => (scores[key] === null ? null : Number(scores.implausible.includes(key)));
    return {
        case_id: each.caseId,
        ...toCleanedMeasures(each, scores),
        cbmi: scores.imt === null ? null : shorten(scores.imt),
        zlen: scores['zs-tb-u'],
        flen: flag('zs-tb-u'),
        zwei: scores['zs-bb-u'],
        fwei: flag('zs-bb-u'),
        zwfl: scores['zs-bb-tb'],
        fwfl: flag('zs-bb-tb'),
        zbmi: scores['zs-imt-u'],
        fbmi: flag('zs-imt-u'),
        zhc: scores['zs-lk-u'],
        fhc: flag('zs-lk-u'),
        zac: scores['zs-lila-u'],
        fac: flag('zs-lila-u'),
    };
}
/** Length and position as used; from five years nothing is cleaned, so nothing is printed. */
function toCleanedMeasures({ input }, scores) {
    if (scores.ageMonths !== null && scores.ageMonths >= 60)
        return { clenhei: null, cmeasure: null, c9mo_flag: null };
    const lengthMm = scores['tinggi-badan-terkoreksi'] ?? input.lengthMm;
    const position = scores.standingBelowNineMonths ? undefined : input.position;
    return {
        clenhei: lengthMm === undefined ? null : shorten(lengthMm / 10),
        cmeasure: position === undefined ? null : position === 'telentang' ? 'l' : 'h',
        c9mo_flag: Number(scores.standingBelowNineMonths),
    };
}
function shorten(value) {
    return Number(value.toFixed(6));
}
//# sourceMappingURL=to-growth-case-result.js.map