/**
 * Reads the classes of nutritional status off z-scores already rounded to two decimals, as Permenkes 2/2020 bands them.
 * An implausible score is classed too: whoever shows the class must show the flag beside it. A class is never a diagnosis.
 */
export function toGrowthClasses(scores, thresholds) {
    const { statuses } = thresholds;
    return {
        'status-bb-u': toClass(statuses['status-bb-u'], scores),
        'status-tb-u': toClass(statuses['status-tb-u'], scores),
        'status-bb-tb': toClass(statuses['status-bb-tb'], scores),
        'status-imt-u': toClass(statuses['status-imt-u'], scores),
        'status-lk-u': toClass(statuses['status-lk-u'], scores),
    };
}
function toClass(status, scores) {
    const z = scores[status.score];
    const age = scores.ageMonths;
    if (z === null)
        return null;
    // Only BB/TB has a score without an age, and its table ends with the fifth year: its band is the first.
    const band = status.bands.find(({ months }) => age === null || (age >= months.from && age < months.below));
    return band?.classes.find(({ below, upTo }) => (below === undefined || z < below) && (upTo === undefined || z <= upTo))?.is ?? null;
}
//# sourceMappingURL=to-growth-classes.js.map