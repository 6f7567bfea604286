// Longer than 200 lines: a whole platform behind the port, which is read as one.
import { createHash } from 'node:crypto';
import type { Bundle, BundleEntry } from '@medplum/fhirtypes';
import { holdBack } from '../../../src/map/bundle/hold-back.ts';
import type { Issue } from '../../../src/fhir/issue.ts';
import type { Delivery, Message, Platform, Preparation, Progress, Upstream, UpstreamEntry } from '../../../src/platforms/platform.ts';
import type { Subject, SubjectState } from '../../../src/platforms/subject.ts';
import type { Part, ReceiverMessage } from './receiver-world.ts';

type VisitState = Extract<SubjectState, { kind: 'visit' }>;

export interface ReceivingOptions {
  /** Address of a receiver (`startReceiver`). */
  readonly url: string;
  /** What the platform is called; the gateway's debts go to `satusehat`. */
  readonly name?: string;
}

/**
 * The receiver behind the platform port, for proofs: it takes corrections (only what changed, under the same ids) and retractions (one message that ends
 * the visit with everything in it), refuses what lands late by the state each message was prepared on, and names the parts it refuses.
 */
export function createReceivingPlatform({ url, name = 'satusehat' }: ReceivingOptions): Platform {
  return { name, refsOf, prepare, send: (message, subject, signal) => send(url, { message, subject, signal }) };
}

const refOf = {
  place: (code: string): string => `place/${code}`,
  practitioner: (key: string): string => `practitioner/${key}`,
  patient: (person: string): string => `patient/${person}`,
  visit: (visit: string): string => `visit/${visit}`,
  part: (visit: string, resource: string): string => `visit/${visit}/${resource}`,
};

/** Hash of an ended visit: its parts have to be said again before it stands. */
const endedHash = (version: number): string => `akhir-${String(version)}`;
const isEnded = (hash: string): boolean => hash.startsWith('akhir-');

function refsOf(subject: SubjectState): readonly string[] {
  if (subject.kind !== 'visit') return [simpleOf(subject).ref];
  const { visit, place, person, responsible, partNumbers } = subject;
  return [
    refOf.place(place.code),
    refOf.practitioner(responsible?.key ?? ''),
    refOf.patient(person.id),
    refOf.visit(visit.id),
    ...[...partNumbers.keys()].map((id) => refOf.part(visit.id, id)),
  ];
}

function prepare(subject: SubjectState, upstream: Upstream, progress: Progress, now: Date): Preparation {
  if (subject.kind === 'visit') return prepareVisit(subject, { upstream, progress, now });
  if (subject.kind === 'patient' && subject.nikKey === undefined) return { do: 'wait', reason: subject.person.nikFault ?? 'tanpa-nik' };
  const simple = simpleOf(subject);
  if (upstream.get(simple.ref)?.hash === simple.hash) return { do: 'settled' };
  if (progress.reconcile) return toLook(subject.kind, simple.number, { ref: simple.ref, hash: simple.hash });
  const part = { ...simple, type: subject.kind, leansOn: [] };
  return toSend('buat', { version: 1, guard: { ifNoneExist: true }, contents: [], parts: [part] });
}

interface Simple {
  readonly ref: string;
  readonly number: string;
  readonly hash: string;
  readonly body: unknown;
}

/** What a place, nakes or person is to the receiver. A person is found again by a hash of the NIK. */
function simpleOf(subject: Exclude<SubjectState, { kind: 'visit' }>): Simple {
  switch (subject.kind) {
    case 'place': {
      const { code, name } = subject.place;
      return { ref: refOf.place(code), number: code, hash: 'tempat', body: { name } };
    }
    case 'practitioner':
      return { ref: refOf.practitioner(subject.key), number: subject.key, hash: 'nakes', body: { name: subject.responsible.name } };
    case 'patient':
      return {
        ref: refOf.patient(subject.person.id),
        number: toHash(subject.person.nik ?? ''),
        hash: subject.nikKey ?? '',
        body: { sex: subject.person.sex },
      };
    case 'episode':
      return { ref: `episode/${subject.care.id}`, number: subject.care.id, hash: subject.care.to ?? '', body: { type: subject.care.type } };
  }
}

