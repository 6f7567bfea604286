import { policyOf } from '../../map/places/ask-site.ts';
import type { Debt } from '../../deliver/debt.ts';
import type { SubjectState } from '../../platforms/subject.ts';
import type { Store } from '../open-store.ts';
import { loadEpisode } from './load-episode.ts';
import { loadPatient } from './load-patient.ts';
import { placeWithPuskesmas } from './load-place.ts';
import { findPractitioner } from './load-practitioner.ts';
import { loadVisit } from './load-visit.ts';
import type { Loading } from './loading.ts';

/** The subject of a debt as it is now, with everything it leans on; undefined when it, or the place it leans on, is known no more. */
export async function loadSubject(
  store: Store,
  { subject, number }: Pick<Debt, 'subject' | 'number'>,
  loading: Loading,
): Promise<SubjectState | undefined> {
  const { site } = loading;
  switch (subject.kind) {
    case 'place': {
      const at = placeWithPuskesmas(site, subject.id);
      return at === undefined
        ? undefined
        : { kind: 'place', ...at, parent: site.places.get(at.place.parent ?? ''), policy: policyOf(site, at.puskesmas.code) };
    }
    case 'practitioner':
      return findPractitioner(store, subject.id, site);
    case 'patient':
      return loadPatient(store, subject.id, loading);
    case 'episode':
      return loadEpisode(store, subject.id, loading);
    case 'visit':
      return loadVisit(store, { id: subject.id, number }, loading);
  }
}
