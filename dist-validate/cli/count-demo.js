import { visitOutcomes } from "../store/visit-outcomes.js";
/** Counts visits, their FHIR resources, and what became of those owed to SATUSEHAT. Reads every visit: for a small store. */
export async function countDemo(store) {
    const ids = (await store.db.rows('visit-ids', [store.environment])).map(({ id }) => id);
    const visits = await store.visits.getVisits(store.db, ids);
    const resources = [...visits.values()].reduce((sum, { bundle }) => sum + (bundle.entry?.length ?? 0), 0);
    const { delivered, held, waiting, rejected, underway, reasons } = await visitOutcomes(store.db, 'satusehat');
    return { summary: { visits: visits.size, resources, delivered, held, waiting, rejected }, underway, reasons };
}
//# sourceMappingURL=count-demo.js.map