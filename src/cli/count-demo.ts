import type { Bundle } from '@medplum/fhirtypes';
import type { Store } from '../store/open-store.ts';

/** What became of one file. */
export interface DemoFile {
  readonly file: string;
  readonly rows: number;
  readonly accepted: number;
  readonly warning: number;
  readonly quarantined: number;
  readonly skipped: number;
}

/** What the store holds and what became of it, as the demo tells it. */
export interface DemoCounts {
  readonly summary: {
    readonly visits: number;
    readonly resources: number;
    readonly delivered: number;
    readonly held: number;
    readonly waiting: number;
    readonly rejected: number;
    /** Early warnings that stand open. */
    readonly warnings: number;
  };
  /** How many of each code stand open, with their level. */
  readonly warned: Readonly<Record<string, number>>;
  /** Due or on its way. */
  readonly underway: number;
  /** Why visits are held or wait, with how many. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** Counts visits, their FHIR resources, and what became of those owed to SATUSEHAT. Reads every visit: for a small store. */
export async function countDemo(store: Store): Promise<DemoCounts> {
  const ids = (await store.db.rows<{ id: string }>('visit-ids', [store.environment])).map(({ id }) => id);
  const visits = await store.visits.getVisits(store.db, ids);
  const resources = [...visits.values()].reduce((sum, { bundle }) => sum + ((bundle as Bundle).entry?.length ?? 0), 0);
  const { delivered, held, waiting, rejected, underway, reasons } = await store.owed.visitOutcomes(store.db, 'satusehat');
  const { warnings } = await store.warnings.listWarnings(store.db, { states: ['terbuka'] }, { limit: mostWarnings });
  const warned: Record<string, number> = {};
  for (const { warning } of warnings) {
    const name = `${warning.code} (${warning.level})`;
    warned[name] = (warned[name] ?? 0) + 1;
  }
  const summary = { visits: visits.size, resources, delivered, held, waiting, rejected, warnings: warnings.length };
  return { summary, warned, underway, reasons };
}

const mostWarnings = 1000;
