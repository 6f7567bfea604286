import type { Delivery, UpstreamEntry } from '../../platform.ts';
import { field, text } from '../../answer.ts';
import { idOf, resourcesOf, toId } from '../answer/answer.ts';
import { hasMore } from '../answer/check-success.ts';
import { identifiersOf } from '../answer/read-look.ts';
import { readRefusal } from '../answer/read-refusal.ts';
import type { Answered, Reader, Readers } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { toHeld } from '../holds/hold.ts';
import { refOf } from '../refs.ts';
import { toComparedHash } from './compared.ts';
import { toStatuses } from './encounter-history.ts';
import { saysEnteredInError, takenBack } from './entered-in-error.ts';
import { readContents } from './read-contents.ts';
import { showsSame } from './shows-same.ts';

const changing: Reader = { success: readChanged, failure: readRefusedChange };

/** How answers to what corrects, takes back and repairs are understood. */
export const correctionReaders: Readers = {
  'adopsi-isi': { success: readContents },
  'koreksi-tambah': changing,
  'koreksi-ubah': changing,
  'koreksi-tarik': changing,
  'periksa-kunjungan': { success: (answered) => readEncounter(answered, learnDoubt) },
  'lihat-kunjungan': { success: (answered) => readEncounter(answered, learnFacts) },
  'mulai-pembetulan': { success: (answered) => readEncounter(answered, learnRepair) },
  'akhiri-pembetulan': { success: readEnd },
};

/** A create or change answers with the resource as it is there now; the other refs say what else is known by it. */
function readChanged({ message, answer: { body } }: Answered): Delivery {
  const id = idOf(body);
  const upstream = message.refs.map(({ ref, hash, id: known }, index) => ({ ref, hash, platformId: index === 0 ? id : (known ?? '') }));
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

/** What is refused is one part of its visit, and the rest goes on. A change that is called a duplicate is refused like any other. */
function readRefusedChange({ message, answer }: Answered): Delivery {
  const delivery = readRefusal(answer, message);
  const refused = delivery.kind === 'rejected' || (delivery.kind === 'unknown' && !delivery.quiet && message.method !== 'POST');
  return refused ? { kind: 'rejected', outcome: delivery.outcome, refusedEntries: [0], entries: 1, onePart: true } : delivery;
}

/** What the Encounter there says of itself. */
interface Shown {
  readonly encounter: unknown;
  readonly id: string;
  readonly patient: string;
}

function readEncounter(answered: Answered, learn: (answered: Answered, shown: Shown) => Delivery): Delivery {
  const { message, answer } = answered;
  const identifier = new URLSearchParams(message.path.split('?')[1]).get('identifier') ?? '';
  const found = resourcesOf(answer.body, 'Encounter').filter((encounter) => identifiersOf(encounter).includes(identifier));
  const [encounter] = found;
  if (found.length > 1) return toHeld('tercatat-ganda');
  // We know of it: that it is not among what was found is for a person to look into.
  if (encounter === undefined) return toHeld(hasMore(answer.body) ? 'jawaban-tidak-lengkap' : 'koreksi-perlu-tangan');
  const id = idOf(encounter);
  const patient = toId(
    text(field(field(encounter, 'subject'), 'reference'))
      .split('/')
      .at(-1),
  );
  return id === '' || patient === '' ? unreadable(message) : learn(answered, { encounter, id, patient });
}

/** Under whom it stands, and which statuses it had. */
function factsOf({ subject }: Answered, { encounter, patient }: Shown): readonly UpstreamEntry[] {
  if (subject.kind !== 'visit') return [];
  const { id } = subject.visit;
  return [
    { ref: refOf.visitPatient(id), platformId: patient, hash: '' },
    { ref: refOf.visitHistory(id), platformId: 'ada', hash: toStatuses(encounter) },
  ];
}

function learnFacts(answered: Answered, shown: Shown): Delivery {
  return { kind: 'accepted', upstream: factsOf(answered, shown), then: { do: 'continue' } };
}

/** Which version of the Encounter is there, and that its contents have to be looked up again. */
function learnDoubt(answered: Answered, shown: Shown): Delivery {
  const { message } = answered;
  const [own, ...rest] = message.refs;
  const ref = own?.ref ?? '';
  const ours = message.compare?.get(ref);
  const same = showsSame(ours, shown.encounter) ? toComparedHash(ours) : '';
  const hash = saysEnteredInError(shown.encounter) ? takenBack : same;
  const marks = rest.map((one) => ({ ref: one.ref, platformId: one.id ?? '', hash: one.hash }));
  return {
    kind: 'accepted',
    upstream: [{ ref, platformId: shown.id, hash }, ...factsOf(answered, shown), ...marks],
    then: { do: 'continue' },
  };
}

/** Only what really stands under the wrong record is taken back there. */
function learnRepair(answered: Answered, shown: Shown): Delivery {
  const { message } = answered;
  const mark = message.refs.at(-1);
  const facts = factsOf(answered, shown);
  if (mark?.id !== shown.patient || message.incident === undefined) return { kind: 'accepted', upstream: facts, then: { do: 'continue' } };
  const upstream = [...facts, { ref: mark.ref, platformId: mark.id, hash: mark.hash }];
  return { kind: 'accepted', upstream, incident: message.incident, then: { do: 'continue' } };
}

/** Whatever is there now, all that we could do there is done: nothing of it is ours any more. */
function readEnd({ message }: Answered): Delivery {
  const { number, incident, effect } = message;
  if (effect) return unreadable(message);
  const stays = message.refs.filter(({ id }) => id !== undefined);
  return {
    kind: 'accepted',
    upstream: stays.map(({ ref, hash, id = '' }) => ({ ref, platformId: id, hash })),
    forget: message.refs.filter(({ id }) => id === undefined).map(({ ref }) => ref),
    ...(number === undefined ? {} : { number }),
    ...(incident === undefined ? {} : { incident }),
    then: { do: 'continue' },
  };
}