interface Given {
  readonly upstream: Upstream;
  readonly progress: Progress;
  readonly now: Date;
}

/** What may have arrived is looked at before anything else, also what corrects or ends a visit that is known there. */
function prepareVisit(state: VisitState, given: Given): Preparation {
  const ref = refOf.visit(state.visit.id);
  if (given.progress.reconcile) return toLook('visit', state.number, { ref, hash: '' });
  const known = given.upstream.get(ref);
  if (state.retracted) return prepareEnd(state, known, given.progress);
  const end = endOf(state.bundle as Bundle);
  if (end > given.now) return { do: 'wait', reason: 'menunggu-waktu', notBefore: end };
  const parents = parentsOf(state, given.upstream);
  if ('missing' in parents) return { do: 'wait', reason: 'menunggu-induk', on: parents.missing };
  return prepareVersion(state, { ...given, known, leansOn: parents.ids });
}

/**
 * Ends a visit the receiver holds. One that never left needs no message; where a message may still land, its place is taken by an end,
 * so that it is refused when it comes.
 */
function prepareEnd(state: VisitState, known: UpstreamEntry | undefined, { sentHash }: Progress): Preparation {
  if (known === undefined && sentHash === undefined) return { do: 'settled' };
  if (known !== undefined && isEnded(known.hash)) return { do: 'settled' };
  const { visit, version, number } = state;
  const root: Part = {
    ref: refOf.visit(visit.id),
    type: 'visit',
    number,
    ...(known === undefined ? {} : { id: known.platformId }),
    body: { ended: true },
    hash: endedHash(version),
    leansOn: [],
  };
  return toSend('akhiri', { version, guard: guardOf(known), end: true, contents: [], parts: [root] }, { number });
}

function guardOf(known: UpstreamEntry | undefined): ReceiverMessage['guard'] {
  return known === undefined ? { ifNoneExist: true } : { ifMatch: known.hash };
}

/** The root always goes, because it carries the version: by it whatever was prepared on an older state is refused. Of the others only what changed. */
function prepareVersion(
  state: VisitState,
  given: Given & { readonly known: UpstreamEntry | undefined; readonly leansOn: readonly string[] },
): Preparation {
  const { known, upstream, progress } = given;
  const { entries, leftOut } = withoutRefused(state, progress.refused ?? new Map<string, string>());
  const parts = entries.map((entry) => toPart(state, entry));
  const contents = parts.map(({ number }) => number);
  const content = toHash([state.version, contents, parts.map(({ hash }) => hash), given.leansOn]);
  const root: Part = {
    ref: refOf.visit(state.visit.id),
    type: 'visit',
    number: state.number,
    body: { encounter: encounterOf(state.bundle as Bundle), version: state.version, contents },
    hash: content,
    leansOn: given.leansOn,
  };
  if (known?.hash === content) return { do: 'settled', leftOut };
  const changed = parts.filter(({ ref, hash }) => known === undefined || isEnded(known.hash) || upstream.get(ref)?.hash !== hash);
  const message = {
    version: state.version,
    guard: guardOf(known),
    contents,
    parts: [root, ...changed].map((part) => withId(part, upstream)),
  };
  return toSend('kirim-kunjungan', message, { number: state.number, leftOut });
}

function withId(part: Part, upstream: Upstream): Part {
  const id = upstream.get(part.ref)?.platformId;
  return id === undefined ? part : { ...part, id };
}

