import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios from 'axios';
import type { Environment, SubjectState } from '../subject.ts';
import type { Platform, Preparation, Upstream } from '../platform.ts';
import type { Issue } from '../../fhir/issue.ts';
import { isOnTrial } from '../../map/places/ask-site.ts';
import { localDateOf } from '../../map/places/local-time.ts';
import { toHold } from './holds/hold.ts';
import type { ClosingForm } from './episode/named-episode.ts';
import { judgeMessage } from './judge-message.ts';
import type { RuleBook } from './preflight/rule-book.ts';
import { prepareEpisode } from './episode/prepare-episode.ts';
import { isInventedNik } from './identity/invented-nik.ts';
import { preparePatient } from './identity/prepare-patient.ts';
import { preparePractitioner } from './identity/prepare-practitioner.ts';
import type { Asking, MayAsk } from './identity/asking.ts';
import { identityDefaults, type IdentitySettings } from './identity/identity-settings.ts';
import { preparePlace } from './place/prepare-place.ts';
import { contentTypes } from './correction/content-types.ts';
import { othersOf } from './correction/elsewhere.ts';
import { resourceIdsOf } from './correction/held-visit.ts';
import { everythingTried, type CorrectionTable } from './correction/ways.ts';
import { prepareVisit, type VisitState } from './visit/prepare-visit.ts';
import { visitSettings, type VisitSettings } from './visit/visit-settings.ts';
import { refOf } from './refs.ts';
import { sendMessage } from './sending/send.ts';
import type { CredentialBook } from './sending/credential-book.ts';
import { createTokenSource } from './sending/token.ts';
import { createTokenBoard, type TokenBoard } from './sending/token-board.ts';

export interface SatusehatOptions {
  /** Outside `produksi` no NIK leaves but invented ones (field rule 2). */
  readonly environment: Environment;
  /** Base of the FHIR service, e.g. `https://api-satusehat-stg.dto.kemkes.go.id/fhir-r4/v1`. */
  readonly fhirUrl: string;
  /** Base of the token service, e.g. `.../oauth2/v1`. */
  readonly tokenUrl: string;
  readonly credentials: CredentialBook;
  /** Where tokens stand, for every process together; absent = for this one alone. */
  readonly board?: TokenBoard;
  readonly timeoutMs: number;
  readonly now: () => number;
  /** How an episode is closed; sources disagree (collection 07 of 2024, field report of 2026). Absent = with the patient, which is newer. */
  readonly closingForm?: ClosingForm;
  /** Judges a resource against base R4: what leaves is validated once more after the identity join. Pure. */
  readonly judge: (resource: unknown) => readonly Issue[];
  /** What the district chose where sources disagree or are silent; as shipped where absent. */
  readonly visits?: VisitSettings;
  /** Where the platform's documents disagree about people; absent = as it stands in identity-settings.ts. */
  readonly identity?: Partial<IdentitySettings>;
  /** SATUSEHAT's own rules, read once (`readRuleBook`), by which what leaves is judged after that. */
  readonly rules: RuleBook;
  /** What a machine may change there after it was sent (programme/satusehat/koreksi.yaml); without it everything is tried. */
  readonly corrections?: CorrectionTable;
}

/** SATUSEHAT, the ministry's FHIR platform, behind the platform port. */
export function createSatusehat(options: SatusehatOptions): Platform {
  const http = axios.create({
    baseURL: options.fhirUrl,
    timeout: options.timeoutMs,
    validateStatus: () => true,
    maxRedirects: 0,
    maxContentLength: longestAnswer,
    // The office's proxy knows nothing of this machine's sandbox.
    ...(isThisMachine(options.fhirUrl) ? { proxy: false } : {}),
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
  });
  const tokens = createTokenSource(http, `${options.tokenUrl}/accesstoken`, {
    credentials: options.credentials,
    board: options.board ?? createTokenBoard(),
    now: options.now,
  });
  const mayAsk: MayAsk = (nik) => options.environment === 'produksi' || isInventedNik(nik);
  // Staging is shared by all vendors and is never emptied: no name leaves for it that may be somebody's.
  const people = { mayAsk, mayAskByName: options.environment !== 'staging', settings: { ...identityDefaults, ...options.identity } };
  return {
    name: 'satusehat',
    refsOf,
    prepare(subject, upstream, progress, now) {
      const given = { upstream, progress, now };
      const visits = { ...given, settings: options.visits ?? visitSettings, table: options.corrections ?? everythingTried };
      const closingForm = options.closingForm ?? 'dengan-pasien';
      const next = prepare(subject, { closingForm, people: { ...given, ...people }, visits });
      if (next.do !== 'send') return next;
      return findLack(subject, { options, now, credential: next.message.credential }) ?? judgeMessage(next, options, now);
    },
    send: (message, subject, signal) => sendMessage({ http, tokens }, message, subject, signal),
  };
}

