import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../src/platforms/answer.ts';
import type { Delivery, Message } from '../../../src/platforms/platform.ts';
import { readAnswer } from '../../../src/platforms/fhir-server/read-answer.ts';
import { mutate, toRandom } from '../satusehat/mutate-envelope.ts';

const entry = ['Encounter', 'Observation', 'Condition'].map((resourceType) => ({
  resource: { resourceType },
  request: { method: 'PUT', url: `${resourceType}?identifier=x` },
}));
const common = { method: 'POST', path: '/', credential: 'server' } as const;
const visitRefs = ['visit/v', 'visit/v/isi/a', 'visit/v/isi/b', 'visit/v/isi/c'].map((ref) => ({ ref, hash: 'h' }));
const looked = ['visit/v/isi', 'visit/v'].map((ref) => ({ ref, hash: '' }));

/** Every plan of the platform, with as many entries as the answers that are mutated, and with one alone. */
const messages: readonly Message[] = [
  { ...common, plan: 'kirim-kunjungan', effect: true, refs: visitRefs, body: { resourceType: 'Bundle', entry } },
  ...['kirim-tempat', 'kirim-orang', 'kirim-episode'].flatMap((plan) =>
    [entry, entry.slice(0, 1)].map((of) => ({
      ...{ ...common, plan, effect: true, refs: [{ ref: 'patient/p', hash: 'h' }] },
      body: { resourceType: 'Bundle', entry: of },
    })),
  ),
  { ...common, plan: 'cari-isi', effect: false, refs: looked, body: { resourceType: 'Bundle', entry } },
];

const words = ['accepted', 'rejected', 'deferred', 'unknown'];

/** What is wrong with what was made of an answer, if anything. */
function findFault(message: Message, { status }: Answer, delivery: Delivery): string | undefined {
  if (!words.includes(delivery.kind)) return 'no word';
  const told = delivery.kind === 'accepted' ? delivery.then : delivery.outcome;
  if (/6472990101|kanariawati|sembunyi/i.test(JSON.stringify(told))) return 'a name or number is told';
  if (delivery.kind === 'deferred' && !isSensible(delivery.retryAfterMs)) return 'a wait without sense';
  return message.effect ? findFaultOfEffect(message, status, delivery) : findFaultOfQuestion(delivery);
}

/** A question changes nothing: it is asked again rather than looked after. */
const findFaultOfQuestion = ({ kind }: Delivery): string | undefined => (kind === 'unknown' ? 'a question without an end' : undefined);

function findFaultOfEffect({ refs: [first] }: Message, status: number, delivery: Delivery): string | undefined {
  if (delivery.kind !== 'accepted') return undefined;
  const learned = delivery.upstream.some(({ ref, platformId }) => ref === first?.ref && platformId !== '');
  return status >= 200 && status <= 299 && learned ? undefined : 'accepted without an id or without success';
}

const isSensible = (ms: number | undefined): boolean => ms === undefined || (Number.isFinite(ms) && ms > 0 && ms <= 3_600_000);

describe('answers of a FHIR server', () => {
  test.each(messages.map((message) => [message.plan, message] as const))(
    'to %s, mutated a hundred thousand times, end in one of the four words',
    (_plan, message) => {
      const random = toRandom(20_261_122);
      const seen = new Set<string>();
      for (let run = 0; run < 100_000; run += 1) {
        const answer = mutate(random);
        const delivery = readAnswer(message, answer);
        const fault = findFault(message, answer, delivery);
        if (fault !== undefined) throw new Error(`${fault}, run ${String(run)}: ${message.plan} ${String(answer.status)}`);
        seen.add(delivery.kind);
      }
      expect(seen.has('rejected') && seen.has('deferred') && seen.has(message.effect ? 'unknown' : 'deferred')).toBe(true);
    },
    60_000,
  );
});
