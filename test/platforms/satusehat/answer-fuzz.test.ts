import { describe, expect, test } from '@jest/globals';
import type { Delivery, Message } from '../../../src/platforms/platform.ts';
import type { SubjectState } from '../../../src/platforms/subject.ts';
import type { Answer } from '../../../src/platforms/answer.ts';
import { readAnswer, readers } from '../../../src/platforms/satusehat/answer/read-answer.ts';
import { episodeState, nakesState, patientState, placeState, visitState } from './a-subject.ts';
import { mutate, toRandom } from './mutate-envelope.ts';

const canaryNik = '6472990101010001';
const canaryName = 'Kanariawati Sembunyi';
const person = { ...patientState.person, name: canaryName, nik: canaryNik };
const subjects: Readonly<Record<SubjectState['kind'], SubjectState>> = {
  place: placeState,
  practitioner: { ...nakesState, responsible: { name: canaryName, nik: canaryNik } },
  patient: { ...patientState, person },
  episode: { ...episodeState(), person },
  visit: { ...visitState(), person },
};

const types = ['Encounter', 'Observation', 'Condition'];
const transaction = {
  resourceType: 'Bundle',
  entry: types.map((url) => ({ resource: { resourceType: url }, request: { method: 'POST', url } })),
};
const refs = ['visit/v', 'visit/v/a', 'visit/v/b'].map((ref) => ({ ref, hash: 'h' }));

/** A message of a plan as a question and as every kind of change, so that a plan of tomorrow is tried too. */
function toMessages(plan: string): readonly Message[] {
  const common = { plan, credential: '100009902', refs: refs.slice(0, 1) };
  const look = {
    ...common,
    method: 'GET',
    path: '/Encounter?identifier=s%7Cv',
    effect: false,
    compare: new Map([['visit/v', { a: 1 }]]),
  } as const;
  const changes = (['POST', 'PUT', 'PATCH'] as const).map((method) => {
    const path = method === 'POST' ? '/Encounter' : '/Encounter/id-1';
    return { ...common, method, path, body: { resourceType: 'Encounter', patient: { reference: 'Patient/P1' } }, effect: true };
  });
  return [look, ...changes, { ...common, refs, method: 'POST', path: '/', body: transaction, effect: true }];
}

const plans = [...Object.keys(readers), 'cari-lokasi', 'buat-lokasi', 'adopsi-isi:Condition'];
/** By plan: each of its messages about each kind of subject, for a reader may be given one that is not its own. */
const tried = plans.map((plan) => toMessages(plan).flatMap((message) => Object.values(subjects).map((subject) => ({ message, subject }))));

const ofNothing: Message = { plan: 'cari-lokasi', method: 'GET', path: '/Location', effect: false, refs, credential: '' };
const nothing = { message: ofNothing, subject: placeState };

const words = new Set(['accepted', 'rejected', 'deferred', 'unknown']);
/** Of these nothing was looked at; a page below 500 comes from before the platform too. */
const neverArrived = new Set([401, 403, 404, 407, 425, 429, 511]);

/** What is wrong with what was made of an answer, if anything. */
function findFault(message: Message, answer: Answer, delivery: Delivery): string | undefined {
  if (!words.has(delivery.kind)) return 'no word';
  const told = delivery.kind === 'accepted' ? delivery.then : delivery.outcome;
  if (/6472990101|kanariawati|sembunyi/i.test(JSON.stringify(told))) return 'a name or number is told';
  if (delivery.kind === 'deferred' && !(delivery.retryAfterMs === undefined || isSensible(delivery.retryAfterMs)))
    return 'a wait without sense';
  return message.effect ? findFaultOfEffect(message, answer, delivery) : undefined;
}

function findFaultOfEffect(message: Message, answer: Answer, delivery: Delivery): string | undefined {
  if (delivery.kind === 'deferred') return mayWait(answer) ? undefined : 'may have arrived';
  if (delivery.kind !== 'accepted') return undefined;
  if (isVerdict(answer, delivery)) return undefined;
  return isSuccess(answer) ? findFaultOfSuccess(message, answer, delivery) : 'accepted without success';
}

function findFaultOfSuccess(message: Message, answer: Answer, delivery: Extract<Delivery, { kind: 'accepted' }>): string | undefined {
  if (message.method !== 'POST' && !isOfSame(answer)) return 'a change of one was taken for that of another';
  const ids = new Map(delivery.upstream.map(({ ref, platformId }) => [ref, platformId]));
  const learned = message.refs.every(({ ref }) => /^[A-Za-z0-9\-.]{1,64}$/.test(ids.get(ref) ?? ''));
  return learned || delivery.then.do === 'hold' ? undefined : 'accepted without an id';
}

/** A refusal about the person that somebody can do something about: nothing is learned, and the subject is held or waits. */
function isVerdict({ status }: Answer, { upstream, then }: Extract<Delivery, { kind: 'accepted' }>): boolean {
  return (status === 400 || status === 404 || isSuccess({ status })) && upstream.length === 0 && (then.do === 'hold' || then.do === 'wait');
}

/** True of an answer that shows what was changed: `toMessages` changes one Encounter. */
function isOfSame({ body }: Answer): boolean {
  const { resourceType, id } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return resourceType === 'Encounter' && id === 'id-1';
}

const isSuccess = ({ status }: Pick<Answer, 'status'>): boolean => status >= 200 && status <= 299;

/** Nothing arrived: by the status, by what is no JSON below 500, or by the platform's own word in an answer of success. */
function mayWait(answer: Answer): boolean {
  return neverArrived.has(answer.status) || isOfBorder(answer) || (isSuccess(answer) && typeof answer.body === 'object');
}

function isOfBorder({ status, body }: Answer): boolean {
  const isText = typeof body !== 'object' || body === null || status < 400;
  return isText && status >= 300 && status < 500 && ![303, 304, 408].includes(status);
}

const isSensible = (ms: number): boolean => Number.isFinite(ms) && ms > 0 && ms <= 3_600_000;

describe('answers of any kind', () => {
  test('mutated end in one of the four words, a hundred thousand for every plan', () => {
    const random = toRandom(20_261_122);
    const seen = new Map(plans.map((plan) => [plan, new Set<string>()]));
    for (let run = 0; run < 100_000; run += 1) {
      const answer = mutate(random);
      for (const [at, plan] of plans.entries()) {
        const ofPlan = tried[at] ?? [];
        const { message, subject } = ofPlan[(run + at) % ofPlan.length] ?? nothing;
        const delivery = readAnswer({ message, subject, answer });
        const fault = findFault(message, answer, delivery);
        if (fault !== undefined)
          throw new Error(`${fault}, run ${String(run)}: ${message.plan} ${message.method} ${String(answer.status)}`);
        seen.get(plan)?.add(`${message.effect ? 'change' : 'question'} ${delivery.kind}`);
      }
    }
    // Every plan was asked or changed something with every word for an answer, so that none of them was read by one path alone.
    const wordsOf = (plan: string): ReadonlySet<string> => new Set([...(seen.get(plan) ?? [])].map((one) => one.split(' ')[1] ?? ''));
    const unseen = plans.flatMap((plan) => [...words].filter((word) => !wordsOf(plan).has(word)).map((word) => `${plan} ${word}`));
    expect(unseen).toEqual([]);
  }, 180_000);
});
