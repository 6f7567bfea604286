/**
 * Scores a measure against an LMS table at a key, or gives null when the key lies outside the table or the measure is not above zero.
 * Between two whole keys L, M and S are interpolated linearly. The z-score is rounded to two decimals, at the end only.
 * Beyond 3 SD the distance between the second and third SD is the unit (WHO Child Growth Standards 2006, methods and development, chapter 7);
 * where L = 1 both forms agree, so the height-for-age of 5-19 years needs no exception.
 */
export function toZScore(table, key, measure) {
    // Written so that NaN, our word for "not known", fails as well.
    if (!(key >= table.firstKey && key <= table.lastKey && measure > 0 && measure < Infinity))
        return null;
    const whole = Math.floor(key);
    const at = (whole - table.firstKey) * 3;
    const share = key - whole;
    const l = valueAt(table.lms, at, share);
    const m = valueAt(table.lms, at + 1, share);
    const s = valueAt(table.lms, at + 2, share);
    return roundToHundredths(toRestrictedScore(measure, l, m, s));
}
function valueAt(lms, at, share) {
    const lower = lms[at] ?? Number.NaN;
    return share === 0 ? lower : lower + share * ((lms[at + 3] ?? Number.NaN) - lower);
}
function toRestrictedScore(measure, l, m, s) {
    const z = ((measure / m) ** l - 1) / (s * l);
    if (z > 3) {
        const sd3 = m * (1 + l * s * 3) ** (1 / l);
        return 3 + (measure - sd3) / (sd3 - m * (1 + l * s * 2) ** (1 / l));
    }
    if (z < -3) {
        const sd3 = m * (1 - l * s * 3) ** (1 / l);
        return -3 + (measure - sd3) / (m * (1 - l * s * 2) ** (1 / l) - sd3);
    }
    return z;
}
/** Away from zero at the half, and never minus zero; null where a number without measure ran over. */
function roundToHundredths(z) {
    const size = Math.round(Math.abs(z) * 100) / 100;
    if (!(size < Infinity))
        return null;
    return z < 0 && size > 0 ? -size : size;
}
//# sourceMappingURL=to-z-score.js.map