import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Evidence, WarningDraft } from '../../src/insight/warnings/finding.ts';
import { reconcileWarnings } from '../../src/insight/warnings/reconcile-warnings.ts';
import type { Site } from '../../src/map/place.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { packageRoot } from '../../src/root.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore } from '../a-store.ts';
import { aFinding, aWarning } from '../insight/warnings/a-warning.ts';
import { aPerson, aRow, aVisitToKeep, anIncoming, at } from '../store/a-visit-to-keep.ts';

export const canaries = {
  nik: '5103990503240077',
  name: 'Zsazsa Kenari Merbabu',
  mother: 'Wulandari Kenari Semeru',
  birthDate: '2024-03-05',
};

/** A store of the example site with one child, its visit, the row it came in, and warnings about it. */
export interface WarnedStore {
  readonly store: Store;
  readonly url: string;
  readonly site: Site;
  readonly person: string;
  readonly submission: string;
  /** A warning of that child, resting on its weight. */
  draft(day: string, facts?: Partial<WarningDraft>, evidence?: Partial<Evidence>): WarningDraft;
  /** Looks at the child anew: these warnings and no others follow from what is known now. */
  look(computed: readonly WarningDraft[], time?: string): Promise<void>;
}

export async function aWarnedStore(): Promise<WarnedStore> {
  const url = await aDatabase();
  const store = await aStore({ url });
  const site = await readSiteFolder(join(packageRoot, 'site-example'));
  const person = aPerson(canaries);
  const kept = aVisitToKeep(person, { place: 'posyandu-kenanga' });
  const { submission } = await store.transact(async (tx) => {
    await store.site.importSite(tx, site, at('07:00'));
    const received = await store.submissions.receive(tx, anIncoming(Object.values(canaries).join(';')));
    await store.persons.savePersons(tx, [{ person }], at('08:00'));
    await store.visits.saveVisits(tx, [kept], at('08:00'));
    await store.rows.insertRows(tx, received.reading, { from: 0, at: at('08:00') }, [
      { row: aRow(4, { cells: Object.values(canaries) }), person: person.id, visit: kept.visit.id },
    ]);
    return received;
  });
  const draft: WarnedStore['draft'] = (day, facts = {}, evidence = {}) => {
    const { code = 'GROW-2T', kerahasiaan = 'umum' } = facts;
    const fact = { visit: kept.visit.id, date: day, key: 'berat-badan', ordinal: 1, value: '10.4 kg', cell: 'BB', ...evidence };
    const finding = aFinding(day, { code, rule: `${code}@1`, kerahasiaan, visit: kept.visit.id, evidence: [fact] });
    return aWarning([day], { person: person.id, findings: [finding], ...facts });
  };
  const look: WarnedStore['look'] = (computed, time = '09:00') =>
    store.transact(async (tx) => {
      const known = (await store.warnings.knownWarnings(tx, [person.id])).get(person.id) ?? [];
      await store.warnings.saveWarnings(tx, person.id, reconcileWarnings({ known, computed, newId: randomUUID }), at(time));
    });
  return { store, url, site, person: person.id, submission, draft, look };
}