/** The facts of a visit without what was refused as it is, and without what must refer to that. */
function withoutRefused(
  state: VisitState,
  refused: ReadonlyMap<string, string>,
): { readonly entries: readonly BundleEntry[]; readonly leftOut: readonly string[] } {
  const whole = state.bundle as Bundle;
  const isRefused = (entry: BundleEntry): boolean => {
    const { ref, hash } = toPart(state, entry);
    return refused.get(ref) === hash;
  };
  let bundle = whole;
  for (let found = factsOf(bundle).filter(isRefused); found.length > 0; found = factsOf(bundle).filter(isRefused))
    bundle = holdBack(bundle, new Map(found.map(({ fullUrl = '' }) => [fullUrl, [refusedPart]]))).bundle;
  const kept = new Set(factsOf(bundle).map(({ resource }) => resource?.id));
  const leftOut = factsOf(whole).flatMap(({ resource }) =>
    kept.has(resource?.id) ? [] : [refOf.part(state.visit.id, resource?.id ?? '')],
  );
  return { entries: factsOf(bundle), leftOut };
}

function factsOf({ entry = [] }: Bundle): readonly BundleEntry[] {
  return entry.filter(({ resource }) => resource?.resourceType !== 'Patient' && resource?.resourceType !== 'Encounter');
}

function toPart({ visit, partNumbers }: VisitState, { resource }: BundleEntry): Part {
  const id = resource?.id ?? '';
  return {
    ref: refOf.part(visit.id, id),
    type: resource?.resourceType ?? '',
    number: partNumbers.get(id) ?? id,
    body: resource,
    hash: toHash(resource),
    leansOn: [],
  };
}

function encounterOf({ entry = [] }: Bundle): unknown {
  return entry.find(({ resource }) => resource?.resourceType === 'Encounter')?.resource;
}

function endOf({ entry = [] }: Bundle): Date {
  const encounter = entry.flatMap(({ resource }) => (resource?.resourceType === 'Encounter' ? [resource] : []))[0];
  return new Date(encounter?.period?.end ?? 0);
}

function parentsOf(
  { place, person, responsible, nikKey }: VisitState,
  upstream: Upstream,
): { readonly ids: readonly string[] } | { readonly missing: readonly Subject[] } {
  const subjects: readonly Subject[] = [
    { kind: 'place', id: place.code },
    ...(responsible === undefined ? [] : [{ kind: 'practitioner', id: responsible.key } as const]),
    { kind: 'patient', id: person.id },
  ];
  const found = subjects.map((subject) => upstream.get(`${subject.kind}/${subject.id}`));
  const missing = subjects.filter(({ kind }, index) => found[index] === undefined || (kind === 'patient' && found[index].hash !== nikKey));
  return missing.length > 0 ? { missing } : { ids: found.flatMap((entry) => entry?.platformId ?? []) };
}

function toLook(type: string, number: string, ref: Message['refs'][number]): Preparation {
  const path = `/look?type=${type}&number=${encodeURIComponent(number)}`;
  return { do: 'send', message: { plan: 'cari', method: 'GET', path, effect: false, refs: [ref], credential: 'penerima' } };
}

function toSend(plan: string, body: ReceiverMessage, extra: Pick<Message, 'number' | 'leftOut'> = {}): Preparation {
  const refs = body.parts.map(({ ref, hash }) => ({ ref, hash }));
  const message = { plan, method: 'POST', path: '/messages', body, effect: true, refs, credential: 'penerima', ...extra } as const;
  return { do: 'send', message };
}

function toHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}

interface Sending {
  readonly message: Message;
  readonly subject: SubjectState;
  readonly signal: AbortSignal;
}

async function send(url: string, { message, subject, signal }: Sending): Promise<Delivery> {
  const body = message.body === undefined ? {} : { body: JSON.stringify(message.body) };
  const asked = { method: message.method, signal, headers: { 'content-type': 'application/json' }, ...body };
  try {
    const response = await fetch(`${url}${message.path}`, asked);
    const answer = { status: response.status, body: (await response.json()) as Answer };
    return { ...readAnswer(message, subject, { ...answer, retryAfter: response.headers.get('retry-after') }), answer };
  } catch (fault) {
    return lost(message, fault);
  }
}

