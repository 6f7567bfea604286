export const noCounts = { rows: 0, headings: 0, accepted: 0, warning: 0, quarantined: 0, skipped: 0 };
/** Adds one row: headings are counted apart, every data row has exactly one verdict. */
export function addToCounts(counts, { heading, status }) {
    if (heading)
        return { ...counts, headings: counts.headings + 1 };
    return { ...counts, rows: counts.rows + 1, [status]: counts[status] + 1 };
}
/** Counts as the store keeps them. */
export function toStoredCounts(counts) {
    return { ...counts };
}
//# sourceMappingURL=row-counts.js.map