/** A dose without a date is history with unknown date (field rule 8), said once a cell. */
export function toUndated(facts) {
    return facts.some(({ fields }) => fields?.['primarySource'] !== undefined && fields['date'] === undefined)
        ? [{ code: 'undated-history', severity: 'warning' }]
        : [];
}
//# sourceMappingURL=to-undated.js.map