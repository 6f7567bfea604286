import type { Issue } from '../../../src/fhir/issue.ts';
import type { Platform } from '../../../src/platforms/platform.ts';
import { loadValidator } from '../../../src/validate/load-validator.ts';
import type { Bundle } from '@medplum/fhirtypes';
import { toBundle } from '../../../src/map/bundle/to-bundle.ts';
import type { Place, Policy } from '../../../src/map/place.ts';
import type { Message, Preparation, Progress, Upstream } from '../../../src/platforms/platform.ts';
import type { SubjectState } from '../../../src/platforms/subject.ts';
import { createSatusehat } from '../../../src/platforms/satusehat/index.ts';
import { readRuleBook } from '../../../src/platforms/satusehat/read-rule-book.ts';
import { packageRoot } from '../../../src/root.ts';
import { toCredentialBook } from '../../../src/platforms/satusehat/sending/credential-book.ts';
import { aCode, aVisit, aWeight, danu, sawo } from '../../map/bundle/a-visit.ts';

export type VisitState = Extract<SubjectState, { kind: 'visit' }>;

export const puskesmas: Place = { ...sawo, code: 'puskesmas-sawo', kind: 'puskesmas', name: 'Puskesmas Sawo', organization: '100009902' };
const nakes = { name: 'Dewi Kartika', nik: '6472996402929703' };
export const openPolicy: Policy = { puskesmas: puskesmas.code, closing: {}, verificationRequired: false, namedPerformer: true };
export const closingPolicy: Policy = {
  ...openPolicy,
  closing: { 'posyandu-balita': { code: 'Z00.1', display: 'Routine child health examination' } },
};
export const nikKey = 'kunci-nik';
/** After the visit of 12 August has ended. */
export const later = new Date('2025-08-12T05:00:00Z');
export const first: Progress = { reconcile: false };

export const placeState: SubjectState = { kind: 'place', place: sawo, puskesmas };
export const patientState: Extract<SubjectState, { kind: 'patient' }> = {
  kind: 'patient',
  person: danu,
  nikKey,
  motherKey: undefined,
  decided: new Map(),
  puskesmas,
  policy: openPolicy,
};
export const nakesState: Extract<SubjectState, { kind: 'practitioner' }> = {
  kind: 'practitioner',
  key: 'k1',
  responsible: nakes,
  puskesmas,
};

const closingId = '00000000-0000-8000-8000-00000000c105';

/** A weighing with vitamin A at Posyandu Sawo, closed by the puskesmas's policy. */
export function visitState(change: Partial<VisitState> = {}): VisitState {
  const input = aVisit({ elements: [aWeight(11_400), aCode('vitamin-a', 'merah')], visit: { service: 'posyandu-balita' } });
  const { visit, person, place } = input;
  const bundle: Bundle = toBundle(input);
  return {
    kind: 'visit',
    visit,
    version: 1,
    retracted: false,
    number: 'nomor-1',
    partNumbers: new Map([closingId, ...(bundle.entry ?? []).map(({ resource }) => resource?.id ?? '')].map((id) => [id, `nomor-${id}`])),
    person,
    nikKey,
    place,
    puskesmas,
    policy: closingPolicy,
    responsible: { key: 'k1', responsible: nakes },
    bundle,
    closingId,
    care: undefined,
    localIds: new Set(),
    localItems: new Map(),
    requestIds: new Map(),
    contact: undefined,
    ...change,
  };
}

/** What is known upstream, by our ref: the platform's id, or id and hash. */
export function known(entries: Readonly<Record<string, string | readonly [string, string]>>): Upstream {
  return new Map(
    Object.entries(entries).map(([ref, value]) => {
      const [platformId, hash] = typeof value === 'string' ? [value, ''] : value;
      return [ref, { ref, platformId, hash }];
    }),
  );
}

/** Everything a visit leans on. */
export const parents = {
  'place/posyandu-sawo/location': 'L1',
  'practitioner/k1': 'N1',
  [`patient/${danu.id}`]: ['P1', nikKey],
} as const;

/** All of that, and a fresh look for other senders. */
export const alone = { ...parents, [`visit/${visitState().visit.id}/tanpa-pengirim-lain`]: ['tidak-ada', later.toISOString()] } as const;

/** SATUSEHAT at an address where nobody is, with another judge of what leaves than base R4 where a test says so. */
export function aSatusehat(judge: (resource: unknown) => readonly Issue[] = (resource) => validator.validate(resource).issues): Platform {
  return createSatusehat({
    environment: 'simulasi',
    fhirUrl: 'https://satusehat.invalid/fhir-r4/v1',
    tokenUrl: 'https://satusehat.invalid/oauth2/v1',
    credentials: toCredentialBook(new Map([['100009902', { clientId: 'klien', clientSecret: 'rahasia' }]])),
    timeoutMs: 200,
    now: () => later.getTime(),
    judge,
    rules,
  });
}

const validator = await loadValidator();
/** SATUSEHAT's rules as shipped. */
export const rules = await readRuleBook(packageRoot);
export const satusehat = aSatusehat();

export function prepare(state: SubjectState, upstream: Upstream = new Map(), progress: Progress = first, now: Date = later): Preparation {
  return satusehat.prepare(state, upstream, progress, now);
}

/** The message that is to be sent; a test that expects one fails without it. */
export function messageOf(preparation: Preparation): Message {
  if (preparation.do !== 'send') throw new Error(`expected a message, came ${preparation.do}`);
  return preparation.message;
}

export type EpisodeState = Extract<SubjectState, { kind: 'episode' }>;

/** A pregnancy of the person of the visit, open, at Puskesmas Sawo. */
export function episodeState(change: Partial<EpisodeState> = {}): EpisodeState {
  return {
    kind: 'episode',
    care: { id: 'c1', type: 'ANC', from: '2025-03-01' },
    gone: false,
    person: danu,
    nikKey,
    puskesmas,
    policy: openPolicy,
    openVisits: [],
    ...change,
  };
}
