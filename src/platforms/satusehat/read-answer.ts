import type { Delivery, Message, SubjectState, UpstreamEntry } from '../platform.ts';
import { field, list, resourcesOf, text, type Answer } from './answer.ts';
import { foreignContents, toComparedHash } from './compared.ts';
import { toHash } from './hash.ts';
import { toHeld } from './hold.ts';
import { readPatients, readPractitioners } from './read-identity.ts';
import { readOtherSender } from './read-other-sender.ts';
import { readRefusal } from './read-refusal.ts';
import { showsSame } from './shows-same.ts';
import { identifierSlug, toLocalSystem } from './systems.ts';

type VisitState = Extract<SubjectState, { kind: 'visit' }>;

/** Understands SATUSEHAT's answer to one of our messages: what was learned and what follows. Pure. */
export function readAnswer(message: Message, subject: SubjectState, answer: Answer): Delivery {
  if (answer.status < 200 || answer.status > 299) return readRefusal(answer, message);
  const { body } = answer;
  if (message.method !== 'GET') return message.plan === 'kirim-kunjungan' ? readTransaction(message, body) : readCreated(message, body);
  if (hidesSomething(body)) return toHeld('tertutup-persetujuan');
  if (field(body, 'resourceType') !== 'Bundle') return unreadable(message);
  return readSearch(message, subject, body);
}

function readSearch(message: Message, subject: SubjectState, body: unknown): Delivery {
  if (subject.kind === 'patient') return readPatients(message, subject.person, body);
  if (subject.kind === 'practitioner') return readPractitioners(message, subject.responsible, body);
  if (subject.kind === 'visit' && message.plan === 'cari-pengirim-lain') return readOtherSender(message, subject, body);
  if (subject.kind === 'visit' && message.plan.startsWith('adopsi-isi:')) return readContents(message, subject, body);
  return readLook(message, body);
}

/** A success whose body cannot be read may have had its effect: look upstream before sending again. */
function unreadable(message: Message): Delivery {
  const outcome = [
    {
      severity: 'error',
      type: 'transient',
      code: 'satusehat-jawaban-rusak',
      text: 'Jawaban SATUSEHAT tidak terbaca; dicari kembali sebelum dikirim ulang.',
      diagnostics: 'The answer of SATUSEHAT could not be read; it is looked up before sending again.',
    },
  ] as const;
  return message.effect ? { kind: 'unknown', outcome, quiet: true } : { kind: 'deferred', outcome };
}

/** Consent notices stand in place of what was asked for (Postman collections 12 and 19): "not found" cannot be concluded from them. */
function hidesSomething(body: unknown): boolean {
  return field(body, 'resourceType') === 'OperationOutcome' || resourcesOf(body, 'OperationOutcome').length > 0;
}

/** Found by our own identifier = ours: adopted. Not found = the lost message never arrived: sent again. */
function readLook(message: Message, body: unknown): Delivery {
  const [type = '', query] = message.path.slice(1).split('?');
  const identifier = new URLSearchParams(query).get('identifier') ?? '';
  const found = resourcesOf(body, type).filter((resource) => identifiersOf(resource).includes(identifier));
  if (found.length > 1) return toHeld('tercatat-ganda');
  const [ref] = message.refs;
  const id = text(field(found[0], 'id'));
  const upstream = ref === undefined || id === '' ? [] : [{ ref: ref.ref, platformId: id, hash: toFoundHash(message, ref, found[0]) }];
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

/** Of what nobody sent for certain only what was read tells which version it is. */
function toFoundHash({ compare }: Message, { ref, hash }: Message['refs'][number], found: unknown): string {
  if (compare === undefined) return hash;
  return showsSame(compare.get(ref), found) ? toComparedHash(compare.get(ref)) : '';
}

/** What was asked for must stand in the answer: the platform is known to ignore criteria in silence (satusehat, search of MedicationDispense). */
function identifiersOf(resource: unknown): readonly string[] {
  return list(field(resource, 'identifier')).map((one) => `${text(field(one, 'system'))}|${text(field(one, 'value'))}`);
}

function readCreated(message: Message, body: unknown): Delivery {
  const id = text(field(body, 'id'));
  const [ref] = message.refs;
  if (id === '' || ref === undefined) return unreadable(message);
  return { kind: 'accepted', upstream: [{ ref: ref.ref, platformId: id, hash: ref.hash }], then: { do: 'continue' } };
}

function readContents(message: Message, { partNumbers }: VisitState, body: unknown): Delivery {
  const type = message.plan.split(':')[1] ?? '';
  const system = toLocalSystem(identifierSlug[type] ?? '', message.credential);
  const byNumber = new Map<string, unknown>();
  for (const resource of resourcesOf(body, type)) {
    for (const identifier of list(field(resource, 'identifier')))
      if (field(identifier, 'system') === system) byNumber.set(text(field(identifier, 'value')), resource);
  }
  const foreign = byNumber.size > message.refs.filter(({ ref }) => byNumber.has(numberOf(ref, partNumbers))).length;
  const upstream = message.refs.flatMap(({ ref }): readonly UpstreamEntry[] => {
    if (ref.endsWith(`/isi-${type}`)) return [{ ref, platformId: 'dicari', hash: foreign ? foreignContents : '' }];
    const found = byNumber.get(numberOf(ref, partNumbers));
    const ours = message.compare?.get(ref);
    const hash = ours !== undefined && showsSame(ours, found) ? toHash(ours) : '';
    return found === undefined ? [] : [{ ref, platformId: text(field(found, 'id')), hash }];
  });
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

function numberOf(ref: string, partNumbers: ReadonlyMap<string, string>): string {
  const id = ref.split('/')[2] ?? '';
  return partNumbers.get(id) ?? id;
}

/** The answer to a transaction names each entry in the order of the request, in fields of its own besides FHIR's location. */
function readTransaction(message: Message, body: unknown): Delivery {
  const ids = list(field(body, 'entry')).map((entry) => idOfResponse(field(entry, 'response')));
  if (ids.length !== message.refs.length || ids.some((id) => id === '')) return unreadable(message);
  const upstream = message.refs.map(({ ref, hash }, index) => ({ ref, platformId: ids[index] ?? '', hash }));
  return { kind: 'accepted', upstream, then: { do: 'settle' } };
}

function idOfResponse(response: unknown): string {
  const named = text(field(response, 'resourceID'));
  if (named !== '') return named;
  return /\/[A-Za-z]+\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/.*)?$/.exec(text(field(response, 'location')))?.[1] ?? '';
}
