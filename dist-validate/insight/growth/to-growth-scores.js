import { toZScore } from "./to-z-score.js";
/** The z-scores Titian computes; below 24 months TB means PB (length). */
export const scoreKeys = ['zs-bb-u', 'zs-tb-u', 'zs-bb-tb', 'zs-imt-u', 'zs-lk-u', 'zs-lila-u'];
// WHO Child Growth Standards 2006: a month is 30.4375 days; length below 731 days, height from then on; 0.7 cm lie between them.
const daysOfMonth = 30.4375;
const standingFromDay = 731;
const lyingMinusStandingMm = 7;
const heightTableFromMm = 870;
const schoolFromMonth = 60;
const schoolToMonth = 228;
const schoolWeightToMonth = 120;
const standingFromMonth = 9;
// WHO plausibility limits: lowest and highest score not flagged.
const plausible = {
    'zs-bb-u': [-6, 5],
    'zs-tb-u': [-6, 6],
    'zs-bb-tb': [-5, 5],
    'zs-imt-u': [-5, 5],
    'zs-lk-u': [-5, 5],
    'zs-lila-u': [-5, 5],
};
const nothingImplausible = [];
/**
 * Computes the WHO z-scores of one child: Child Growth Standards 2006 below 60 months, Reference 2007 from 60 to 228 months.
 * Oedema leaves no score that hangs on weight. A missing or impossible measure is a null, never an exception.
 */
export function toGrowthScores(input, tables) {
    const ageDays = known(input.ageDays);
    const ageMonths = ageDays / daysOfMonth;
    return ageMonths >= schoolFromMonth
        ? toSchoolScores(input, ageMonths, tables[input.sex])
        : toUnderFiveScores(input, ageDays, tables[input.sex]);
}
// Below, NaN stands for "not known": every comparison with it fails and every lookup gives null.
function toUnderFiveScores(input, ageDays, tables) {
    const day = Math.floor(ageDays + 0.5);
    const ageMonths = ageDays / daysOfMonth;
    const standingBelowNineMonths = input.position === 'berdiri' && ageMonths < standingFromMonth;
    const position = standingBelowNineMonths ? undefined : input.position;
    const conversionMm = toConversionMm(position, day);
    const lengthMm = known(input.lengthMm) + conversionMm;
    const scoredG = toScoredG(input);
    const scores = {
        'zs-bb-u': toZScore(tables.weightForAge, day, scoredG / 1000),
        'zs-tb-u': toZScore(tables.lengthForAge, day, lengthMm / 10),
        'zs-bb-tb': toZScore(findLengthTable(tables, day, position, lengthMm), day < 0 ? Number.NaN : lengthMm, scoredG / 1000),
        'zs-imt-u': toZScore(tables.bmiForAge, day, toBodyMassIndex(scoredG, lengthMm)),
        'zs-lk-u': toZScore(tables.headForAge, day, known(input.headMm) / 10),
        'zs-lila-u': toZScore(tables.armForAge, day, known(input.armMm) / 10),
        'tinggi-badan-terkoreksi': conversionMm === 0 ? null : toFinite(lengthMm),
        imt: toFinite(toBodyMassIndex(known(input.weightG), lengthMm)),
        ageMonths: toFinite(ageMonths),
        implausible: nothingImplausible,
        standingBelowNineMonths,
    };
    return withImplausible(scores);
}
function toSchoolScores(input, ageMonths, tables) {
    const scoredMonth = ageMonths <= schoolToMonth ? ageMonths : Number.NaN;
    const weightMonth = ageMonths <= schoolWeightToMonth ? ageMonths : Number.NaN;
    const lengthMm = known(input.lengthMm);
    const scoredG = toScoredG(input);
    const scores = {
        'zs-bb-u': toZScore(tables.weightForMonth, weightMonth, scoredG / 1000),
        'zs-tb-u': toZScore(tables.heightForMonth, scoredMonth, lengthMm / 10),
        'zs-bb-tb': null,
        'zs-imt-u': toZScore(tables.bmiForMonth, scoredMonth, toBodyMassIndex(scoredG, lengthMm)),
        'zs-lk-u': null,
        'zs-lila-u': null,
        'tinggi-badan-terkoreksi': null,
        imt: toFinite(toBodyMassIndex(known(input.weightG), lengthMm)),
        ageMonths: toFinite(ageMonths),
        implausible: nothingImplausible,
        standingBelowNineMonths: false,
    };
    return withImplausible(scores);
}
function known(measure) {
    return measure ?? Number.NaN;
}
/** Water in the tissue weighs: with oedema no score may rest on the weight. */
function toScoredG(input) {
    return input.oedema === true ? Number.NaN : known(input.weightG);
}
function toConversionMm(position, day) {
    if (position === 'berdiri' && day < standingFromDay)
        return lyingMinusStandingMm;
    if (position === 'telentang' && day >= standingFromDay)
        return -lyingMinusStandingMm;
    return 0;
}
/** Age decides between length and height; without an age the position, and without that whether the child is shorter than 87 cm. */
function findLengthTable(tables, day, position, lengthMm) {
    const isLying = Number.isNaN(day)
        ? position === 'telentang' || (position === undefined && lengthMm < heightTableFromMm)
        : day < standingFromDay;
    return isLying ? tables.weightForLength : tables.weightForHeight;
}
function toBodyMassIndex(weightG, lengthMm) {
    return weightG > 0 && lengthMm > 0 ? (weightG * 1000) / (lengthMm * lengthMm) : Number.NaN;
}
function toFinite(value) {
    return Number.isFinite(value) ? value : null;
}
function withImplausible(scores) {
    for (const key of scoreKeys) {
        if (isImplausible(key, scores[key]))
            return { ...scores, implausible: scoreKeys.filter((each) => isImplausible(each, scores[each])) };
    }
    return scores;
}
function isImplausible(key, z) {
    return z !== null && (z < plausible[key][0] || z > plausible[key][1]);
}
//# sourceMappingURL=to-growth-scores.js.map