interface Leaving {
  readonly options: Pick<SatusehatOptions, 'environment' | 'credentials'>;
  readonly now: Date;
  readonly credential: string;
}

/** What a facility lacks before anything of it may leave. */
function findLack(subject: SubjectState, { options, now, credential }: Leaving): Preparation | undefined {
  const place = 'place' in subject ? subject.place : subject.puskesmas;
  if (options.environment === 'produksi' && isOnTrial(place, subject.puskesmas)) return toHold('tempat-mode-uji');
  const lack = options.credentials.stateOf(credential, localDateOf(now, subject.puskesmas.zone));
  return lack === 'ada' ? undefined : toHold(lack);
}

interface Given {
  readonly people: Asking;
  readonly visits: Parameters<typeof prepareVisit>[1];
  readonly closingForm: ClosingForm;
}

function prepare(subject: SubjectState, { people, visits, closingForm }: Given): Preparation {
  const { upstream, progress, mayAsk, now } = people;
  switch (subject.kind) {
    case 'place':
      return preparePlace(subject, people);
    case 'practitioner':
      return preparePractitioner(subject, upstream, mayAsk);
    case 'patient':
      return preparePatient(subject, people);
    case 'episode':
      return prepareEpisode(subject, { upstream, progress, now, closingForm });
    case 'visit':
      return isUndecided(subject, upstream)
        ? { do: 'wait', reason: 'menunggu-penilaian', notBefore: new Date(now.getTime() + judgingPauseMs) }
        : prepareVisit(subject, visits);
  }
}

/** The judging of people looks every 15 seconds. */
const judgingPauseMs = 15_000;

/** A visit that is there already, or was taken back, waits for no course of care. */
function isUndecided({ visit, careUnknown, retracted }: VisitState, upstream: Upstream): boolean {
  return careUnknown === true && !retracted && !upstream.has(refOf.visit(visit.id));
}

const longestAnswer = 20_000_000;

function isThisMachine(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

function refsOf(subject: SubjectState): readonly string[] {
  switch (subject.kind) {
    case 'place':
      return refsOfPlace(subject);
    case 'practitioner':
      return [refOf.practitioner(subject.key)];
    case 'patient':
      return refsOfPatient(subject.person.id);
    case 'episode':
      return refsOfEpisode(subject);
    case 'visit':
      return refsOfVisit(subject);
  }
}

function refsOfPatient(id: string): readonly string[] {
  return [refOf.patient(id), refOf.patientNameSeen(id), refOf.patientAbsent(id), refOf.patientMade(id), refOf.patientMother(id)];
}

/** Its Organization and Location, whether they were looked for, and the Organization of the place above. */
function refsOfPlace({ place, parent }: Extract<SubjectState, { kind: 'place' }>): readonly string[] {
  const own = [refOf.organization(place.code), refOf.location(place.code)];
  return [...own, ...own.map(refOf.sought), ...(parent === undefined ? [] : [refOf.organization(parent.code)])];
}

function refsOfEpisode({ care, person }: Extract<SubjectState, { kind: 'episode' }>): readonly string[] {
  const own = [refOf.episode(care.id), refOf.episodeSought(care.id), refOf.episodeAlone(care.id), refOf.episodeEnd(care.id)];
  return [...own, refOf.patient(person.id)];
}

/** What a visit leans on, the visit itself, and every resource of its transaction. */
function refsOfVisit(subject: VisitState): readonly string[] {
  const { visit, person, place, responsible, closingId, requestIds, care } = subject;
  const bundles = [subject.bundle, ...(subject.former ?? [])];
  const ids = new Set([closingId, ...requestIds.values(), ...bundles.flatMap(resourceIdsOf)]);
  return [
    ...[person.id, ...othersOf(subject)].map(refOf.patient),
    refOf.location(place.code),
    refOf.practitioner(responsible?.key ?? ''),
    ...(care === undefined ? [] : [refOf.episode(care.id)]),
    refOf.visit(visit.id),
    refOf.visitAlone(visit.id),
    ...[refOf.visitPatient(visit.id), refOf.visitHistory(visit.id), refOf.visitRepair(visit.id), refOf.visitLeftover(visit.id)],
    ...contentTypes.flatMap((type) => [refOf.visitContents(visit.id, type), refOf.visitDoubt(visit.id, type)]),
    ...[...ids].map((id) => refOf.resource(visit.id, id)),
  ];
}
