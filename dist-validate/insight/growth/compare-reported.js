import { scoreKeys } from "./to-growth-scores.js";
const classKeys = [
    ['status-bb-u', 'zs-bb-u'],
    ['status-tb-u', 'zs-tb-u'],
    ['status-bb-tb', 'zs-bb-tb'],
    ['status-imt-u', 'zs-imt-u'],
    ['status-lk-u', 'zs-lk-u'],
    ['status-bb', null],
];
/**
 * Compares what a sender computed with our own computation of the same measures (fault D27 of the dirty-data catalogue).
 * A class that disagrees deserves a warning, a score alone only a remark; scores within 0.01 of each other are equal.
 * What only one side states is not compared, and our O and B, which rest on weighings we may not have, contradict nobody.
 */
export function compareReported(reported, computed) {
    const disagreeing = classKeys.filter(([key]) => isOtherClass(key, reported[key], computed[key]));
    const explained = new Set(disagreeing.map(([, score]) => score));
    return {
        classes: disagreeing.map(([key]) => key),
        scores: scoreKeys.filter((key) => !explained.has(key) && isOtherScore(reported[key], computed[key])),
    };
}
function isOtherClass(key, reported, computed) {
    if (reported === null || reported === undefined || computed === null || computed === undefined)
        return false;
    if (key === 'status-bb' && computed !== 'N' && computed !== 'T')
        return false;
    return reported !== computed;
}
function isOtherScore(reported, computed) {
    if (reported === null || reported === undefined || computed === null || computed === undefined)
        return false;
    return Math.abs(Math.round(reported * 100) - Math.round(computed * 100)) > 1;
}
//# sourceMappingURL=compare-reported.js.map