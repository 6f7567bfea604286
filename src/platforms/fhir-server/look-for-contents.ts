import type { Bundle } from '@medplum/fhirtypes';
import type { Message } from '../platform.ts';
import { refOf, serverCredential } from './refs.ts';
import { serverSystems } from './systems.ts';
import type { VisitState } from './to-visit-bundle.ts';

/** Types that a visit's Bundle may hold. */
const contentTypes = [
  'AllergyIntolerance',
  'CarePlan',
  'Condition',
  'DiagnosticReport',
  'Encounter',
  'Immunization',
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Procedure',
  'QuestionnaireResponse',
  'RelatedPerson',
  'ServiceRequest',
  'Specimen',
] as const;

/** One batch that asks for everything the server holds of a visit, by its tag: an earlier message may have arrived, of this version or another. */
export function toLookForContents({ visit }: VisitState): Message {
  const tag = encodeURIComponent(`${serverSystems.visit}|${visit.id}`);
  const entry = contentTypes.map((type) => ({ request: { method: 'GET' as const, url: `${type}?_tag=${tag}&_count=200` } }));
  const body: Bundle = { resourceType: 'Bundle', type: 'batch', entry };
  const refs = [
    { ref: refOf.contents(visit.id), hash: '' },
    { ref: refOf.visit(visit.id), hash: '' },
  ];
  return { plan: 'cari-isi', method: 'POST', path: '/', body, effect: false, refs, credential: serverCredential };
}
