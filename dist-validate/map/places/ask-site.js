/** The puskesmas a place belongs to, itself for a puskesmas; `undefined` for a place that stands on its own. */
export function puskesmasOf(site, place) {
    let above = place;
    while (above !== undefined && above.kind !== 'puskesmas')
        above = above.parent === undefined ? undefined : site.places.get(above.parent);
    return above;
}
/** Who answers for a place on a day; of two whose periods overlap, the one who began last. */
export function responsibleOn(place, date) {
    return place.responsible
        .filter((period) => isWithin(period, date))
        .reduce((latest, period) => (latest === undefined || (period.from ?? '') > (latest.from ?? '') ? period : latest), undefined);
}
/** What the head of a puskesmas, named by its code, has decided; `undefined` where nothing was decided. */
export function policyOf(site, puskesmas) {
    return site.policies.get(puskesmas);
}
/** True where a day lies in a period, whose ends belong to it and may be open. */
export function isWithin(period, date) {
    return (period.from ?? '') <= date && date <= (period.to ?? '9999-12-31');
}
//# sourceMappingURL=ask-site.js.map