interface Told {
  readonly id: string;
  readonly number: string;
  readonly hash: string;
  readonly ended: boolean;
}

interface Answer {
  readonly outcome?: string;
  readonly refused?: readonly number[];
  readonly entries?: readonly { readonly id: string; readonly hash: string }[];
  readonly found?: readonly (Told & { readonly parts: readonly Told[] })[];
}

/** What is there already, or changed since this was prepared: look again. What leans on nothing, or is refused: for a person. */
const toLookAgain = new Set([404, 409, 412]);

function readAnswer(
  message: Message,
  subject: SubjectState,
  { status, body, retryAfter }: { readonly status: number; readonly body: Answer; readonly retryAfter: string | null },
): Delivery {
  if (status === 200) return message.effect ? readEntries(message, subject, body) : readFound(message, subject, body);
  const outcome = [toIssue(status, body.outcome ?? '')];
  if (retryAfter !== null) return { kind: 'deferred', outcome, retryAfterMs: Number(retryAfter) * 1000, platformWide: true };
  if (toLookAgain.has(status)) return { kind: 'unknown', outcome, quiet: false };
  if (status >= 500) return { kind: 'unknown', outcome, quiet: true };
  return { kind: 'rejected', outcome, refusedEntries: body.refused ?? [], entries: message.refs.length };
}

function readEntries(message: Message, subject: SubjectState, { entries = [] }: Answer): Delivery {
  const upstream = message.refs.map(({ ref, hash }, index) => ({ ref, platformId: entries[index]?.id ?? '', hash }));
  return { kind: 'accepted', upstream, then: subject.kind === 'visit' ? { do: 'settle' } : { do: 'continue' } };
}

function readFound({ refs }: Message, subject: SubjectState, { found = [] }: Answer): Delivery {
  const [root, ...others] = found;
  const [asked] = refs;
  if (others.length > 0)
    return { kind: 'accepted', upstream: [], then: { do: 'hold', reason: 'tercatat-ganda', issues: [toIssue(200, 'tercatat-ganda')] } };
  if (root === undefined || asked === undefined) return { kind: 'accepted', upstream: [], then: { do: 'continue' } };
  const adopted = { ref: asked.ref, platformId: root.id, hash: subject.kind === 'visit' ? root.hash : asked.hash };
  return {
    kind: 'accepted',
    upstream: [adopted, ...(subject.kind === 'visit' ? adoptParts(subject, root.parts) : [])],
    then: { do: 'continue' },
  };
}

/** What the receiver ended has to be said again before it stands: no hash of ours equals it. */
function adoptParts({ visit, partNumbers }: VisitState, parts: readonly Told[]): readonly UpstreamEntry[] {
  const byNumber = new Map(parts.map((part) => [part.number, part]));
  return [...partNumbers].flatMap(([id, number]) => {
    const part = byNumber.get(number);
    return part === undefined ? [] : [{ ref: refOf.part(visit.id, id), platformId: part.id, hash: part.ended ? 'akhir' : part.hash }];
  });
}

function lost({ effect }: Message, fault: unknown): Delivery {
  const cause = fault instanceof Error ? fault.cause : undefined;
  const refused = typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ECONNREFUSED';
  const outcome = [toIssue(0, 'tidak-terjangkau')];
  return effect && !refused ? { kind: 'unknown', outcome, quiet: true } : { kind: 'deferred', outcome, platformWide: true };
}

const refusedPart = toIssue(422, 'ditolak');

function toIssue(status: number, outcome: string): Issue {
  return {
    severity: 'error',
    type: 'processing',
    code: `penerima-${outcome === '' ? String(status) : outcome}`,
    text: `Penerima menjawab ${String(status)} ${outcome}.`,
    diagnostics: `The receiver answered ${String(status)} ${outcome}.`,
  };
}
